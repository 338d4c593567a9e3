### The visit behind its link: what its page says and what can be done there. Every key begins with "web-".

## The visit
web-unconfirmed-title = Proszę potwierdzić wizytę
web-unconfirmed-lead = Na podany adres e-mail wysyłamy wiadomość z linkiem. Wizyta przepadnie, jeśli nikt jej nie potwierdzi do: { $moment }.
web-state-unconfirmed = Czeka na potwierdzenie
web-moved-title = Wizyta została przeniesiona
web-moved-lead = Obowiązuje termin podany niżej. Z poprzedniego będzie mógł skorzystać ktoś inny.
web-resent = Wiadomość wyślemy ponownie w ciągu kilku minut.
web-erased-title = Państwa dane zostały usunięte
web-erased-lead-booked = Na tej stronie nie można już nic zmienić.
web-erased-lead-collected = Odebrany bilet pozostaje ważny: proszę czekać na wezwanie jego numeru.
web-erased-lead-cancelled = Wizyta została odwołana. Automat w urzędzie nie rozpozna już podanego numeru telefonu, a wiadomości nie będziemy wysyłać.
web-erased-lead-not-collected = Bilet nie został odebrany i wizyta przepadła.
web-visit-lead-over = Obsługa tego biletu jest zakończona. Szczegóły są na stronie biletu.
web-visit-place = Miejsce
web-visit-window = Odbiór biletu w automacie
web-visit-prepare = Co przygotować
web-visit-fee = Opłata
web-visit-kept = { $n ->
    [0] Dane kontaktowe usuniemy sami po wizycie.
    [one] Dane kontaktowe usuniemy sami po { $n } dniu od wizyty.
   *[other] Dane kontaktowe usuniemy sami po { $n } dniach od wizyty.
}
web-mail-bounced = Wiadomości na podany adres e-mail nie dochodzą. Wizyta jest ważna, a wszystko, co potrzebne, jest na tej stronie. Proszę ją zapisać lub wydrukować.
web-mail-absent = Nie podano adresu e-mail, dlatego nie wysyłamy wiadomości. Proszę zapisać lub wydrukować tę stronę.
web-wait-label = Przewidywany czas czekania
web-wait-now = za chwilę
web-wait-up-to = do { $to } min
web-wait-range = od { $from } do { $to } min

## How far the hour may shift (R38)
web-shift-title = Czy godzina może się przesunąć?
web-shift-usual = W ostatnich czterech tygodniach 9 na 10 osób umówionych w tej sprawie wezwano najpóźniej { $minutes } min po umówionej godzinie. Tyle pokazał pomiar { $visits ->
    [one] { $visits } wizyty
   *[other] { $visits } wizyt
}; obietnicą to nie jest.
web-shift-on-time = W ostatnich czterech tygodniach 9 na 10 osób umówionych w tej sprawie wezwano punktualnie. Tyle pokazał pomiar { $visits ->
    [one] { $visits } wizyty
   *[other] { $visits } wizyt
}; obietnicą to nie jest.
web-shift-unknown = Nie mamy jeszcze dość pomiarów, żeby podać, o ile. Jedna wizyta w tej sprawie trwa zwykle około { $minutes } min; jeśli poprzednia się przedłuży, trzeba będzie poczekać.
web-shift-today = Dzisiaj w ciągu ostatniej godziny wzywano w tej sprawie do { $minutes } min po umówionej godzinie.
web-shift-today-on-time = Dzisiaj w ciągu ostatniej godziny wzywano w tej sprawie punktualnie.
web-shift-valid = Odebrany bilet pozostaje ważny niezależnie od opóźnienia.

## What can be done
web-deeds-title = Co można zrobić
web-deed-move = Przenieś na inny termin
web-deed-move-hint = Obecny termin zwolnimy dopiero wtedy, gdy nowy będzie pewny.
web-deed-calendar = Dodaj do kalendarza
web-deed-calendar-hint = Otwiera wizytę w kalendarzu telefonu lub komputera (plik .ics).
web-deed-download = Pobierz plik kalendarza
web-deed-resend = Wyślij wiadomość ponownie
web-deed-resend-hint = Na ten sam adres e-mail, z tymi samymi informacjami.
web-deed-print = Drukuj
web-deed-erase = Usuń moje dane

