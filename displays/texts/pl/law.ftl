### Strony, których wymaga prawo: deklaracja dostępności, informacja o danych osobowych; strona inspektora ochrony danych.

law-not-given = Urząd jeszcze nie podał tej informacji.
law-binding = Wiążąca jest polska wersja tej strony.

## Deklaracja dostępności (ustawa z 4 kwietnia 2019 r., warunki techniczne v2.0). Nazwa urzędu stoi przed law-a11y-commits.
law-a11y-title = Deklaracja dostępności
law-a11y-commits = zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Deklaracja dotyczy strony:
law-a11y-site = Rezerwacja wizyt
law-a11y-published = Data publikacji strony
law-a11y-updated = Data ostatniej istotnej aktualizacji
law-a11y-state = Stan dostępności cyfrowej
law-a11y-state-full = Strona jest w pełni zgodna z załącznikiem do ustawy (WCAG 2.1, poziom AA).
law-a11y-state-partial = Strona jest częściowo zgodna z załącznikiem do ustawy (WCAG 2.1, poziom AA) z powodu niezgodności wymienionych poniżej.
law-a11y-state-none = Strona jest niezgodna z załącznikiem do ustawy (WCAG 2.1, poziom AA).
law-a11y-gaps = Treści niedostępne
law-a11y-costs = Nadmierne koszty
law-a11y-costs-none = Urząd nie powołuje się na nadmierne koszty zapewnienia dostępności (art. 8 ustawy).
law-a11y-costs-link = Wynik analizy nadmiernych kosztów zapewnienia dostępności (art. 8 ustawy)
law-a11y-made = Przygotowanie deklaracji dostępności
law-a11y-prepared = Data sporządzenia deklaracji
law-a11y-reviewed = Data ostatniego przeglądu deklaracji
law-a11y-self = Deklarację sporządzono na podstawie samooceny przeprowadzonej przez urząd.
law-a11y-assessor = Deklarację sporządzono na podstawie badania, które przeprowadził podmiot zewnętrzny: { $who }.
law-a11y-report = Raport z badania
law-a11y-aids = Udogodnienia i skróty klawiszowe
law-a11y-aid-script = Wizytę można umówić i odwołać bez JavaScriptu i bez zakładania konta.
law-a11y-aid-keyboard = Wszystko można zrobić samą klawiaturą; działają standardowe skróty przeglądarki. Pierwszy link na każdej stronie prowadzi do treści.
law-a11y-aid-screen = Strona działa przy szerokości 320 pikseli i powiększeniu 400%, w jasnym i ciemnym motywie, i nie ogranicza czasu wypełniania formularza.
law-a11y-aid-languages = Strona jest po polsku, angielsku i ukraińsku.
law-a11y-contact = Informacje zwrotne i dane kontaktowe
law-a11y-contact-lead = Problemy z dostępnością cyfrową tej strony prosimy zgłaszać:
law-a11y-person = Osoba odpowiedzialna
law-a11y-email = E-mail
law-a11y-phone = Telefon
law-a11y-procedure = Obsługa wniosków i skarg związanych z dostępnością
law-a11y-procedure-right = Każdy może zażądać zapewnienia dostępności cyfrowej tej strony albo jej elementu. Można też poprosić o udostępnienie informacji w inny sposób, na przykład przez odczytanie jej przez telefon.
law-a11y-procedure-what = W zgłoszeniu proszę podać swoje dane kontaktowe, wskazać stronę lub element, którego ono dotyczy, opisać problem i napisać, jaki sposób dostępu byłby dla Państwa najwygodniejszy.
law-a11y-procedure-when = Na zgłoszenie odpowiemy jak najszybciej, nie później niż w ciągu 7 dni od jego otrzymania. Jeżeli ten termin okaże się zbyt krótki, powiadomimy o przyczynie i podamy nowy, nie dłuższy niż 2 miesiące od dnia zgłoszenia. Jeżeli zapewnienie dostępności nie będzie możliwe, zaproponujemy inny sposób dostępu do informacji.
law-a11y-procedure-complaint = Jeżeli odmówimy spełnienia żądania albo nie dotrzymamy terminów, mogą Państwo złożyć do urzędu skargę w sprawie zapewnienia dostępności cyfrowej. Po wyczerpaniu tej drogi można złożyć wniosek do Rzecznika Praw Obywatelskich.
law-a11y-ombudsman = Strona Rzecznika Praw Obywatelskich
law-a11y-more = Pozostałe informacje
law-a11y-apps = Aplikacje mobilne
law-a11y-architecture = Dostępność architektoniczna
law-a11y-communication = Dostępność komunikacyjno-informacyjna
law-a11y-other-ways = Wizytę można umówić także telefonicznie lub osobiście w urzędzie, a bilet bez rezerwacji wydaje automat w urzędzie.
law-a11y-office-phone = Telefon do urzędu: { $phone }

