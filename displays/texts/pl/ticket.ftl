# The ticket's own page and leaving the queue
web-ticket-number = Numer biletu
web-ticket-booked-for = Wizyta umówiona na { $hour }
web-ticket-title-waiting = Proszę czekać
web-ticket-title-called = Zapraszamy do stanowiska
web-ticket-title-serving = Państwa sprawa jest załatwiana
web-ticket-title-on-hold = Bilet jest wstrzymany
web-ticket-title-in-transit = Bilet jest przekazywany do innego wydziału
web-ticket-title-no-show = Numer był wzywany
web-ticket-title-finished = Wizyta zakończona
web-ticket-title-cancelled = Bilet został anulowany
web-ticket-title-closed = Urząd zakończył dziś obsługę
web-ticket-text-waiting = Numer pojawi się na ekranie w poczekalni i na tej stronie. Kolejność może się nieco zmieniać.
web-ticket-text-next = Państwa numer jest następny. Proszę być blisko stanowisk; kolejność może się jeszcze zmienić.
web-ticket-text-called = Proszę podejść teraz.
web-ticket-text-serving = Dziękujemy za cierpliwość.
web-ticket-text-on-hold = Pracownik wezwie Państwa ponownie. Miejsce jest zachowane.
web-ticket-text-in-transit = Nie trzeba brać nowego biletu. Miejsce jest zachowane.
web-ticket-text-no-show = Nikt nie podszedł do stanowiska. Jeśli są Państwo w urzędzie, proszę zgłosić się do pracownika: bilet można przywrócić.
web-ticket-text-finished = Dziękujemy za wizytę.
web-ticket-text-cancelled = Ten bilet nie będzie już wzywany. Jeśli to pomyłka, proszę zgłosić się dziś do pracownika: bilet można przywrócić.
web-ticket-text-closed = Ten bilet nie będzie już wzywany. Przepraszamy. Proszę przyjść w innym dniu albo umówić wizytę.
web-ticket-desk = Stanowisko
web-ticket-ahead-label = Przed Państwem
web-ticket-ahead = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
}
web-ticket-next = nikt
web-ticket-wait-label = Przewidywany czas czekania
web-ticket-wait-unknown = nie da się teraz określić
web-ticket-wait-now = za chwilę
web-ticket-wait-about = około { $to } min
web-ticket-wait-range = od { $from } do { $to } min
web-ticket-as-of = Stan na godzinę { $hour }.
web-ticket-renew = Odśwież teraz

# What the tab of the browser says
web-ticket-tab = { $code }: { $title }
web-ticket-tab-ahead = ({ $n }) { $code }
web-ticket-tab-called = ❗ { $code } → stanowisko { $desk }

# What is told beside the state
web-ticket-place = Gdzie
web-ticket-wait-clock = czyli między { $from } a { $to }
web-ticket-wait-why = Tak bywa, gdy żadne stanowisko nie załatwia teraz tej sprawy.
web-ticket-shift-label = Umówiona godzina { $hour }
web-ticket-shift-none = bez opóźnienia
web-ticket-shift-upto = możliwe opóźnienie do { $to } min
web-ticket-shift-range = opóźnienie od { $from } do { $to } min
web-ticket-shift-unknown = nie da się teraz powiedzieć, o ile wizyta się przesunie
web-ticket-shift-valid = Odebrany bilet jest ważny bez względu na opóźnienie.
web-ticket-missed = Numer wzywało stanowisko { $desk }.
web-ticket-spoken-called = Zapraszamy. Stanowisko { $desk }.
web-ticket-spoken-ahead = { $n ->
    [0] Państwa numer jest następny.
    [one] Przed Państwem { $n } osoba.
    [few] Przed Państwem { $n } osoby.
   *[many] Przed Państwem { $n } osób.
}

# What keeps the page fresh
web-ticket-live = Strona aktualizuje się sama.
web-ticket-lost = Brak połączenia. To, co widać, może być nieaktualne; próbujemy połączyć się ponownie.
web-ticket-paused = Aktualizowanie wstrzymane. Ta strona nie pokaże teraz wezwania.
web-ticket-pause = Wstrzymaj aktualizowanie
web-ticket-resume = Wznów aktualizowanie
web-ticket-refresh-on = Strona odświeża się sama co 30 sekund.
web-ticket-refresh-stop = Wyłącz odświeżanie
web-ticket-refresh-off = Strona nie odświeża się sama i nie pokaże wezwania.
web-ticket-refresh-start = Włącz odświeżanie co 30 sekund

# Sound and vibration
web-ticket-alerts-title = Sygnał, gdy numer zostanie wezwany
web-ticket-alerts-text = Dźwięk i wibracja tego urządzenia, a ekran nie zgaśnie. Proszę nie zamykać tej strony i nie oddalać się od urzędu.
web-ticket-alerts-turn-on = Włącz sygnał
web-ticket-alerts-turn-off = Wyłącz sygnał
web-ticket-alerts-are-on = Sygnał jest włączony.

# Leaving the queue
web-leave-link = Rezygnuję z czekania
web-leave-title = Czy opuścić kolejkę?
web-leave-lead = Dopóki nie nacisną Państwo przycisku, nic się nie zmieni.
web-leave-text = Po rezygnacji numer nie będzie wzywany, a miejsca w kolejce nie można odzyskać na tej stronie.
web-leave-sure = Tak, oddaję swoje miejsce w kolejce
web-leave-button = Opuść kolejkę
web-leave-keep = Nie, czekam dalej
web-leave-not-done = Miejsce w kolejce jest zachowane
web-refused-not-sure = Aby opuścić kolejkę, proszę zaznaczyć zgodę nad przyciskiem.
