### The citizen's pages. Every key begins with "web-". Placeholders are listed where they are not plain.

## Frame
web-skip = Przejdź do treści
web-place = Rezerwacja wizyt
web-languages = Język strony
web-footer-other-ways = Wizytę można też umówić telefonicznie lub w urzędzie. Bez rezerwacji bilet wydaje automat w urzędzie.
web-footer-declaration = Deklaracja dostępności
web-footer-privacy = Informacja o przetwarzaniu danych osobowych
web-error-prefix = Błąd:

## Dates. $weekday: 1 is Monday; $month: 1 is January
web-weekday = { $weekday ->
    [1] poniedziałek
    [2] wtorek
    [3] środa
    [4] czwartek
    [5] piątek
    [6] sobota
   *[7] niedziela
}
web-weekday-short = { $weekday ->
    [1] pon.
    [2] wt.
    [3] śr.
    [4] czw.
    [5] pt.
    [6] sob.
   *[7] niedz.
}
web-date-day-month = { $day } { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
web-date-long = { web-weekday }, { web-date-day-month } { $year }

## Steps
web-steps = Kroki rezerwacji
web-step-service = Sprawa
web-step-day = Dzień
web-step-hour = Godzina
web-step-details = Dane i sprawdzenie

## Step 1
web-services-title = Umów wizytę w urzędzie
web-services-lead = Proszę wybrać sprawę, a potem dzień i godzinę. Rezerwacja jest bezpłatna i nie wymaga konta. Terminy: { $days ->
    [one] dziś i jutro
   *[other] od dziś do { $days } dni naprzód
}.
web-services-all = Wszystkie sprawy
web-services-heading = Sprawy wydziału
web-search-label = Jaką sprawę chcą Państwo załatwić?
web-search-button = Szukaj
web-search-found = { $n ->
    [one] Znaleziono { $n } sprawę dla „{ $query }”.
    [few] Znaleziono { $n } sprawy dla „{ $query }”.
   *[many] Znaleziono { $n } spraw dla „{ $query }”.
}
web-search-clear = Pokaż wszystkie sprawy
web-search-nothing = Nie znaleźliśmy takiej sprawy.
web-service-duration = wizyta trwa około { $minutes } min
web-service-kiosk-only = bez rezerwacji – bilet wydaje automat w urzędzie

## Step 2
web-back-services = Wybierz inną sprawę
web-days-title = Proszę wybrać dzień
web-days-until = Rezerwacja możliwa do: { $date }.
web-days-legend = Liczba pod datą to liczba wolnych godzin.
web-days-caption = Dni z liczbą wolnych godzin
web-day-label = { $date }, { $n ->
    [one] { $n } wolna godzina
    [few] { $n } wolne godziny
   *[many] { $n } wolnych godzin
}
web-day-free = { $n ->
    [one] { $n } wolna
    [few] { $n } wolne
   *[many] { $n } wolnych
}
web-day-none = brak
web-days-nearest = Najbliższe wolne terminy
web-days-first = Pierwszy wolny termin
web-days-none = W tej chwili nie ma wolnych terminów.

## Step 3
web-back-days = Wybierz inny dzień
web-hours-title = Proszę wybrać godzinę
web-hours-other-days = Inne dni z wolnymi godzinami
web-hours-morning = Przed południem
web-hours-afternoon = Po południu
web-hours-none = Tego dnia nie ma już wolnych godzin.
web-hours-none-advice = Proszę wybrać inny dzień.
web-hour-places = { $n ->
    [one] { $n } miejsce
    [few] { $n } miejsca
   *[many] { $n } miejsc
}

## Step 4
web-back-hours = Wybierz inną godzinę
web-form-title = Państwa dane
web-form-summary = Wybrany termin
web-form-all-required = Wszystkie trzy pola są wymagane.
web-form-required = (wymagane)
web-form-name = Imię
web-form-phone = Numer telefonu
web-form-phone-hint = Na przykład 662 138 278. Numer zagraniczny proszę podać z numerem kraju, na przykład +380…
web-form-email = Adres e-mail
web-form-email-hint = Na ten adres wyślemy potwierdzenie z linkiem do odwołania wizyty.
web-form-current = Numer telefonu i adres e-mail muszą być aktualne, ponieważ służą do weryfikacji wizyty.
web-form-one-matter = Jedna rezerwacja uprawnia do załatwienia jednej sprawy.
web-form-purpose = Nie pytamy o żadne inne dane. Służą one do umówienia i potwierdzenia tej wizyty.
web-form-submit = Umów wizytę
web-form-submit-chosen = Umów wizytę w wybranym terminie
web-form-choose-again = Proszę wybrać inny termin
web-form-kept = Wpisane dane zostały zachowane.
web-form-term-gone = Ten termin nie jest już dostępny.
web-form-other-day = Wybierz inny dzień

## Refusals, by the stable code
web-errors-title = Proszę poprawić:
web-refused-invalid-name = Proszę podać imię.
web-refused-invalid-phone = Proszę podać poprawny numer telefonu, na przykład 662 138 278.
web-refused-invalid-email = Proszę podać poprawny adres e-mail, na przykład anna@example.pl.
web-refused-slot-taken = Ten termin został przed chwilą zajęty. Proszę wybrać inny.
web-refused-slot-in-past = Ten termin już minął. Proszę wybrać inny.
web-refused-outside-horizon = Na ten dzień nie można jeszcze umówić wizyty. Proszę wybrać wcześniejszy termin.
web-refused-not-a-slot = O tej godzinie urząd nie prowadzi wizyt w tej sprawie. Proszę wybrać inny termin.
web-refused-overlapping-appointment = Na ten numer telefonu jest już umówiona wizyta o tej samej porze. Proszę wybrać inną godzinę.
web-refused-limit-reached = Na ten numer telefonu umówiono już tego dnia największą dozwoloną liczbę wizyt. Proszę wybrać inny dzień.
web-refused-key-reused = Ten formularz został już wysłany z innymi danymi. Proszę sprawdzić dane i wysłać go ponownie.
web-refused-form-expired = Formularz był otwarty zbyt długo. Proszę wysłać go jeszcze raz.
web-refused-throttled = Zbyt wiele prób w krótkim czasie. Proszę spróbować za kilka minut.
web-refused-try-again = System jest chwilowo niedostępny. Proszę spróbować ponownie za chwilę.
web-refused-wrong-digits = Te cyfry nie zgadzają się z numerem telefonu podanym przy rezerwacji.
web-refused-wrong-state = W tej chwili nie jest to możliwe, ponieważ stan się zmienił.
web-refused-other = Nie udało się tego zrobić. Proszę spróbować ponownie.

## The visit
web-visit-thanks = Dziękujemy, wizyta jest umówiona
web-visit-title-booked = Państwa wizyta
web-visit-title-collected = Bilet został odebrany
web-visit-title-cancelled = Wizyta została odwołana
web-visit-title-not-collected = Bilet nie został odebrany na czas
web-visit-lead-booked = Wszystko, co potrzebne, jest na tej stronie.
web-visit-lead-collected = Proszę czekać na wezwanie numeru z biletu.
web-visit-lead-cancelled = Ta wizyta się nie odbędzie. Jeśli chcą Państwo przyjść, proszę umówić nowy termin.
web-visit-lead-not-collected = System odwołał wizytę. Nadal mogą Państwo wziąć bilet z automatu i poczekać w kolejce albo umówić nowy termin.
web-visit-heading = Wizyta
web-state-booked = Umówiona
web-state-collected = Bilet odebrany
web-state-cancelled = Odwołana
web-state-not-collected = Nieodebrana
web-visit-code = Kod wizyty, zamiast numeru telefonu
web-visit-service = Sprawa
web-visit-department = Wydział
web-visit-name = Imię
web-visit-phone = Telefon (identyfikator)
web-mail-sent = Potwierdzenie zostało wysłane na podany adres e-mail.
web-mail-pending = Potwierdzenie zostanie wysłane na podany adres e-mail w ciągu kilku minut.
web-mail-failed = Na razie nie udało się wysłać wiadomości e-mail; spróbujemy ponownie. Wizyta jest umówiona, a te same dane i link do odwołania są na tej stronie. Proszę ją zapisać.
web-visit-next = Co dalej
web-visit-next-come = Proszę odebrać bilet między { $from } a { $to }, najlepiej co najmniej 10 minut przed wizytą, w dowolnym automacie urzędu.
web-visit-next-kiosk = W automacie proszę nacisnąć:
web-visit-next-phone = Proszę wpisać numer telefonu { $phone } albo kod wizyty.
web-visit-next-wait = Z biletem proszę czekać, aż numer pojawi się na ekranie.
web-visit-note-uncollected = Nieodebranie biletu oznacza odwołanie wizyty.
web-visit-note-several = Przy kilku wizytach jednego dnia numer należy wpisać osobno dla każdego biletu.
web-visit-note-about = Godzina wizyty jest orientacyjna.
web-visit-cannot-text = Prosimy odwołać wizytę, aby z terminu mógł skorzystać inny klient.
web-visit-cancel-link = Odwołaj wizytę
web-visit-keep = Warto zapisać adres tej strony: pozwala on odwołać lub przenieść wizytę bez telefonu do urzędu.
web-visit-book-again = Umów nowy termin
web-visit-ticket-link = Zobacz miejsce w kolejce
web-kiosk-button = Potwierdzenie umówionej internetowo wizyty (U)

## Cancelling
web-cancel-title-ask = Czy odwołać tę wizytę?
web-cancel-title-done = Wizyta została odwołana
web-cancel-title-already = Ta wizyta była już odwołana
web-cancel-title-past = Termin tej wizyty już minął
web-cancel-title-collected = Bilet został już odebrany
web-cancel-lead-ask = Dopóki nie nacisną Państwo przycisku, nic się nie zmieni.
web-cancel-lead-done = Dziękujemy. Z terminu będzie mógł skorzystać ktoś inny.
web-cancel-lead-already = Nic więcej nie trzeba robić.
web-cancel-lead-past = Nie można jej już odwołać. Nic się nie zmieniło.
web-cancel-lead-collected = Wizyty z odebranym biletem nie można odwołać tutaj. Z kolejki można zrezygnować na stronie biletu lub przy stanowisku.
web-cancel-digits = Trzy ostatnie cyfry numeru telefonu
web-cancel-button = Odwołaj wizytę
web-cancel-keep = Nie, zostaw wizytę
web-cancel-to-visit = Wróć do wizyty

## Problems, by the stable code
web-problem-title-not-found = Nie znaleźliśmy tej strony
web-problem-not-found = Adres może być niepełny lub nieaktualny. Proszę sprawdzić, czy link z wiadomości został skopiowany w całości.
web-problem-title-try-again = System jest chwilowo niedostępny
web-problem-try-again = Przepraszamy. Nic nie zostało utracone. Proszę spróbować ponownie za chwilę.
web-problem-title-outside-horizon = Na ten dzień nie można jeszcze umówić wizyty
web-problem-outside-horizon = Proszę wybrać wcześniejszy dzień.
web-problem-title-slot-in-past = Ten termin już minął
web-problem-slot-in-past = Proszę wybrać inny dzień lub inną godzinę.
web-problem-title-not-a-slot = Nie ma takiego terminu
web-problem-not-a-slot = O tej godzinie urząd nie prowadzi wizyt w tej sprawie. Proszę wybrać inny termin.
web-problem-title-not-bookable = Tej sprawy nie można umówić przez internet
web-problem-not-bookable = Proszę przyjść do urzędu i wziąć bilet z automatu.
web-problem-title-form-expired = Formularz był otwarty zbyt długo
web-problem-form-expired = Proszę wrócić do poprzedniej strony i spróbować jeszcze raz.
web-problem-title-throttled = Zbyt wiele prób
web-problem-throttled = Proszę spróbować ponownie za kilka minut.
web-problem-title-other = Nie udało się tego zrobić
web-problem-other = Przepraszamy. Proszę spróbować ponownie; jeśli to nie pomoże, prosimy o kontakt z urzędem.
web-problem-home = Zobacz wszystkie sprawy
web-problem-go-on = Przejdź dalej
web-problem-code = Oznaczenie dla urzędu: { $status } { $code }