## Informacja o przetwarzaniu danych osobowych (art. 13 RODO)
law-privacy-title = Informacja o przetwarzaniu danych osobowych
law-privacy-lead = Tu wyjaśniamy, co dzieje się z danymi podanymi przy umawianiu wizyty (art. 13 RODO).
law-privacy-controller = Administrator danych
law-privacy-officer = Inspektor ochrony danych
law-privacy-data = Jakie dane zbieramy
law-privacy-data-text = Imię, numer telefonu, adres e-mail oraz sprawę i termin wizyty. Nie pytamy o nazwisko ani numer PESEL. Żeby wykrywać handel terminami, zapisujemy też nieodwracalny skrót adresu sieciowego, z którego umówiono wizytę. Podczas wizyty pracownik może zapisać krótką notatkę potrzebną do załatwienia sprawy; usuwamy ją razem z danymi kontaktowymi.
law-privacy-purpose = Cel
law-privacy-purpose-text = Umówienie, potwierdzenie i obsługa wizyty w urzędzie, w tym wydanie biletu i powiadomienia o wizycie.
law-privacy-basis = Podstawa prawna
law-privacy-basis-text = Art. 6 ust. 1 lit. e RODO: przetwarzanie jest niezbędne do wykonania zadania w interesie publicznym lub w ramach sprawowania władzy publicznej powierzonej administratorowi.
law-privacy-recipients = Odbiorcy danych
law-privacy-recipients-none = Dane widzą tylko upoważnieni pracownicy urzędu i podmioty, które na zlecenie urzędu utrzymują system i wysyłają wiadomości. Urząd jeszcze nie wymienił tych podmiotów z nazwy.
law-privacy-recipients-lead = Upoważnieni pracownicy urzędu oraz podmioty, które przetwarzają dane na zlecenie urzędu:
law-privacy-kept = Jak długo przechowujemy dane
law-privacy-kept-contact = { $n ->
    [0] Imię, numer telefonu i adres e-mail usuwamy z końcem dnia wizyty.
    [one] Imię, numer telefonu i adres e-mail usuwamy najpóźniej { $n } dzień po wizycie.
   *[other] Imię, numer telefonu i adres e-mail usuwamy najpóźniej { $n } dni po wizycie.
}
law-privacy-kept-ended = { $n ->
    [0] Jeżeli wizyta została odwołana albo bilet nie został odebrany: zaraz po umówionej godzinie.
    [one] Jeżeli wizyta została odwołana albo bilet nie został odebrany: najpóźniej { $n } godzinę po umówionej godzinie.
    [few] Jeżeli wizyta została odwołana albo bilet nie został odebrany: najpóźniej { $n } godziny po umówionej godzinie.
   *[many] Jeżeli wizyta została odwołana albo bilet nie został odebrany: najpóźniej { $n } godzin po umówionej godzinie.
}
law-privacy-kept-letters = Treści wysłanych wiadomości nie przechowujemy. { $n ->
    [one] Zapis, że wiadomość wysłano, bez adresu, usuwamy po { $n } dniu.
   *[other] Zapis, że wiadomość wysłano, bez adresu, usuwamy po { $n } dniach.
}
law-privacy-kept-log = Zapis, kto z pracowników i kiedy przeglądał lub zmieniał rezerwację, nie zawiera Państwa danych i jest przechowywany { $n ->
    [one] { $n } dzień
   *[other] { $n } dni
}.
law-privacy-kept-backup = Kopie zapasowe są usuwane najpóźniej po { $n ->
    [one] { $n } dniu
   *[other] { $n } dniach
}.
law-privacy-rights = Państwa prawa
law-privacy-rights-text = Mają Państwo prawo dostępu do swoich danych, ich sprostowania, usunięcia i ograniczenia przetwarzania oraz prawo do sprzeciwu z przyczyn związanych z Państwa szczególną sytuacją. Wizytę można też w każdej chwili zobaczyć i odwołać na stronie, do której link jest w wiadomości e-mail.
law-privacy-complaint = Mogą Państwo wnieść skargę do Prezesa Urzędu Ochrony Danych Osobowych.
law-privacy-authority = Strona Urzędu Ochrony Danych Osobowych
law-privacy-duty = Czy trzeba podać dane
law-privacy-duty-text = Podanie danych jest dobrowolne, ale bez nich nie można umówić wizyty przez internet. Wizytę można też umówić telefonicznie lub w urzędzie, a bilet bez podawania danych wydaje automat w urzędzie.
law-privacy-profiling = Nie podejmujemy decyzji wyłącznie automatycznie i nie profilujemy.
law-privacy-more = Dodatkowe informacje
law-cookies = Pliki cookie
law-cookies-text = Ta strona używa wyłącznie dwóch niezbędnych plików cookie:
law-cookies-what = Pierwszy chroni formularz przed wysłaniem z obcej strony, zawiera tylko losowe znaki i znika po zamknięciu przeglądarki. Drugi przechowuje w Pani/Pana przeglądarce to, co wpisano w formularzu, do czasu sprawdzenia i umówienia wizyty: jest zaszyfrowany i znika najpóźniej po 30 minutach. Oba powstają dopiero po otwarciu formularza. Nie używamy plików cookie do statystyk ani reklam, dlatego nie pytamy o zgodę.

