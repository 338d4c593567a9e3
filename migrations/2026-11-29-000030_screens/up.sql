-- The last report of each lobby screen. Ids, counts and codes only, never personal data. Instants are the process clock's.
-- `sound` and since when stand apart, because a screen that cannot be heard is told. One text for SQLite and PostgreSQL.
CREATE TABLE screen_reports (
    device TEXT NOT NULL PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE,
    report TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    sound TEXT NOT NULL CHECK (sound IN ('on', 'blocked', 'off', 'quiet', 'no_speech')),
    sound_since_ms BIGINT NOT NULL
);
