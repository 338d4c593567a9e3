# Obsługa telefoniczna: the phone line of staff. `$count` chooses the plural form, `$n` is the number shown.
staff-title = Obsługa telefoniczna
staff-noscript = Ta strona wymaga włączonej obsługi skryptów w przeglądarce.
staff-logout = Wyloguj
staff-login-title = Logowanie
staff-login-wrong = Login lub hasło jest nieprawidłowe. Proszę spróbować ponownie.
staff-logged-out = Sesja wygasła. Proszę zalogować się ponownie.
staff-network = Brak połączenia z serwerem. Proszę spróbować ponownie.
staff-nav = Czynności
staff-nav-find = Znajdź wizytę
staff-nav-book = Umów wizytę
staff-nav-oversight = Nadzór
staff-shortcut = Skrót: { $what }
staff-errors-title = Proszę poprawić:
staff-required = (wymagane)

staff-find-title = Znajdź wizytę
staff-find-lead = Proszę zapytać o numer telefonu podany przy rezerwacji albo o sześciocyfrowy kod wizyty.
staff-find-field = Numer telefonu albo kod wizyty
staff-find-hint = Na przykład 662 138 278 albo 123 456.
staff-find-submit = Szukaj
staff-find-empty = Proszę wpisać numer telefonu albo kod.
staff-find-logged = Każde wyświetlenie wizyty jest zapisywane w dzienniku dostępu.
staff-found = { $count ->
    [one] Znaleziono { $n } wizytę
    [few] Znaleziono { $n } wizyty
   *[other] Znaleziono { $n } wizyt
}
staff-found-none = Nie znaleziono wizyty na dziś ani na kolejne dni.
staff-found-none-book = Umów wizytę dla tego numeru
staff-state-booked = umówiona
staff-state-collected = bilet odebrany
staff-state-cancelled = odwołana
staff-state-not_collected = bilet nieodebrany
staff-name = Imię
staff-phone = Telefon
staff-email = E-mail
staff-code = Kod wizyty
staff-confirm-by = Czeka na potwierdzenie e-mailem do
staff-mail-fine = wiadomości docierają
staff-mail-failed = wiadomości nie docierają – proszę podać kod ustnie
staff-mail-none = bez e-maila – kod podawany ustnie lub na wydruku
staff-move = Przenieś
staff-move-label = Przenieś wizytę: { $what }
staff-cancel = Odwołaj
staff-cancel-label = Odwołaj wizytę: { $what }
staff-tell = Podaj kod lub wydrukuj
staff-tell-label = Podaj kod lub wydrukuj: { $what }
staff-cancel-title = Odwołać wizytę?
staff-cancel-text = { $what }. Termin będzie mogła zająć inna osoba.
staff-cancel-keep = Nie odwołuj
staff-cancel-go = Odwołaj wizytę
staff-cancelled = Wizyta odwołana: { $what }.
staff-not-cancelled = Tej wizyty nie można już odwołać. Jej stan: { $what }.

staff-book-title = Umów wizytę dla dzwoniącego
staff-book-one = Jedna rezerwacja to jedna sprawa. Obowiązują te same limity co w internecie.
staff-service = Sprawa
staff-service-choose = Proszę wybrać sprawę
staff-day = Dzień
staff-day-none = W tej sprawie nie ma teraz wolnych terminów.
staff-day-free = { $count ->
    [one] { $n } wolny termin
    [few] { $n } wolne terminy
   *[other] { $n } wolnych terminów
}
staff-hour = Godzina
staff-hour-on = Godzina: { $date }, { $what }
staff-person = Dane dzwoniącego
staff-person-hint = Proszę powtórzyć dzwoniącemu numer telefonu: tym numerem odbierze bilet.
staff-email-hint = Na ten adres wyślemy potwierdzenie.
staff-no-email = Bez e-maila (kod podam ustnie albo wydrukuję)
staff-language = Język wiadomości
staff-override = Pomiń limity dla tej osoby
staff-override-warning = Uwaga: wizyta zostanie zapisana mimo limitu wizyt i nakładających się godzin. Decyzja i login trafią do dziennika zdarzeń i dziennika dostępu.
staff-book-submit = Umów wizytę
staff-missing-service = Proszę wybrać sprawę.
staff-missing-day = Proszę wybrać dzień.
staff-missing-hour = Proszę wybrać godzinę.
staff-missing-email = Proszę wpisać adres e-mail albo zaznaczyć „bez e-maila”.
staff-invalid_name = Proszę podać imię: od 1 do 60 znaków, przynajmniej jedna litera.
staff-invalid_phone = Proszę podać poprawny numer telefonu, na przykład 662 138 278.
staff-invalid_email = Proszę podać poprawny adres e-mail, na przykład anna@example.pl.
staff-nearest = Najbliższe wolne terminy:

staff-move-title = Przenieś wizytę
staff-move-now = Obecny termin: { $what }. Zostanie zwolniony dopiero, gdy nowy będzie pewny.
staff-move-submit = Przenieś na ten termin
staff-back = Wróć bez zmian

