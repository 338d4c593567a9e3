-- What service days planned: places of terms by service and office-local hour, one text a day. Derived from the journal: after this migration
-- `okienko rebuild` fills in the days before. Packed days do not know their plans yet and are packed again. One text for SQLite and PostgreSQL.
CREATE TABLE slot_plans (
    department TEXT NOT NULL,
    day TEXT NOT NULL,
    places TEXT NOT NULL,
    PRIMARY KEY (department, day)
);
DELETE FROM report_days;
