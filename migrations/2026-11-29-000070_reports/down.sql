DROP TABLE report_days;
DROP TABLE desk_hours;
DROP TABLE appointments;
DROP INDEX visits_department_day;
ALTER TABLE visits DROP COLUMN served_by;
ALTER TABLE visits DROP COLUMN walked_ms;
ALTER TABLE visits DROP COLUMN began_ms;
