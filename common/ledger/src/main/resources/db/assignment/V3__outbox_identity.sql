-- What a message is known by however often it is sent. No number would do: a restored database counts from before again.
-- (The gateway, which has the outbox but no assignments, adds the same in a script of its own.)
ALTER TABLE outbox ADD COLUMN identity uuid NOT NULL DEFAULT gen_random_uuid();
