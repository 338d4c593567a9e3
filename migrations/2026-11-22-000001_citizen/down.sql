DROP TABLE access_log;
DELETE FROM letters WHERE channel <> 'mail' OR state = 'dropped';
DROP INDEX letters_about;
ALTER TABLE letters DROP COLUMN channel;
ALTER TABLE contacts DROP COLUMN mail;
ALTER TABLE contacts DROP COLUMN origin;
ALTER TABLE contacts DROP COLUMN booked_ms;
