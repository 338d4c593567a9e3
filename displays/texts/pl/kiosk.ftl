# The kiosk. `$count` chooses the plural form, `$n` is the number shown.
kiosk-title = Bilety do kolejki
kiosk-welcome = W jakiej sprawie Państwo przychodzą?
kiosk-welcome-hint = Proszę dotknąć swojej sprawy.
kiosk-booked = Potwierdzenie umówionej internetowo wizyty (U)
kiosk-booked-hint = Mam umówioną wizytę: wpiszę numer telefonu
kiosk-walk-in = Bez umówionej wizyty
kiosk-more = Następne sprawy
kiosk-before = Poprzednie sprawy
kiosk-page = Strona { $n } z { $total }
kiosk-language = Język
kiosk-help = Potrzebują Państwo pomocy? Bilet wyda też pracownik urzędu.
kiosk-people = { $count ->
    [one] czeka { $n } osoba
    [few] czekają { $n } osoby
   *[many] czeka { $n } osób
}
kiosk-nobody = nikt nie czeka
kiosk-range = około { $from }–{ $to } min
kiosk-range-short = do { $to } min
kiosk-shut = Teraz nieczynne
kiosk-shut-until = Nieczynne do: { $time }
kiosk-none-left = Na dziś brak biletów
kiosk-none-left-until = Brak biletów do: { $time }
kiosk-stopped = Dziś wstrzymane

# Before the ticket is taken.
kiosk-ask-title = Czy pobrać bilet do tej sprawy?
kiosk-one-matter = Jeden bilet to jedna sprawa.
kiosk-left = { $count ->
    [one] Na dziś został jeszcze { $n } bilet.
    [few] Na dziś zostały jeszcze { $n } bilety.
   *[many] Na dziś zostało jeszcze { $n } biletów.
}
kiosk-priority = Obsługa poza kolejnością
kiosk-priority-hint = Jeśli to Państwa dotyczy, proszę wskazać powód.
kiosk-take = Pobierz bilet

# The visit's phone number or code.
kiosk-phone-title = Proszę wpisać numer telefonu
kiosk-phone-hint = Numer podany przy rezerwacji: 600 000 000 albo 48 600 000 000.
kiosk-code-title = Proszę wpisać kod z listu
kiosk-code-hint = Sześć cyfr z potwierdzenia wizyty.
kiosk-use-code = Wpiszę kod z listu
kiosk-use-phone = Wpiszę numer telefonu
kiosk-again-number = Wpiszę numer ponownie
kiosk-again-code = Wpiszę kod ponownie
kiosk-typed-count = { $count ->
    [one] wpisano { $n } cyfrę
    [few] wpisano { $n } cyfry
   *[many] wpisano { $n } cyfr
}
kiosk-typed-none = Nic nie wpisano.
kiosk-reveal = Pokaż cyfry
kiosk-clear = Wyczyść
kiosk-erase = Usuń ostatnią cyfrę
kiosk-confirm = Potwierdź
kiosk-back = Wróć

# While the ticket is made.
kiosk-wait-please = Proszę chwilę poczekać…
kiosk-wait-issue = Przygotowujemy Państwa bilet.
kiosk-wait-print = Przygotowujemy i drukujemy Państwa bilet.
kiosk-wait-touched = Jeszcze chwilę: dotknięcie zostało przyjęte, nie trzeba go powtarzać.
kiosk-wait-long = To trwa dłużej niż zwykle. Proszę nie odchodzić.

