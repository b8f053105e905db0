-- Who is told of a team's jobs. The secret is kept as it is, because signing needs it.
CREATE TABLE webhook (
    id          uuid        PRIMARY KEY,
    team        text        NOT NULL,
    url         text        NOT NULL,
    secret      text        NOT NULL,
    filter      jsonb       NOT NULL,
    created_at  timestamptz NOT NULL,
    disabled_at timestamptz
);
CREATE INDEX webhook_newest ON webhook (team, created_at DESC, id DESC);

-- Events on their way to webhooks: put here by the transaction that they tell of, and sent by whoever holds the lease.
CREATE TABLE webhook_delivery (
    id          uuid        PRIMARY KEY,
    webhook     uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
    event       uuid        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    body        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PENDING', 'DELIVERED', 'EXHAUSTED')),
    attempts    integer     NOT NULL DEFAULT 0,
    failures    integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL,
    lease_until timestamptz,
    last_status integer,
    last_error  text,
    created_at  timestamptz NOT NULL,
    ended_at    timestamptz
);
-- Looked at several times a second: these stay as small as what is on its way.
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, due_at) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_leased ON webhook_delivery (webhook) WHERE lease_until IS NOT NULL;
CREATE INDEX webhook_delivery_newest ON webhook_delivery (webhook, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE ended_at IS NOT NULL;
