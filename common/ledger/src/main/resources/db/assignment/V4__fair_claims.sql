-- Whose a task is, whether others wait for it, and when it was claimed last.
ALTER TABLE assignment ADD COLUMN team text;
ALTER TABLE assignment ADD COLUMN urgent boolean NOT NULL DEFAULT false;
ALTER TABLE assignment ADD COLUMN claimed_at timestamptz;
UPDATE assignment SET urgent = true WHERE type LIKE 'dev.gangway.merge-%';