# The ticket.
kiosk-ticket-title = Państwa bilet
kiosk-ticket-remember = Proszę zapamiętać numer i obserwować tablicę.
kiosk-ticket-ahead = { $count ->
    [one] Przed Państwem czeka { $n } osoba.
    [few] Przed Państwem czekają { $n } osoby.
   *[many] Przed Państwem czeka { $n } osób.
}
kiosk-ticket-first = Są Państwo pierwsi w kolejce.
kiosk-ticket-wait = { $count ->
    [one] Oczekiwanie: około { $from }–{ $n } minuty.
    [few] Oczekiwanie: około { $from }–{ $n } minuty.
   *[many] Oczekiwanie: około { $from }–{ $n } minut.
}
kiosk-ticket-wait-short = { $count ->
    [one] Oczekiwanie: do { $n } minuty.
    [few] Oczekiwanie: do { $n } minut.
   *[many] Oczekiwanie: do { $n } minut.
}
kiosk-ticket-between = Wezwiemy Państwa około { $from }–{ $to }.
kiosk-ticket-wait-unknown = Czasu oczekiwania nie da się jeszcze podać.
kiosk-ticket-booked = Wizyta umówiona na { $time }; godzina jest orientacyjna.
kiosk-ticket-another = Mają Państwo dziś kolejną wizytę? Proszę wpisać numer jeszcze raz.
kiosk-ticket-offline = Numer jest ważny. Miejsce w kolejce podamy, gdy wróci połączenie.
kiosk-qr = Kolejka w telefonie: proszę zeskanować kod.
kiosk-print-printing = Bilet się drukuje…
kiosk-print-printed = Bilet wydrukowano. Proszę go zabrać.
kiosk-print-failed = Biletu nie wydrukowano. Proszę zapamiętać numer albo zrobić zdjęcie; pracownik został powiadomiony.
kiosk-print-paper_end = Skończył się papier.
kiosk-print-cover_open = Drukarka jest otwarta.
kiosk-print-error = Drukarka ma usterkę.
kiosk-print-away = Drukarka nie odpowiada.
kiosk-done = Gotowe
kiosk-again = Spróbuj ponownie
kiosk-take-walk-in = Weź bilet bez rezerwacji
kiosk-home = Wróć na początek

# The countdown and the helps.
kiosk-countdown = Powrót za { $n } s
kiosk-more-time = Więcej czasu
kiosk-contrast = Wysoki kontrast
kiosk-large = Duże litery
kiosk-low = Przyciski niżej
kiosk-voice = Czytaj na głos
kiosk-voice-repeat = Powtórz
kiosk-volume = Głośność { $n }
kiosk-voice-help = Czytanie włączone. Klawisze plus i minus przenoszą między przyciskami, Enter wybiera, Backspace usuwa cyfrę albo wraca. Przycisk Powtórz czyta ekran od nowa.
kiosk-voice-choices = { $count ->
    [one] { $n } przycisk.
    [few] { $n } przyciski.
   *[many] { $n } przycisków.
}
kiosk-voice-chosen = wybrano
kiosk-voice-unchosen = nie wybrano

