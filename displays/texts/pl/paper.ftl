# The printed ticket (R12, R30, R31, R38). `$count` chooses the plural form, `$n` is the number shown.
paper-ahead = { $count ->
    [one] Przed Państwem czeka { $n } osoba.
    [few] Przed Państwem czekają { $n } osoby.
   *[many] Przed Państwem czeka { $n } osób.
}
paper-first = Są Państwo pierwsi w kolejce.
paper-offline = Miejsce w kolejce pokaże strona biletu, gdy kiosk odzyska połączenie.
paper-wait-range = { $count ->
    [one] Przewidywany czas oczekiwania: od { $from } do { $n } minuty.
   *[many] Przewidywany czas oczekiwania: od { $from } do { $n } minut.
}
paper-wait-upto = { $count ->
    [one] Przewidywany czas oczekiwania: do { $n } minuty.
   *[many] Przewidywany czas oczekiwania: do { $n } minut.
}
paper-wait-unknown = Czasu oczekiwania nie da się teraz podać.
paper-booked = Wizyta umówiona na { $hour }
paper-approximate = Godzina jest orientacyjna.
paper-delay-range = { $count ->
    [one] Prawdopodobne opóźnienie: od { $from } do { $n } minuty.
   *[many] Prawdopodobne opóźnienie: od { $from } do { $n } minut.
}
paper-delay-upto = { $count ->
    [one] Możliwe opóźnienie: do { $n } minuty.
   *[many] Możliwe opóźnienie: do { $n } minut.
}
paper-delay-none = Teraz nie przewidujemy opóźnienia.
paper-delay-unknown = Nie da się teraz powiedzieć, o ile wizyta się przesunie.
paper-valid = Bilet jest ważny bez względu na opóźnienie.
paper-one-matter = Jeden bilet to jedna sprawa.
paper-watch = Proszę obserwować ekran w poczekalni.
paper-scan = Stan kolejki w telefonie: proszę zeskanować kod.
paper-priority = Pierwszeństwo: { $name }
paper-issued = Wydano { $date }, godz. { $time }
paper-reprint = WYDRUK PONOWNY
paper-test = WYDRUK PRÓBNY – TO NIE JEST BILET
