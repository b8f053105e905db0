-- Jobs complete users' own pictures too, which belong to no dataset and may fail one by one.
ALTER TABLE job ALTER COLUMN dataset_name DROP NOT NULL;
ALTER TABLE job ALTER COLUMN dataset_version DROP NOT NULL;
ALTER TABLE task ADD COLUMN failed_images integer NOT NULL DEFAULT 0;
