-- Checkpoints that are not kept any more: their objects go, and who names one is told so.
ALTER TABLE checkpoint ADD COLUMN deleted_at timestamptz;
-- Which jobs use an upload, and which a checkpoint.
CREATE INDEX job_pictures ON job (kind) WHERE work ->> 'prefix' IS NOT NULL;
CREATE INDEX job_using_checkpoint ON job ((work -> 'checkpoint' ->> 'id')) WHERE ended_at IS NULL;
