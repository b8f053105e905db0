-- Requests with an Idempotency-Key: reserved while one is worked on, and the answer when it was done. Beside
-- idempotency_key, which a job's own transaction writes.
CREATE TABLE idempotent_request (
    team           text        NOT NULL,
    key            text        NOT NULL,
    attempt        uuid        NOT NULL,
    target         text        NOT NULL,
    digest         text,
    reserved_until timestamptz NOT NULL,
    created_at     timestamptz NOT NULL,
    status         integer,
    location       text,
    body           bytea,
    PRIMARY KEY (team, key)
);
CREATE INDEX idempotent_request_oldest ON idempotent_request (created_at);
CREATE INDEX idempotent_request_reserved ON idempotent_request (attempt) WHERE status IS NULL;
