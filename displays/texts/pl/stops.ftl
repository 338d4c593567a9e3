# Dlaczego kierownik wstrzymał dziś wydawanie biletów: pełne zdania dla mieszkańców.
stop-title = Dziś nie przyjmujemy nowych osób w tej sprawie
stop-overload = Na dziś wstrzymaliśmy wydawanie biletów w tej sprawie: czeka już tyle osób, że kolejnych nie zdążylibyśmy przyjąć przed zamknięciem. Przepraszamy.
stop-staff = Na dziś wstrzymaliśmy wydawanie biletów w tej sprawie z powodu nieobecności pracowników. Przepraszamy.
stop-fault = Na dziś wstrzymaliśmy wydawanie biletów w tej sprawie z powodu awarii systemu informatycznego. Przepraszamy.
stop-incident = Na dziś wstrzymaliśmy wydawanie biletów w tej sprawie z powodu zdarzenia w budynku urzędu. Przepraszamy.
stop-other = Na dziś wstrzymaliśmy wydawanie biletów w tej sprawie. Przepraszamy.
stop-keeps = Kto ma już bilet albo umówioną na dziś wizytę, zostanie przyjęty. Wizyty na inne dni można umawiać jak zwykle.
