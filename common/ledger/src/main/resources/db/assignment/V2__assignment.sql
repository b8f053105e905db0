-- Tasks that this service has received, and who works on them.
CREATE TABLE assignment (
    job         uuid        NOT NULL,
    task        integer     NOT NULL,
    attempt     integer     NOT NULL,
    type        text        NOT NULL,
    body        bytea       NOT NULL,
    state       text        NOT NULL CHECK (state IN ('WAITING', 'CLAIMED', 'RELEASED', 'DONE', 'CANCELLED')),
    token       bigint      NOT NULL DEFAULT 0,
    owner       text,
    lease_until timestamptz,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (job, task),
    CHECK ((state = 'CLAIMED') = (owner IS NOT NULL AND lease_until IS NOT NULL))
);
CREATE INDEX assignment_waiting ON assignment (received_at, task) WHERE state = 'WAITING';
CREATE INDEX assignment_claimed ON assignment (lease_until) WHERE state = 'CLAIMED';

-- Jobs that somebody cancelled; confirmed when no worker holds a task of the job any more.
CREATE TABLE cancelled_job (
    job       uuid        PRIMARY KEY,
    wished_at timestamptz NOT NULL,
    confirmed boolean     NOT NULL DEFAULT false
);