## Every act
web-act-not-done = Nic się nie zmieniło
web-act-digits-hint = Numeru podanego przy rezerwacji. Tak sprawdzamy, że robi to właściwa osoba, a nie program czytający pocztę.
web-closed-cancelled = Wizyta została już odwołana.
web-closed-collected = Bilet na tę wizytę został już odebrany.
web-closed-past = Termin tej wizyty już minął. Nic się nie zmieniło.
web-closed-erased = Dane tej wizyty zostały już usunięte.
web-closed-no-mail = Nie podano adresu e-mail. Wszystko, co potrzebne, jest na stronie wizyty.
web-closed-confirmed = Nic więcej nie trzeba robić.
web-closed-lapsed = Nikt nie potwierdził jej na czas albo została odwołana. Proszę umówić nowy termin.
web-refused-resend-soon = Wiadomość wysłaliśmy przed chwilą. Proszę odczekać minutę.
web-cancel-mail = Potwierdzenie wyślemy e-mailem.
web-cancel-rather-move = Wolę przenieść wizytę na inny termin

## Moving to another term
web-move-title = Proszę wybrać nowy dzień
web-move-lead = Obecny termin pozostaje Państwa, dopóki nowy nie będzie pewny.
web-move-now = Obecny termin
web-move-new = Nowy termin
web-move-days = Dni z wolnymi godzinami
web-move-free = { $n ->
    [one] { $n } wolna godzina
    [few] { $n } wolne godziny
   *[many] { $n } wolnych godzin
}
web-move-none = Obecny termin pozostaje bez zmian. Zwolnione terminy wracają do kalendarza, a każdego dnia dochodzi nowy.
web-move-hours-title = Proszę wybrać nową godzinę
web-move-review-title = Czy przenieść wizytę?
web-move-review-lead = Dopóki nie nacisną Państwo przycisku, nic się nie zmieni.
web-move-kept = Obecny termin nadal jest Państwa, nic nie przepadło.
web-move-button = Przenieś wizytę
web-move-keep = Nie, zostaw obecny termin
web-move-closed = Tej wizyty nie można przenieść
web-move-used = Tę wizytę przeniesiono już tyle razy, ile pozwala urząd. Obecny termin pozostaje bez zmian; można go odwołać albo zadzwonić do urzędu.

## Sending the letter once more
web-resend-title = Czy wysłać wiadomość ponownie?
web-resend-lead = Jeśli wiadomość nie doszła, proszę zajrzeć też do folderu ze spamem.
web-resend-note-1 = Wiadomość trafi na adres podany przy rezerwacji. Można to zrobić trzy razy, najwyżej raz na minutę.
web-resend-button = Wyślij ponownie
web-resend-closed = Wiadomości nie można wysłać ponownie
web-resend-used = Wiadomość wysłaliśmy już ponownie trzy razy. Wszystko, co potrzebne, jest na stronie wizyty.

## Erasing the holder's data
web-erase-title = Czy usunąć Państwa dane?
web-erase-lead = Usuniemy imię, numer telefonu i adres e-mail. Tego nie da się cofnąć.
web-erase-note-1 = Wizyta, na którą nie odebrano jeszcze biletu, zostanie odwołana. Odebrany bilet pozostaje ważny.
web-erase-note-2 = Potwierdzenia nie wyślemy, bo nie będziemy już znać adresu. Potwierdzi to następna strona.
web-erase-note-3 = Automat w urzędzie nie rozpozna już tego numeru telefonu.
web-erase-note-4 = Zapis, że dane usunięto, zostaje bez danych osobowych. Techniczne zapisy odpowiedzi znikają najpóźniej po 24 godzinach, a kopie zapasowe według zasad urzędu.
web-erase-button = Usuń dane i odwołaj wizytę
web-erase-button-only = Usuń dane
web-erase-closed = Tutaj nie można już usunąć danych
web-erase-past = Po godzinie wizyty ta strona służy tylko do czytania. Dane usuniemy sami; można też zwrócić się do inspektora ochrony danych urzędu.

## Confirming by the link of a letter
web-confirm-title = Czy potwierdzić tę wizytę?
web-confirm-lead = Dopóki nie nacisną Państwo przycisku, nic się nie zmieni.
web-confirm-button = Potwierdź wizytę
web-confirm-done = Wizyta jest potwierdzona
web-confirm-next = Szczegóły i link do wizyty wysyłamy w osobnej wiadomości.
web-confirm-closed = Tej wizyty nie można potwierdzić

## A link whose time is over
web-problem-title-gone = Ten link już wygasł
web-problem-gone = Wizyta już minęła, a jej dane zostały usunięte. Nie ma tu nic więcej do zobaczenia ani do zrobienia.