staff-done-booked = Wizyta umówiona
staff-done-moved = Wizyta przeniesiona
staff-done-tell = Kod i wskazówki
staff-slip = Potwierdzenie wizyty
staff-spoken = kod: { $code }
staff-tell-title = Co powiedzieć dzwoniącemu
staff-tell-when = Wizyta: { $date } o godzinie { $time }. Godzina jest orientacyjna.
staff-tell-collect = Bilet trzeba odebrać w dowolnym automacie urzędu między { $from } a { $to }, najlepiej co najmniej 10 minut przed wizytą.
staff-tell-kiosk = W automacie nacisnąć: „{ $what }” i wpisać numer telefonu { $arg } albo kod { $code }.
staff-tell-lost = Nieodebranie biletu oznacza odwołanie wizyty.
staff-tell-cancel = Kto nie może przyjść, niech zadzwoni: termin przyda się innej osobie.
staff-print = Drukuj
staff-next-caller = Następny dzwoniący

staff-oversight-title = Nadzór
staff-patterns-title = Podejrzane wzorce rezerwacji
staff-patterns-lead = Wskazówki, nie dowody: proszę sprawdzić wizyty, zanim padnie decyzja. Lista nie zawiera danych osobowych.
staff-patterns-none = Nie znaleziono podejrzanych wzorców.
staff-patterns-looked = { $count ->
    [one] Sprawdzono { $n } rezerwację.
    [few] Sprawdzono { $n } rezerwacje.
   *[other] Sprawdzono { $n } rezerwacji.
}
staff-patterns-part = To najnowsza część rezerwacji; starszych nie sprawdzono.
staff-pattern-kind = Wzorzec
staff-pattern-count = Ile
staff-pattern-when = Rezerwacje od–do
staff-pattern-visits = Wizyty
staff-pattern-one_email_many_phones = Jeden adres e-mail, wiele telefonów
staff-pattern-one_origin_many_bookings = Wiele rezerwacji z jednego adresu w sieci w ciągu godziny
staff-pattern-book_and_cancel = Wielokrotne umawianie i odwoływanie
staff-pattern-consecutive_phones = Kolejne numery telefonów
staff-pattern-seconds_after_release = Rezerwacje w kilka sekund po zwolnieniu terminu
staff-visit-open = Pokaż wizytę { $what }
staff-log-title = Dziennik dostępu
staff-log-lead = Kto i kiedy widział lub zmienił którą wizytę. Same identyfikatory.
staff-log-from = Od dnia
staff-log-to = Do dnia
staff-log-who = Login
staff-log-appointment = Identyfikator wizyty
staff-log-optional = (nieobowiązkowe)
staff-log-submit = Pokaż
staff-log-csv = Pobierz CSV
staff-log-none = Brak wpisów w tych dniach.
staff-log-part = Pokazano najnowsze wpisy. Proszę wybrać mniej dni, aby zobaczyć starsze.
staff-log-at = Kiedy
staff-log-action = Czynność
staff-log-visit = Wizyta
staff-log-detail = Okoliczności
staff-action-saw = wyświetlenie
staff-action-searched = szukanie bez wyniku
staff-action-booked = umówienie
staff-action-moved = przeniesienie
staff-action-cancelled = odwołanie
staff-action-checked_in = wydanie biletu
staff-action-check_in_reverted = cofnięcie wydania biletu
staff-action-saw_note = odczyt notatki
staff-action-noted = zapis notatki
staff-action-saw_log = odczyt dziennika
staff-action-saw_patterns = odczyt wzorców
staff-action-saw_people = odczyt czasów pracy osób
staff-action-exported = eksport danych
staff-action-erased = usunięcie danych
staff-detail-beyond_limits = mimo limitów
staff-detail-phone = po telefonie
staff-detail-code = po kodzie
staff-detail-id = po identyfikatorze
staff-action-signed_on = zalogowanie
staff-action-sign_on_failed = nieudane logowanie
staff-action-locked_out = blokada logowania
staff-action-signed_off = wylogowanie
staff-action-password_changed = zmiana hasła
staff-action-password_set = ustawienie hasła odnośnikiem
staff-action-link_made = wydanie odnośnika do hasła
staff-action-second_factor_on = włączenie drugiego składnika
staff-action-second_factor_off = wyłączenie drugiego składnika
staff-action-second_factor_removed = usunięcie drugiego składnika komuś
staff-action-recovery_codes_renewed = nowe kody zapasowe
staff-action-sessions_ended = zakończenie własnych sesji
staff-action-signed_out = wylogowanie kogoś
staff-detail-password = hasło
staff-detail-second_factor = z kodem z aplikacji
staff-detail-second_factor_due = drugi składnik do włączenia
staff-detail-second_factor_wrong = kod
staff-detail-recovery_code = z kodem zapasowym
staff-detail-own_browser = w znanej przeglądarce
staff-detail-own_account = na stronie konta
staff-detail-link = odnośnikiem
staff-detail-command_line = z wiersza poleceń
staff-uncalendared-title = Sprawy z kolejką, ale bez kalendarza
staff-uncalendared-lead = Do tych spraw wydajemy bilety, ale nie można umówić wizyty.
staff-uncalendared-none = Wszystkie sprawy z kolejką mają kalendarz.
