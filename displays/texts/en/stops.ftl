# Why a supervisor has stopped giving tickets today: whole sentences for citizens.
stop-title = We are not taking anybody else for this service today
stop-overload = We have stopped giving tickets for this service for today: so many people are waiting already that we could not serve more before closing. We are sorry.
stop-staff = We have stopped giving tickets for this service for today because members of staff are absent. We are sorry.
stop-fault = We have stopped giving tickets for this service for today because of a computer failure. We are sorry.
stop-incident = We have stopped giving tickets for this service for today because of an incident in the building. We are sorry.
stop-other = We have stopped giving tickets for this service for today. We are sorry.
stop-keeps = Everybody who has a ticket or a visit booked for today will be served. Visits on other days can be booked as usual.
