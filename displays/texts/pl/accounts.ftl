problem-title-beyond_rights = Nie można nadać więcej niż własne uprawnienia
problem-beyond_rights = Nie można nadać, zmienić ani odebrać uprawnień, których nie ma się samemu. Proszę zwrócić się do osoby o szerszych uprawnieniach.
