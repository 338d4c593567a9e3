# Odmowy, które zna tylko kiosk: bez łączności z serwerem.
agent-title-offline_phone = Kiosk nie ma teraz łączności
agent-offline_phone = Przepraszamy, bez łączności nie możemy sprawdzić numeru telefonu. Proszę wpisać sześć cyfr kodu z potwierdzenia wizyty albo poprosić o pomoc pracownika urzędu.
agent-title-ask_staff = Bilet wyda pracownik urzędu
agent-ask_staff = Przepraszamy, kiosk nie może teraz wydać biletu w tej sprawie. Proszę zwrócić się do pracownika urzędu.
