DROP TABLE office_history;
