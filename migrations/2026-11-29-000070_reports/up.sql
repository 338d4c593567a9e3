-- What figures need beyond the legs of tickets. All of it is derived from the journal: after this migration `okienko rebuild` fills in what
-- happened before. One text for SQLite and PostgreSQL.

-- When a leg began to wait, how long the visitor walked after the call, and who started the service (an id of staff).
ALTER TABLE visits ADD COLUMN began_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN walked_ms BIGINT;
ALTER TABLE visits ADD COLUMN served_by TEXT;
UPDATE visits SET began_ms = issued_ms, walked_ms = started_ms - called_ms;
CREATE INDEX visits_department_day ON visits (department, day);

-- Appointments without anything about persons: `day` is the service day of the term, `state` as in the contract.
CREATE TABLE appointments (
    appointment TEXT NOT NULL PRIMARY KEY,
    department TEXT NOT NULL,
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    start_ms BIGINT NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX appointments_department_day ON appointments (department, day);

-- How the time of a desk passed, by office-local hours.
CREATE TABLE desk_hours (
    department TEXT NOT NULL,
    desk TEXT NOT NULL,
    hour_ms BIGINT NOT NULL,
    day TEXT NOT NULL,
    free_ms BIGINT NOT NULL,
    paused_ms BIGINT NOT NULL,
    called_ms BIGINT NOT NULL,
    serving_ms BIGINT NOT NULL,
    PRIMARY KEY (department, desk, hour_ms)
);
CREATE INDEX desk_hours_department_day ON desk_hours (department, day);

-- The facts of service days that are over, one text a day, so that a year is read at once. All days of a department up to its last one here
-- are here, or had nothing to tell.
CREATE TABLE report_days (
    department TEXT NOT NULL,
    day TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (department, day)
);
