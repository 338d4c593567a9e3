# Against bots and slot trading
problem-title-proof_required = Potrzebny jest dowód pracy
problem-proof_required = Z tego miejsca przychodzi teraz wyjątkowo dużo rezerwacji. Proszę rozwiązać zadanie i wysłać rezerwację ponownie.
web-proof-working = Chwileczkę, kończymy automatyczne sprawdzenie. Formularz wyśle się sam.
web-proof-mail = Rezerwację trzeba będzie potwierdzić linkiem z wiadomości e-mail, inaczej termin wróci do puli.
web-refused-proof-required = Przychodzi teraz wyjątkowo dużo rezerwacji. Proszę sprawdzić dane i wysłać formularz jeszcze raz.
web-again-title = Zbyt wiele prób w krótkim czasie
web-again-lead = { $n ->
    [one] Proszę spróbować ponownie za minutę.
    [few] Proszę spróbować ponownie za { $n } minuty.
   *[many] Proszę spróbować ponownie za { $n } minut.
}
web-again-kept = Nic nie zostało utracone: po tym czasie wystarczy nacisnąć przycisk na tej stronie.
web-again-button = Wyślij jeszcze raz
web-again-call = Jeśli to nie pomoże, wizytę można umówić telefonicznie lub w urzędzie.
