DROP INDEX letters_created;
DROP INDEX contacts_unerased;
