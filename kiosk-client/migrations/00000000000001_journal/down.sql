DROP TABLE notes;
DROP TABLE entries;
DROP TABLE collected;
DROP TABLE visits;
DROP TABLE leases;
DROP TABLE touches;
