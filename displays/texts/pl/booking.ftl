### Booking: the service's card, the review, the confirmation by mail, embedding. Every key begins with "web-".

## For search engines
web-description = Rezerwacja wizyty w urzędzie przez internet: bezpłatnie, bez konta, o każdej porze. Proszę wybrać sprawę, dzień i godzinę.
web-description-department = { $department }: sprawy, godziny otwarcia i rezerwacja wizyty przez internet.
web-description-service = { $service }: wolne terminy, co przynieść, opłata i godziny otwarcia. { $department }.

## List of services
web-service-online = można załatwić także bez wizyty
web-search-nothing-tips = Proszę spróbować innego lub krótszego słowa, na przykład „dowód” albo „meldunek”.

## Card of a service
web-card-title = Zanim Państwo przyjdą
web-card-bring = Co przynieść
web-card-fee = Opłata
web-card-place = Miejsce
web-card-duration = Czas wizyty
web-card-minutes = zwykle około { $minutes } min
web-card-opening = Godziny otwarcia
web-card-closed = nieczynne
web-card-online = Bez wizyty:
web-card-online-link = Przejdź do e-usługi

## A queue without a calendar
web-queue-title = Tej sprawy nie umawia się przez internet
web-queue-text = Załatwiają ją Państwo w kolejce, bez rezerwacji:
web-queue-come = Proszę przyjść do urzędu w godzinach otwarcia.
web-queue-press = Na automacie biletowym proszę nacisnąć:
web-queue-wait = Z biletem proszę poczekać, aż numer pojawi się na ekranie.
web-queue-none = Do tej sprawy nie wydajemy teraz biletów. Prosimy o kontakt z urzędem.
web-queue-phone = Pytania? Proszę zadzwonić: { $phone }

## Days
web-days-opens = Następny dzień ({ $day }) otworzy się: { $on }, godz. { $hour }.
web-days-opens-today = Następny dzień ({ $day }) otworzy się dziś o godz. { $hour }.
web-days-none-looked = Sprawdziliśmy wszystkie dni do: { $date }.
web-days-none-returns = Zwolnione terminy wracają tutaj od razu – warto zajrzeć ponownie.
web-days-none-rests = Zwolnione terminy wracają tutaj po pewnym czasie – warto zajrzeć ponownie.
web-days-none-daily = Każdego dnia otwiera się kolejny dzień.
web-days-none-walk-in = Można też przyjść bez rezerwacji i wziąć bilet z automatu.

## Form
web-form-go-on = Dalej: sprawdzenie danych
web-form-go-on-chosen = Dalej z wybranym terminem
web-form-not-yet = Na następnej stronie zobaczą Państwo wszystko jeszcze raz. Dopiero tam umawia się wizytę.
web-clause = Administratorem danych jest { $office }. Przetwarzamy je, aby wykonać zadanie publiczne (art. 6 ust. 1 lit. e RODO), i usuwamy { $days ->
    [0] w dniu wizyty
    [one] najpóźniej { $days } dzień po wizycie
   *[other] najpóźniej { $days } dni po wizycie
}. Podanie danych jest dobrowolne, ale bez nich nie można umówić wizyty przez internet.
web-clause-link = Pełna informacja o przetwarzaniu danych osobowych (otwiera się w nowej karcie)
web-refused-cookies-off = Przeglądarka nie przyjmuje plików cookie, a bez jednego, niezbędnego pliku formularz nie jest bezpieczny. Proszę go dopuścić i wysłać formularz ponownie albo zadzwonić do urzędu.

## Slips in a mail address
web-mail-meant = Czy chodziło o ten adres?
web-mail-fix = Zmień na { $email }
web-mail-check = Czy adres e-mail jest poprawny?
web-mail-typed = Wpisano: { $email }. Podobny, częściej używany adres jest na przycisku.
web-mail-right = Jeśli wpisany adres jest poprawny, nie trzeba nic robić.

## Review
web-review-title = Proszę sprawdzić dane
web-review-lead = Wizyta nie jest jeszcze umówiona. Termin zajmie dopiero przycisk „Umów wizytę”.
web-review-not-booked = Wizyta nie została umówiona
web-review-facts = Dane wizyty
web-review-term = Termin
web-review-phone = W tej postaci numer wpisuje się na automacie biletowym.
web-review-change = Zmień
web-review-know = Warto wiedzieć
web-review-collect = Bilet odbiera się z automatu najpóźniej 10 minut przed wizytą; bez odebrania wizyta przepada.
web-review-keep = Wpisane dane przechowuje tylko ta przeglądarka, przez { $minutes } min od otwarcia tej strony.
web-review-longer = Przedłuż o { $minutes } min
web-review-discard = Zrezygnuj i usuń wpisane dane

## Confirmation by mail
web-sent-title = Prosimy potwierdzić wizytę
web-sent-lead = Na adres { $to } wysłaliśmy wiadomość z linkiem.
web-sent-held = Termin czeka na potwierdzenie
web-sent-until = Proszę potwierdzić w ciągu { $minutes } min, do godz. { $hour }.
web-sent-else = Potem termin wróci do kalendarza.
web-sent-open = Proszę otworzyć wiadomość z urzędu.
web-sent-press = Proszę nacisnąć link i potwierdzić wizytę na stronie, która się otworzy.
web-sent-spam = Wiadomości nie ma? Proszę zajrzeć do folderu ze spamem i odczekać kilka minut.
web-sent-wrong = Adres był błędny?

## Embedding on the city's own pages
web-widget-link = Umów wizytę w urzędzie
web-widget-frame = Rezerwacja wizyty w urzędzie
