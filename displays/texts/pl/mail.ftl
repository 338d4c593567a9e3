# Listy do klienta (R15–R21). Klucze są te same we wszystkich językach; pilnuje tego test w src/mail/texts.rs.

# Nazwa przycisku w biletomacie; w innych językach listu pozostaje po polsku, obok tłumaczenia.
mail-kiosk-entry = Potwierdzenie umówionej internetowo wizyty (U)

mail-minutes = { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
}

mail-within = { $minutes ->
    [one] { $minutes } minuty
    [few] { $minutes } minut
   *[many] { $minutes } minut
}

mail-greeting = Szanowna Pani, Szanowny Panie,

mail-confirm_request-subject = Prosimy o potwierdzenie wizyty { $date }, godz. { $hour }
mail-confirm_request-heading = Prosimy o potwierdzenie wizyty
mail-confirm_request-intro = { $office } prosi o potwierdzenie wizyty w ciągu { $within }, do godziny { $by }. Bez potwierdzenia rezerwacja wygaśnie.
mail-confirm_request-link = Potwierdź wizytę
mail-confirm_request-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać. Samo otwarcie strony niczego nie zmienia: wizytę potwierdza dopiero przycisk na stronie.

mail-lapsed-subject = Wizyta { $date }, godz. { $hour } nie została potwierdzona
mail-lapsed-heading = Rezerwacja wygasła
mail-lapsed-intro = { $office } informuje, że Pani/Pana rezerwacja wygasła, ponieważ nie została potwierdzona w wyznaczonym czasie.
mail-lapsed-link = Zobacz stan wizyty
mail-lapsed-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać.

mail-change-subject = Zmiana terminu wizyty: { $date }, godz. { $hour }
mail-change-heading = Nowy termin wizyty
mail-change-intro = { $office } potwierdza zmianę terminu Pani/Pana wizyty. Poprzedni termin już nie obowiązuje.
mail-change-link = Zobacz lub odwołaj wizytę
mail-change-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać. Samo otwarcie strony niczego nie zmienia: wizytę odwołuje dopiero przycisk na stronie.

mail-reminder-subject = Przypomnienie o wizycie { $date }, godz. { $hour }
mail-reminder-heading = Przypomnienie o wizycie
mail-reminder-intro = { $office } uprzejmie przypomina o Pani/Pana wizycie.
mail-reminder-link = Zobacz lub odwołaj wizytę
mail-reminder-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać. Samo otwarcie strony niczego nie zmienia: wizytę odwołuje dopiero przycisk na stronie.

mail-not_collected-subject = Wizyta { $date }, godz. { $hour }: bilet nie został pobrany
mail-not_collected-heading = Bilet nie został pobrany
mail-not_collected-intro = { $office } uprzejmie informuje, że Pani/Pana wizyta została anulowana, ponieważ do umówionej godziny bilet nie został pobrany w biletomacie.
mail-not_collected-link = Zobacz stan wizyty
mail-not_collected-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać.

mail-confirmation-subject = Potwierdzenie wizyty { $date }, godz. { $hour }
mail-confirmation-heading = Potwierdzenie umówionej wizyty
mail-confirmation-intro = { $office } potwierdza umówienie Pani/Pana wizyty.
mail-confirmation-link = Zobacz lub odwołaj wizytę
mail-confirmation-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać. Samo otwarcie strony niczego nie zmienia: wizytę odwołuje dopiero przycisk na stronie.

mail-cancellation-subject = Odwołanie wizyty { $date }, godz. { $hour }
mail-cancellation-heading = Potwierdzenie odwołania wizyty
mail-cancellation-intro = { $office } potwierdza, że Pani/Pana wizyta została odwołana.
mail-cancellation-link = Zobacz stan wizyty
mail-cancellation-link-note = To jest osobisty link do Pani/Pana wizyty, proszę go nikomu nie przekazywać.

mail-fact-name = Imię
mail-fact-service = Sprawa
mail-fact-previous = Poprzedni termin
mail-fact-date = Data
mail-fact-hour = Godzina
mail-fact-place = Miejsce
mail-fact-phone = Numer telefonu (identyfikator)

mail-steps-title = Jak pobrać bilet
mail-step-kiosk = Proszę pobrać bilet w dowolnym biletomacie urzędu co najmniej { $advice } przed wizytą.
mail-step-phone = W biletomacie proszę wybrać „{ $entry }” i wpisać numer telefonu w formacie 48…, czyli: { $phone }.
mail-step-phone-abroad = W biletomacie proszę wybrać „{ $entry }” i wpisać numer telefonu z numerem kierunkowym kraju (polskie numery w formacie 48…), czyli: { $phone }.
mail-step-window = Bilet można pobrać od godziny { $opens } do godziny { $hour }.
mail-step-code = Zamiast numeru telefonu można wpisać sześciocyfrowy kod wizyty: { $code }.

mail-notes-title = Ważne informacje
mail-note-uncollected = Niepobranie biletu do umówionej godziny oznacza anulowanie wizyty.
mail-note-several = Jeżeli ma Pani/Pan kilka wizyt tego samego dnia, numer telefonu należy wpisać osobno po każdy bilet.
mail-note-approximate = Godzina wizyty jest orientacyjna i może się nieznacznie przesunąć.
mail-note-shift = W ostatnich czterech tygodniach dziewięć na dziesięć osób umówionych w tej sprawie zostało wezwanych nie później niż { $shift } po umówionej godzinie.
mail-note-one-matter = Jedna rezerwacja uprawnia do załatwienia jednej sprawy.
mail-note-cancel = Jeżeli nie może Pani/Pan przyjść, uprzejmie prosimy o odwołanie wizyty, aby z terminu mógł skorzystać inny klient.

mail-note-unconfirmed = Dopóki wizyta nie jest potwierdzona, nie można pobrać na nią biletu.
mail-note-next-letter = Po potwierdzeniu wyślemy wiadomość z kodem wizyty, informacją o pobraniu biletu i linkiem do odwołania.
mail-note-lapsed = Na tę wizytę nie można już pobrać biletu. Termin zostanie udostępniony innym klientom.
mail-note-missed = Rozumiemy, że plany mogą się zmienić. Następnym razem uprzejmie prosimy o odwołanie wizyty, aby z terminu mógł skorzystać inny klient.
mail-note-void = Na odwołaną wizytę nie można już pobrać biletu w biletomacie.
mail-note-freed = Zwolniony termin zostanie udostępniony innym klientom. Dziękujemy za odwołanie wizyty.
mail-note-again = Nową wizytę można umówić przez internet o każdej porze. Bilet do zwykłej kolejki można pobrać w biletomacie w godzinach pracy urzędu.

mail-automatic = Wiadomość została wysłana automatycznie. Prosimy na nią nie odpowiadać.
mail-contact = W sprawie wizyty prosimy o kontakt pod adresem: { $contact }.
mail-privacy = Informacja o przetwarzaniu danych osobowych

mail-calendar-summary = Wizyta w urzędzie – { $service }
mail-calendar-visit = Proszę pobrać bilet w dowolnym biletomacie urzędu („{ $entry }”) co najmniej { $advice } przed wizytą. Niepobranie biletu oznacza anulowanie wizyty. Godzina wizyty jest orientacyjna.
mail-calendar-ended = Wizyta została odwołana.
