DROP TABLE queue_alarms;
