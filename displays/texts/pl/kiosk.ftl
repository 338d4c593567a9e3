# The kiosk. `$count` chooses the plural form, `$n` is the number shown.
kiosk-title = Bilety do kolejki
kiosk-welcome = W jakiej sprawie Państwo przychodzą?
kiosk-welcome-hint = Proszę dotknąć sprawy, aby otrzymać bilet.
kiosk-booked = Potwierdzenie umówionej internetowo wizyty (U)
kiosk-booked-hint = Mam rezerwację: wpiszę numer telefonu
kiosk-walk-in = Bez rezerwacji
kiosk-more = Następne sprawy
kiosk-before = Poprzednie sprawy
kiosk-page = Strona { $n } z { $total }
kiosk-language = Język
kiosk-contrast = Wysoki kontrast
kiosk-large = Większe litery
kiosk-low = Przyciski niżej
kiosk-phone-title = Proszę wpisać numer telefonu
kiosk-phone-hint = Numer podany przy rezerwacji, na przykład 48 600 000 000.
kiosk-code-title = Proszę wpisać kod z listu
kiosk-code-hint = Sześć cyfr z potwierdzenia wizyty.
kiosk-use-code = Mam kod z listu
kiosk-use-phone = Wpiszę numer telefonu
kiosk-typed = Wpisane cyfry
kiosk-typed-none = jeszcze nic
kiosk-typed-count = { $count ->
    [one] wpisano { $n } cyfrę
    [few] wpisano { $n } cyfry
   *[many] wpisano { $n } cyfr
}
kiosk-reveal = Pokaż cyfry
kiosk-clear = Wyczyść
kiosk-erase = Usuń ostatnią cyfrę
kiosk-confirm = Potwierdź
kiosk-back = Wróć
kiosk-wait-please = Proszę chwilę poczekać…
kiosk-ticket-title = Państwa bilet
kiosk-ticket-remember = Proszę zapamiętać numer i obserwować tablicę.
kiosk-ticket-ahead = { $count ->
    [one] Przed Państwem czeka { $n } osoba.
    [few] Przed Państwem czekają { $n } osoby.
   *[many] Przed Państwem czeka { $n } osób.
}
kiosk-ticket-first = Są Państwo pierwsi w kolejce.
kiosk-ticket-wait = { $count ->
    [one] Przewidywany czas oczekiwania: od { $from } do { $n } minuty.
   *[many] Przewidywany czas oczekiwania: od { $from } do { $n } minut.
}
kiosk-ticket-wait-short = { $count ->
    [one] Przewidywany czas oczekiwania: do { $n } minuty.
   *[many] Przewidywany czas oczekiwania: do { $n } minut.
}
kiosk-ticket-between = Wezwiemy Państwa prawdopodobnie między { $from } a { $to }.
kiosk-ticket-wait-unknown = Czasu oczekiwania nie da się jeszcze podać.
kiosk-ticket-booked = Wizyta umówiona na { $time }. Godzina jest orientacyjna, a jeden bilet to jedna sprawa.
kiosk-ticket-another = Mają Państwo dziś kolejną wizytę? Proszę wpisać numer jeszcze raz.
kiosk-again-number = Wpiszę numer ponownie
kiosk-done = Gotowe
kiosk-again = Spróbuj ponownie
kiosk-take-walk-in = Weź bilet bez rezerwacji
kiosk-home = Początek
kiosk-countdown = { $count ->
    [one] Powrót do początku za { $n } sekundę
    [few] Powrót do początku za { $n } sekundy
   *[many] Powrót do początku za { $n } sekund
}
kiosk-more-time = Więcej czasu
kiosk-no-unknown_phone = Nie znaleźliśmy rezerwacji na ten numer
kiosk-no-unknown_phone-next = Proszę sprawdzić, czy wpisany numer jest taki sam jak w potwierdzeniu wizyty, i spróbować jeszcze raz. Można też wziąć bilet bez rezerwacji.
kiosk-no-not_today = Na dziś nie ma wizyty dla tego numeru
kiosk-no-not_today-next = Proszę sprawdzić dzień w potwierdzeniu wizyty. Dziś mogą Państwo wziąć bilet bez rezerwacji.
kiosk-no-too_early = Jest jeszcze za wcześnie na odbiór biletu
kiosk-no-too_early-next = Bilet na tę wizytę można odebrać od godziny { $time }. Prosimy wrócić do kiosku o tej porze.
kiosk-no-too_early-next-plain = Bilet można odebrać krótko przed umówioną godziną. Prosimy wrócić do kiosku później.
kiosk-no-too_late = Umówiona godzina już minęła
kiosk-no-too_late-next = Tej wizyty nie można już potwierdzić. Prosimy wziąć bilet bez rezerwacji, chętnie Państwa przyjmiemy.
kiosk-no-appointment_cancelled = Ta wizyta została odwołana
kiosk-no-appointment_cancelled-next = Odwołanej wizyty nie można potwierdzić. Prosimy wziąć bilet bez rezerwacji albo umówić nowy termin przez internet.
kiosk-no-already_collected = Bilet na tę wizytę został już odebrany
kiosk-no-already_collected-next = Nie ma więcej wizyt do potwierdzenia. Jeśli bilet zginął, prosimy zwrócić się do pracownika urzędu.
kiosk-no-throttled = Za dużo nieudanych prób
kiosk-no-throttled-next = Prosimy odczekać kilka minut albo poprosić o pomoc pracownika urzędu.
kiosk-no-closed = W tej sprawie bilety nie są teraz wydawane
kiosk-no-closed-next = Bilety będą wydawane od { $time }. Zapraszamy ponownie.
kiosk-no-closed-next-plain = Prosimy przyjść w godzinach pracy urzędu albo umówić wizytę przez internet.
kiosk-no-no_tickets_left = Na dziś zabrakło biletów w tej sprawie
kiosk-no-no_tickets_left-next = Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-not_found = Nie znaleźliśmy wizyty o tym kodzie
kiosk-no-not_found-next = Proszę sprawdzić sześć cyfr w potwierdzeniu wizyty i spróbować jeszcze raz albo wpisać numer telefonu.
kiosk-no-invalid_phone = Ten numer telefonu jest niepełny
kiosk-no-invalid_phone-next = Proszę wpisać wszystkie cyfry numeru, najlepiej zaczynając od 48.
kiosk-no-try_again = Kiosk nie może teraz wydać biletu
kiosk-no-try_again-next = Prosimy spróbować za chwilę. Jeśli to nie pomoże, bilet wyda pracownik urzędu.
kiosk-pair-title = Podłączanie kiosku
kiosk-pair-hint = Administrator podaje ten kod na stronie urządzeń:
kiosk-pair-expired = Kod stracił ważność. Za chwilę pojawi się nowy.
kiosk-pair-waiting = Czekam na zatwierdzenie.
kiosk-offline = Kiosk nie ma połączenia. Prosimy o bilet zapytać pracownika urzędu.
kiosk-day-at = { $date }, godz. { $time }
