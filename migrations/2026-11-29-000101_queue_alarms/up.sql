-- What a department was told last of one of its services: `told` is a word of the core, or `clear` after an all-clear; `raised_ms` is the
-- office clock's. Of several nodes the one that turns the row first writes the letter. One text for SQLite and PostgreSQL.
CREATE TABLE queue_alarms (
    service TEXT NOT NULL PRIMARY KEY,
    told TEXT NOT NULL,
    raised_ms BIGINT NOT NULL,
    turn INTEGER NOT NULL
);
