# What is answered about tickets that a kiosk gave without the network.
problem-title-kiosk_offline = Biletu jeszcze nie widać
problem-kiosk_offline = Kiosk, który wydał ten bilet, nie ma chwilowo połączenia z urzędem. Miejsce w kolejce jest zachowane. Proszę zatrzymać bilet, śledzić wezwania na ekranie w poczekalni i zajrzeć tu za kilka minut.
problem-title-day_over = Bilet z wcześniejszego dnia
problem-day_over = Ten bilet wydano we wcześniejszym dniu i nie daje już miejsca w kolejce.
problem-title-not_leased = Numer nie należy do tego kiosku
problem-not_leased = Tego numeru nie przekazano dziś temu kioskowi, dlatego biletu nie można przyjąć do kolejki.
web-problem-title-kiosk-offline = { problem-title-kiosk_offline }
web-problem-kiosk-offline = { problem-kiosk_offline }
