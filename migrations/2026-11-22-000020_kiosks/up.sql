-- What is known of kiosks, and what is asked of them. Ids, counts and codes only, never personal data. Instants are the process clock's.
-- One text for SQLite and PostgreSQL.

-- The last report of each kiosk; `printer` and since when stand apart, because changes of it are told.
CREATE TABLE device_reports (
    device TEXT NOT NULL PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE,
    report TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    printer TEXT NOT NULL,
    printer_since_ms BIGINT NOT NULL
);

-- What the office was told of a kiosk's troubles. `turn` counts the changes: of several nodes only one makes each.
CREATE TABLE device_alarms (
    device TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    trouble TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'clear')),
    raised_ms BIGINT NOT NULL,
    turn INTEGER NOT NULL,
    PRIMARY KEY (device, trouble)
);

-- What a kiosk is asked to do, until it says that it did. A ticket by its id only: its link is a secret.
CREATE TABLE wishes (
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('reload', 'restart', 'test_print', 'print')),
    ticket TEXT,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL
);
CREATE INDEX wishes_device ON wishes (device);

-- Tickets that no paper was printed of.
CREATE TABLE unprinted (
    ticket TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);
