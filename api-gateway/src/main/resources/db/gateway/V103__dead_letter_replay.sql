-- Dead letters that were sent to their topics again, by their offset among the dead letters.
CREATE TABLE dead_letter_replay (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dead_letter bigint      NOT NULL,
    topic       text        NOT NULL,
    replayed_at timestamptz NOT NULL
);
CREATE INDEX dead_letter_replay_of ON dead_letter_replay (dead_letter);
CREATE INDEX dead_letter_replay_oldest ON dead_letter_replay (replayed_at);
