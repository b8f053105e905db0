-- A task that was sent and that nobody claims is due again after a while: its message may be lost.
DROP INDEX task_due;
CREATE INDEX task_due ON task (not_before) WHERE state IN ('DUE', 'SENT');
UPDATE task SET not_before = now() + interval '1 hour' WHERE state = 'SENT';
