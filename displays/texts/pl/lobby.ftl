# The lobby board.
lobby-title = Tablica wezwań
lobby-please = Zapraszamy
lobby-desk = stanowisko
lobby-again = ponownie
lobby-history = Ostatnie wezwania
lobby-waiting = Kolejka
lobby-people = { $count ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
}
lobby-nobody = nikt nie czeka
lobby-wait = { $from }–{ $to } min
lobby-wait-short = do { $to } min
lobby-wait-unknown = czas nieznany
lobby-no-desk = teraz nieczynne
lobby-empty = Numer wezwanego biletu pojawi się tutaj.
lobby-closed = Teraz nieczynne
lobby-opens = Bilety od godziny { $time }
lobby-lost-small = Łączę…
lobby-lost = Brak połączenia z kolejką. Proszę obserwować stanowiska.
lobby-announce = Bilet { $code }, stanowisko { $desk }
lobby-serving = Teraz obsługujemy
lobby-desk-free = Wolne
lobby-desk-closed = Nieczynne
lobby-open = Czynne
lobby-opens-day = Bilety: { $date } od godziny { $time }
lobby-messages = Komunikaty urzędu
lobby-pause = Zatrzymaj
lobby-sound = Dotknij, aby włączyć dźwięk
lobby-emergency = Ważny komunikat
