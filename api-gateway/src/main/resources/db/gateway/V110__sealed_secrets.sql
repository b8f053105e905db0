-- Secrets are kept sealed; the plain ones from before are sealed when the gateway starts, and then nowhere to be found here.
ALTER TABLE webhook ALTER COLUMN secret DROP NOT NULL;
ALTER TABLE webhook ADD COLUMN sealed_secret text;
ALTER TABLE webhook ADD CONSTRAINT webhook_has_one_secret CHECK ((secret IS NULL) <> (sealed_secret IS NULL));
-- The secret before a change, with which events are signed for a while too; sealed.
ALTER TABLE webhook ADD COLUMN former_secret text;
ALTER TABLE webhook ADD COLUMN former_until timestamptz;
ALTER TABLE webhook ADD CONSTRAINT webhook_former_secret_ends CHECK ((former_secret IS NULL) = (former_until IS NULL));
