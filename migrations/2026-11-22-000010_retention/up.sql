-- What the erasing job looks for, so that it never reads what was erased long ago. One text for SQLite and PostgreSQL.
CREATE INDEX contacts_unerased ON contacts (start_ms) WHERE erased_ms IS NULL;
CREATE INDEX letters_created ON letters (created_ms);
