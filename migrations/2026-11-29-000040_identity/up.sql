-- How people prove who they are. One text for SQLite and PostgreSQL. Instants are the process clock's.

-- When a sign-on began, when it was last used, and by which kind of browser (two words, never the whole name it gave itself).
-- `limited` is 1 while its owner still has to set up the second factor that the office asks for.
ALTER TABLE sessions ADD COLUMN begun_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN seen_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN limited INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sessions_staff ON sessions (staff);

-- The secret that a person's application shares with us (RFC 6238); in force from `confirmed_ms` on. `last_step` is the step of time
-- whose code was used last: a code counts once.
CREATE TABLE second_factors (
    staff TEXT NOT NULL PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    confirmed_ms BIGINT,
    last_step BIGINT NOT NULL
);

-- Codes for the day on which the phone is lost: hashes only, each removed when it is used.
CREATE TABLE recovery_codes (
    hash TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_staff ON recovery_codes (staff);

-- Links by which a person sets a password, once.
CREATE TABLE account_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL UNIQUE REFERENCES staff (id) ON DELETE CASCADE,
    expires_ms BIGINT NOT NULL
);

-- What the log is searched by.
CREATE INDEX access_log_who ON access_log (who, at_ms);
