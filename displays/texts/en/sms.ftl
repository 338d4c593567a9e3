# Text messages (law line 28). Without Polish letters they fit into 160 characters; what matters comes first, as the end may be cut.

sms-confirmation = Visit { $date } { $hour }, code { $code }. Please collect your ticket at a kiosk from { $opens } to { $hour }. { $office }
sms-reminder = Reminder: visit { $date } { $hour }, code { $code }. Ticket at a kiosk from { $opens } to { $hour }. { $office }
sms-near = Ticket { $ticket }: your turn is near. Please wait by the desks. { $office }