# Refusals: a sentence, and what to do next.
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
kiosk-no-closed-next = Bilety będą wydawane: { $time }. Zapraszamy ponownie.
kiosk-no-closed-next-plain = Prosimy przyjść w godzinach pracy urzędu albo umówić wizytę przez internet.
kiosk-no-no_tickets_left = Na dziś zabrakło biletów w tej sprawie
kiosk-no-no_tickets_left-next = Następne bilety będą wydawane: { $time }. Można też umówić wizytę przez internet albo poprosić o radę pracownika urzędu.
kiosk-no-no_tickets_left-next-plain = Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-stopped = Dziś nie wydajemy już biletów w tej sprawie
kiosk-no-stopped-overload = Czeka już tyle osób, że kolejnych nie zdążylibyśmy przyjąć przed zamknięciem. Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-stopped-staff = Przyczyną jest nieobecność pracowników. Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-stopped-fault = Przyczyną jest awaria systemu informatycznego. Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-stopped-incident = Przyczyną jest zdarzenie w budynku urzędu. Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-stopped-other = Przepraszamy za tę zmianę. Prosimy przyjść w innym dniu albo umówić wizytę przez internet. Pracownik urzędu chętnie pomoże.
kiosk-no-unknown_code = Nie znaleźliśmy wizyty o tym kodzie
kiosk-no-unknown_code-next = Proszę sprawdzić sześć cyfr w potwierdzeniu wizyty i spróbować jeszcze raz albo wpisać numer telefonu.
kiosk-no-invalid_phone = Ten numer telefonu jest niepełny
kiosk-no-invalid_phone-next = Proszę wpisać wszystkie cyfry numeru; numer zagraniczny proszę zacząć od plusa i kodu kraju.
kiosk-no-offline_phone = Numeru telefonu nie da się teraz sprawdzić
kiosk-no-offline_phone-next = Automat nie ma chwilowo połączenia. Proszę wpisać sześć cyfr kodu z potwierdzenia wizyty: z nim wydamy bilet od razu.
kiosk-no-ask_staff = Automat nie może teraz wydać biletu do tej sprawy
kiosk-no-ask_staff-next = Proszę podejść do pracownika urzędu: wyda Państwu bilet. Przepraszamy za kłopot.
kiosk-no-network = Automat nie ma teraz połączenia
kiosk-no-network-next = Proszę spróbować ponownie: nie dostaną Państwo dwóch biletów. Jeśli to nie pomoże, bilet wyda pracownik urzędu.
kiosk-no-try_again = Automat nie może teraz wydać biletu
kiosk-no-try_again-next = Prosimy spróbować za chwilę. Jeśli to nie pomoże, bilet wyda pracownik urzędu.

# Pairing.
kiosk-pair-title = Podłączanie kiosku
kiosk-pair-hint = Administrator podaje ten kod na stronie urządzeń:
kiosk-pair-expired = Kod stracił ważność. Za chwilę pojawi się nowy.
kiosk-pair-waiting = Czekam na zatwierdzenie.
kiosk-offline = Automat nie ma połączenia. Prosimy o bilet zapytać pracownika urzędu.
kiosk-away = Automat nie ma połączenia. Bilety są wydawane nadal; wizytę potwierdzi kod z listu.
kiosk-day-at = { $date }, godz. { $time }
kiosk-day-at-short = { $date }, { $time }

# The service menu of the kiosk's keeper.
kiosk-pin-title = Kod PIN obsługi
kiosk-pin-wrong = Kod PIN jest niepoprawny.
kiosk-pin-throttled = Za dużo prób. Proszę odczekać kilka minut.
kiosk-pin-away = Program automatu nie odpowiada.
kiosk-service-title = Menu serwisowe
kiosk-service-server = Serwer
kiosk-service-network = Łączność
kiosk-service-printer = Drukarka
kiosk-service-rolls = Bilety od wymiany rolki
kiosk-service-paper = Papieru wystarczy na
kiosk-service-unsynced = Bilety do przesłania
kiosk-service-version = Wersja
kiosk-service-log = Ostatnie wpisy dziennika
kiosk-service-test = Wydruk próbny
kiosk-service-roll = Rolka wymieniona
kiosk-service-reload = Odśwież ekran
kiosk-service-restart = Uruchom ponownie
kiosk-service-close = Zamknij menu
kiosk-service-done = Wykonano.
kiosk-service-failed = Nie udało się. Proszę sprawdzić dziennik.
kiosk-service-unknown = brak danych
kiosk-service-offset = zegar różni się o { $n } ms
kiosk-service-printed = { $n }; dziś { $total }
kiosk-service-conflicts = Sprzeczne potwierdzenia
kiosk-service-left = około { $n } biletów, do { $time }
kiosk-service-left-plain = około { $n } biletów
kiosk-state-online = połączony
kiosk-state-away = nie odpowiada
kiosk-state-ready = gotowa
kiosk-state-near_end = papier się kończy
kiosk-state-paper_end = brak papieru
kiosk-state-cover_open = otwarta pokrywa
kiosk-state-error = usterka
kiosk-state-none = brak drukarki
