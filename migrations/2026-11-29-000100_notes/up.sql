-- Clerks' notes on visits. Personal data, as contacts are: beside the journal, erased with them; sealed under the server's secret, so that
-- a copy of the database alone tells nothing. `appointment` is empty for a walk-in ticket. One text for SQLite and PostgreSQL.
CREATE TABLE notes (
    ticket TEXT NOT NULL PRIMARY KEY,
    appointment TEXT NOT NULL,
    sealed TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE INDEX notes_appointment ON notes (appointment);
CREATE INDEX notes_at ON notes (at_ms);
