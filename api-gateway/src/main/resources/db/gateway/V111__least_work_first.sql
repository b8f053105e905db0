-- Tasks of ended jobs that nobody does any more.
ALTER TABLE task DROP CONSTRAINT task_state_check;
ALTER TABLE task ADD CONSTRAINT task_state_check
    CHECK (state IN ('HELD', 'DUE', 'SENT', 'RUNNING', 'DONE', 'DROPPED'));
UPDATE task SET state = 'DROPPED' FROM job WHERE job.id = task.job AND job.ended_at IS NOT NULL AND task.state <> 'DONE';

-- What is begun of a running task, in images.
ALTER TABLE task ADD COLUMN under_way double precision NOT NULL DEFAULT 0;

-- Jobs of one task do not queue behind larger ones.
ALTER TABLE job ADD COLUMN one_task boolean NOT NULL DEFAULT true;
UPDATE job SET one_task = false WHERE (SELECT count(*) FROM task WHERE task.job = job.id) > 1;
ALTER TABLE job ALTER COLUMN one_task DROP DEFAULT;
DROP INDEX job_queued;
CREATE INDEX job_queued ON job (kind, one_task, created_at, id) WHERE state = 'QUEUED';
DROP INDEX job_admitted;
CREATE INDEX job_admitted ON job (kind, one_task) WHERE state = 'ADMITTED';
