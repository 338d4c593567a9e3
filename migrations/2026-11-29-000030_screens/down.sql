DROP TABLE screen_reports;
