# Menu stron pracowników.
menu-title = Menu pracownika
menu-open = Menu
menu-office = Urząd
menu-devices = Urządzenia
menu-people = Ludzie
menu-figures = Podgląd i liczby
menu-visitors = Klienci
menu-departments = Urząd i wydziały
menu-desk = Stanowisko
