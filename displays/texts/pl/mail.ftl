# Listy do klienta (R15–R21). Klucze są te same we wszystkich językach; pilnuje tego test w src/mail/texts.rs.

# Nazwa przycisku w biletomacie; w innych językach listu pozostaje po polsku, obok tłumaczenia.
mail-kiosk-entry = Potwierdzenie umówionej internetowo wizyty (U)

mail-minutes = { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
}

mail-greeting = Szanowna Pani, Szanowny Panie,

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
mail-note-one-matter = Jedna rezerwacja uprawnia do załatwienia jednej sprawy.
mail-note-cancel = Jeżeli nie może Pani/Pan przyjść, uprzejmie prosimy o odwołanie wizyty, aby z terminu mógł skorzystać inny klient.

mail-note-void = Na odwołaną wizytę nie można już pobrać biletu w biletomacie.
mail-note-freed = Zwolniony termin zostanie udostępniony innym klientom. Dziękujemy za odwołanie wizyty.
mail-note-again = Nową wizytę można umówić przez internet o każdej porze. Bilet do zwykłej kolejki można pobrać w biletomacie w godzinach pracy urzędu.

mail-automatic = Wiadomość została wysłana automatycznie. Prosimy na nią nie odpowiadać.
mail-contact = W sprawie wizyty prosimy o kontakt pod adresem: { $contact }.

mail-calendar-summary = Wizyta w urzędzie – { $service }
mail-calendar-confirmation = Proszę pobrać bilet w dowolnym biletomacie urzędu („{ $entry }”) co najmniej { $advice } przed wizytą. Niepobranie biletu oznacza anulowanie wizyty. Godzina wizyty jest orientacyjna.
mail-calendar-cancellation = Wizyta została odwołana.
