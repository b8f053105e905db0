-- What a message is known by however often it is sent. No number would do: a restored database counts from before again.
ALTER TABLE outbox ADD COLUMN identity uuid NOT NULL DEFAULT gen_random_uuid();
