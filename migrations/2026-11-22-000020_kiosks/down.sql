DROP TABLE unprinted;
DROP TABLE wishes;
DROP TABLE device_alarms;
DROP TABLE device_reports;
