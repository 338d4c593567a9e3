# Ekran w holu, który czeka na podłączenie.
pair-title = Nowy ekran
pair-code = Kod: { $code }
pair-how = Administrator wpisuje ten kod na stronie
pair-then = Zaraz potem ekran sam zacznie pokazywać wezwania.
pair-qr = Kod QR strony administratora
pair-starting = Przygotowuję kod…
pair-waiting = Czekam na zatwierdzenie. Kod zmienia się co 10 minut.
pair-away = Brak połączenia z serwerem. Próbuję ponownie…
pair-busy = Zbyt wiele nowych kodów naraz. Za chwilę spróbuję ponownie.
pair-refused = Ten ekran został odłączony. Można go dodać na nowo tym kodem.
pair-done = Zatwierdzono. Otwieram tablicę…
pair-noscript = Ta strona wymaga włączonej obsługi skryptów.
