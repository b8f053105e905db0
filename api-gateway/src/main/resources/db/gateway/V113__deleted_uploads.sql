-- Folders of pictures that were deleted: nobody can name them, and their objects go with the next collection. When these are gone the
-- row says since when, for whoever listed them before.
CREATE TABLE deleted_upload (
    folder     text PRIMARY KEY,
    deleted_at timestamptz NOT NULL,
    gone_at    timestamptz
);
