DROP INDEX access_log_who;
DROP TABLE account_links;
DROP TABLE recovery_codes;
DROP TABLE second_factors;
DROP INDEX sessions_staff;
ALTER TABLE sessions DROP COLUMN limited;
ALTER TABLE sessions DROP COLUMN browser;
ALTER TABLE sessions DROP COLUMN seen_ms;
ALTER TABLE sessions DROP COLUMN begun_ms;
