-- What holds for every migration, as this one sees it.
CREATE TABLE migration_wait AS SELECT current_setting('lock_timeout') AS longest;
