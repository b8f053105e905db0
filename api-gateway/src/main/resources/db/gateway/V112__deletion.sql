-- Versions of datasets that their team deleted: their objects go, and their numbers are never given again.
ALTER TABLE dataset ADD COLUMN deleted_at timestamptz;
-- Which jobs that have not ended need a dataset, and which a model.
CREATE INDEX job_using_dataset ON job (team, dataset_name, dataset_version) WHERE ended_at IS NULL;
CREATE INDEX job_using_model ON job (team, model) WHERE ended_at IS NULL;
