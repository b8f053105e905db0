-- What a client asked for, and how far it has come. Only the gateway writes here.
CREATE TABLE job (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind IN ('TRAINING', 'COMPLETION')),
    team            text        NOT NULL,
    model           text        NOT NULL,
    dataset_name    text        NOT NULL,
    dataset_version integer     NOT NULL,
    request         jsonb       NOT NULL,
    work            jsonb       NOT NULL,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'ADMITTED', 'RUNNING', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    progress        jsonb,
    failure         jsonb,
    result_key      text,
    not_before      timestamptz NOT NULL,
    news            bigint      NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    started_at      timestamptz,
    ended_at        timestamptz,
    updated_at      timestamptz NOT NULL
);
-- Pages, newest first, with and without a filter on the state.
CREATE INDEX job_newest ON job (team, kind, created_at DESC, id DESC);
CREATE INDEX job_newest_in_state ON job (team, kind, state, created_at DESC, id DESC);
-- Admission looks at these several times a second: they stay as small as the queue, not as the history.
CREATE INDEX job_queued ON job (kind, created_at, id) WHERE state = 'QUEUED';
CREATE INDEX job_admitted ON job (kind) WHERE state = 'ADMITTED';
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;

-- Every change of a job's state.
CREATE TABLE job_history (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job        uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
    from_state text,
    to_state   text        NOT NULL,
    cause      text        NOT NULL,
    actor      text        NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX job_history_of_job ON job_history (job, id);

-- What those who watch a job are told; the latest are kept. Sequences are the job's own: no gaps, no overtaking.
CREATE TABLE job_event (
    job      uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
    sequence bigint      NOT NULL,
    type     text        NOT NULL,
    body     text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (job, sequence)
);

-- The parts of a job that one worker does at a time.
CREATE TABLE task (
    job        uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
    number     integer     NOT NULL,
    state      text        NOT NULL CHECK (state IN ('HELD', 'DUE', 'SENT', 'RUNNING', 'DONE')),
    attempt    integer     NOT NULL DEFAULT 0,
    failures   integer     NOT NULL DEFAULT 0,
    token      bigint      NOT NULL DEFAULT 0,
    not_before timestamptz NOT NULL,
    images     integer     NOT NULL DEFAULT 0,
    result_key text,
    PRIMARY KEY (job, number)
);
CREATE INDEX task_due ON task (not_before) WHERE state = 'DUE';

-- How the stages of training jobs ended.
CREATE TABLE training_stage (
    job     uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
    stage   integer     NOT NULL,
    kind    text        NOT NULL,
    updates bigint      NOT NULL,
    reason  text        NOT NULL,
    figures jsonb       NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (job, stage)
);

-- Training curves; a step that is trained again after a resumption replaces its point.
CREATE TABLE training_curve (
    job   uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
    stage integer     NOT NULL,
    step  bigint      NOT NULL,
    point jsonb       NOT NULL,
    at    timestamptz NOT NULL,
    PRIMARY KEY (job, stage, step)
);

-- Submissions that clients may repeat.
CREATE TABLE idempotency_key (
    team       text        NOT NULL,
    key        text        NOT NULL,
    digest     text        NOT NULL,
    job        uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (team, key)
);
CREATE INDEX idempotency_key_oldest ON idempotency_key (created_at);

-- Datasets whose manifests are in the store.
CREATE TABLE dataset (
    team       text        NOT NULL,
    name       text        NOT NULL,
    version    integer     NOT NULL,
    image_size integer     NOT NULL,
    train      integer     NOT NULL,
    validation integer     NOT NULL,
    test       integer     NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (team, name, version)
);

-- Checkpoints whose manifests are in the store.
CREATE TABLE checkpoint (
    id         text        PRIMARY KEY,
    job        uuid        NOT NULL REFERENCES job,
    team       text        NOT NULL,
    model      text        NOT NULL,
    stage      integer     NOT NULL,
    step       bigint      NOT NULL,
    token      bigint      NOT NULL,
    kind       text        NOT NULL,
    stage_end  boolean     NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX checkpoint_newest ON checkpoint (team, written_at DESC, id DESC);
CREATE INDEX checkpoint_of_job ON checkpoint (job, stage, step, token);

-- The workers' latest signs of life.
CREATE TABLE worker (
    name    text        PRIMARY KEY,
    kind    text        NOT NULL,
    device  text        NOT NULL,
    slots   integer     NOT NULL,
    busy    integer     NOT NULL,
    seen_at timestamptz NOT NULL
);
