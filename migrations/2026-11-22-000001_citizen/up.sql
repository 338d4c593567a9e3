-- What the citizen's side needs beyond the first house. One text for SQLite and PostgreSQL.

-- When a visit was booked, from where (keyed hash of the network address, erased with the contact), and whether its
-- letters arrive: 'fine' or 'failed'.
ALTER TABLE contacts ADD COLUMN booked_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN mail TEXT NOT NULL DEFAULT 'fine';

-- The outbox also carries text messages ('sms'), and forgets what became useless ('dropped') without burying it as 'dead'.
CREATE TABLE letters_next (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    appointment TEXT NOT NULL,
    language TEXT NOT NULL,
    params TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    next_ms BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    locked_until_ms BIGINT NOT NULL,
    not_after_ms BIGINT,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'dead', 'dropped')),
    last_error TEXT,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms'))
);
INSERT INTO letters_next SELECT id, kind, appointment, language, params, created_ms, next_ms, attempts,
    locked_until_ms, not_after_ms, state, last_error, 'mail' FROM letters;
DROP TABLE letters;
ALTER TABLE letters_next RENAME TO letters;
CREATE INDEX letters_due ON letters (next_ms, id) WHERE state = 'queued';
CREATE INDEX letters_about ON letters (appointment);

-- Who saw or changed whose visit, and what was erased when (law lines 21-23). Ids and codes only, never personal data.
CREATE TABLE access_log (
    id TEXT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    appointment TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX access_log_at ON access_log (at_ms);
CREATE INDEX access_log_appointment ON access_log (appointment);
