DROP TABLE slot_plans;
DELETE FROM report_days;
