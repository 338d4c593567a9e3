# SMS-y (law line 28). Bez polskich liter mieszczą się w 160 znakach; najważniejsze stoi na początku, bo koniec bywa ucięty.

sms-confirmation = Wizyta { $date } { $hour }, kod { $code }. Prosimy pobrać bilet w biletomacie od { $opens } do { $hour }. { $office }
sms-reminder = Przypominamy o wizycie { $date } { $hour }, kod { $code }. Bilet w biletomacie od { $opens } do { $hour }. { $office }
sms-near = Bilet { $ticket }: zbliża się Pani/Pana kolej. Prosimy czekać przy stanowiskach. { $office }