## Strona inspektora ochrony danych (administrator)
dpo-title = Dane osobowe
dpo-lead = Wyszukiwanie, wydawanie i usuwanie danych na wniosek osoby, której dotyczą (art. 15 i 17 RODO). Każde użycie zostaje w dzienniku dostępu.
dpo-find-title = Dane jednej osoby
dpo-who = Numer telefonu albo adres e-mail
dpo-find = Szukaj
dpo-none = Nie przechowujemy danych tej osoby.
dpo-found = Znalezione rezerwacje: { $name }
dpo-export = Pobierz wszystko (JSON)
dpo-exported = Plik został przygotowany.
dpo-erase = Usuń dane zaznaczonych rezerwacji
dpo-erase-sure = Usunąć dane osobowe z zaznaczonych rezerwacji ({ $name })? Wizyty, które się jeszcze nie odbyły, zostaną odwołane. Tego nie można cofnąć.
dpo-erased = Usunięto dane z rezerwacji: { $name }
dpo-choose = Proszę zaznaczyć co najmniej jedną rezerwację.
dpo-select = Zaznacz rezerwację: { $name }
dpo-col-choose = Wybór
dpo-col-when = Termin
dpo-col-service = Sprawa
dpo-col-who = Osoba
dpo-col-state = Stan
dpo-state-booked = umówiona
dpo-state-collected = bilet odebrany
dpo-state-cancelled = odwołana
dpo-state-not_collected = nieodebrana
dpo-invalid = Proszę podać poprawny numer telefonu albo adres e-mail.
dpo-duties = Obowiązki urzędu
dpo-duties-fine = Wszystkie informacje wymagane w deklaracji dostępności i w informacji o danych osobowych są podane.
dpo-duties-missing = Brakuje w konfiguracji urzędu (office.law):
dpo-duties-review = Od { $date } trzeba przejrzeć deklarację dostępności: ostatni przegląd lub sporządzenie jest wcześniejsze, a przegląd jest wymagany co roku do 31 marca.
dpo-see-declaration = Deklaracja dostępności
dpo-see-privacy = Informacja o przetwarzaniu danych osobowych
