# The kiosk. `$count` chooses the plural form, `$n` is the number shown.
kiosk-title = Queue tickets
kiosk-welcome = What brings you here?
kiosk-welcome-hint = Please touch your service.
kiosk-booked = Confirm a visit booked on the internet (U)
kiosk-booked-hint = I have a booking: I will type my phone number
kiosk-walk-in = Without a booking
kiosk-more = More services
kiosk-before = Previous services
kiosk-page = Page { $n } of { $total }
kiosk-language = Language
kiosk-help = Do you need help? A member of staff can give you a ticket too.
kiosk-people = { $count ->
    [one] { $n } person waiting
   *[other] { $n } people waiting
}
kiosk-nobody = nobody is waiting
kiosk-range = about { $from }–{ $to } min
kiosk-range-short = up to { $to } min
kiosk-shut = Closed now
kiosk-shut-until = Closed until: { $time }
kiosk-none-left = No tickets left today
kiosk-none-left-until = No tickets until: { $time }
kiosk-stopped = Stopped today

# Before the ticket is taken.
kiosk-ask-title = Take a ticket for this service?
kiosk-one-matter = One ticket is for one service.
kiosk-left = { $count ->
    [one] { $n } ticket is left today.
   *[other] { $n } tickets are left today.
}
kiosk-priority = Service out of turn
kiosk-priority-hint = If it applies to you, please choose the reason.
kiosk-take = Take the ticket

# The visit's phone number or code.
kiosk-phone-title = Please type your phone number
kiosk-phone-hint = The number given when booking: 600 000 000 or 48 600 000 000.
kiosk-code-title = Please type the code from the letter
kiosk-code-hint = Six digits from the confirmation of the visit.
kiosk-use-code = Type the code from the letter
kiosk-use-phone = Type a phone number
kiosk-again-number = Type the number again
kiosk-again-code = Type the code again
kiosk-typed-count = { $count ->
    [one] { $n } digit typed
   *[other] { $n } digits typed
}
kiosk-typed-none = Nothing is typed.
kiosk-reveal = Show digits
kiosk-clear = Clear
kiosk-erase = Erase the last digit
kiosk-confirm = Confirm
kiosk-back = Back

# While the ticket is made.
kiosk-wait-please = One moment, please…
kiosk-wait-issue = Your ticket is being prepared.
kiosk-wait-print = Your ticket is being prepared and printed.
kiosk-wait-touched = One moment more: your touch was taken, there is no need to repeat it.
kiosk-wait-long = This takes longer than usual. Please stay here.

# The ticket.
kiosk-ticket-title = Your ticket
kiosk-ticket-remember = Please remember the number and watch the board.
kiosk-ticket-ahead = { $count ->
    [one] { $n } person is waiting ahead of you.
   *[other] { $n } people are waiting ahead of you.
}
kiosk-ticket-first = You are first in the queue.
kiosk-ticket-wait = { $count ->
    [one] Waiting time: about { $from }–{ $n } minute.
   *[other] Waiting time: about { $from }–{ $n } minutes.
}
kiosk-ticket-wait-short = { $count ->
    [one] Waiting time: up to { $n } minute.
   *[other] Waiting time: up to { $n } minutes.
}
kiosk-ticket-between = You will be called at about { $from }–{ $to }.
kiosk-ticket-wait-unknown = The waiting time cannot be told yet.
kiosk-ticket-booked = Visit booked for { $time }; the hour is approximate.
kiosk-ticket-another = Another visit today? Please type the number once more.
kiosk-ticket-offline = Your number is valid. Your place will be shown when the connection returns.
kiosk-qr = The queue on your phone: please scan the code.
kiosk-print-printing = The ticket is being printed…
kiosk-print-printed = The ticket is printed. Please take it.
kiosk-print-failed = The ticket was not printed. Please remember the number or take a photo; staff have been told.
kiosk-print-paper_end = The paper has run out.
kiosk-print-cover_open = The printer is open.
kiosk-print-error = The printer has a fault.
kiosk-print-away = The printer does not answer.
kiosk-done = Done
kiosk-again = Try again
kiosk-take-walk-in = Take a ticket without a booking
kiosk-home = Back to the start

# The countdown and the helps.
kiosk-countdown = Back in { $n } s
kiosk-more-time = More time
kiosk-contrast = High contrast
kiosk-large = Large letters
kiosk-low = Lower buttons
kiosk-voice = Read aloud
kiosk-voice-repeat = Repeat
kiosk-volume = Volume { $n }
kiosk-voice-help = Reading is on. The plus and minus keys move between the buttons, Enter chooses, Backspace erases a digit or goes back. The Repeat button reads the screen again.
kiosk-voice-choices = { $count ->
    [one] { $n } button.
   *[other] { $n } buttons.
}
kiosk-voice-chosen = chosen
kiosk-voice-unchosen = not chosen

# Refusals: a sentence, and what to do next.
kiosk-no-unknown_phone = We found no booking for this number
kiosk-no-unknown_phone-next = Please check that the number is the same as in your confirmation and try again. You can also take a ticket without a booking.
kiosk-no-not_today = There is no visit for this number today
kiosk-no-not_today-next = Please check the day in your confirmation. Today you can take a ticket without a booking.
kiosk-no-too_early = It is still too early to collect the ticket
kiosk-no-too_early-next = The ticket for this visit can be collected from { $time }. Please come back to the kiosk then.
kiosk-no-too_early-next-plain = The ticket can be collected shortly before the booked hour. Please come back to the kiosk later.
kiosk-no-too_late = The booked hour has passed
kiosk-no-too_late-next = This visit can no longer be confirmed. Please take a ticket without a booking; you are welcome.
kiosk-no-appointment_cancelled = This visit was cancelled
kiosk-no-appointment_cancelled-next = A cancelled visit cannot be confirmed. Please take a ticket without a booking or book a new time on the internet.
kiosk-no-already_collected = The ticket for this visit has already been collected
kiosk-no-already_collected-next = There are no more visits to confirm. If you lost the ticket, please ask a member of staff.
kiosk-no-throttled = Too many attempts without success
kiosk-no-throttled-next = Please wait a few minutes or ask a member of staff for help.
kiosk-no-closed = No tickets are given for this service now
kiosk-no-closed-next = Tickets will be given: { $time }. Please come again.
kiosk-no-closed-next-plain = Please come in the office hours or book a visit on the internet.
kiosk-no-no_tickets_left = There are no more tickets for this service today
kiosk-no-no_tickets_left-next = The next tickets will be given: { $time }. You can also book a visit on the internet or ask a member of staff for advice.
kiosk-no-no_tickets_left-next-plain = Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-stopped = No more tickets are given for this service today
kiosk-no-stopped-overload = So many people are waiting already that we could not serve more before closing. Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-stopped-staff = The reason is that members of staff are absent. Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-stopped-fault = The reason is a computer failure. Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-stopped-incident = The reason is an incident in the building. Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-stopped-other = We are sorry for this change. Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-unknown_code = We found no visit with this code
kiosk-no-unknown_code-next = Please check the six digits in your confirmation and try again, or type your phone number.
kiosk-no-invalid_phone = This phone number is not complete
kiosk-no-invalid_phone-next = Please type all digits of the number; begin a foreign number with a plus and the country code.
kiosk-no-offline_phone = The phone number cannot be checked now
kiosk-no-offline_phone-next = The kiosk has no connection for the moment. Please type the six digits of the code from your confirmation: with it you get the ticket at once.
kiosk-no-ask_staff = The kiosk cannot give a ticket for this service now
kiosk-no-ask_staff-next = Please go to a member of staff, who will give you a ticket. We are sorry for the trouble.
kiosk-no-network = The kiosk has no connection now
kiosk-no-network-next = Please try again: you will not get two tickets. If it does not help, a member of staff will give you a ticket.
kiosk-no-try_again = The kiosk cannot give a ticket now
kiosk-no-try_again-next = Please try again in a moment. If it does not help, a member of staff will give you a ticket.

# Pairing.
kiosk-pair-title = Connecting the kiosk
kiosk-pair-hint = The administrator enters this code on the devices page:
kiosk-pair-expired = The code has expired. A new one will appear in a moment.
kiosk-pair-waiting = Waiting for approval.
kiosk-offline = The kiosk has no connection. Please ask a member of staff for a ticket.
kiosk-away = The kiosk has no connection. Tickets are still given; a visit is confirmed by the code from the letter.
kiosk-day-at = { $date }, { $time }
kiosk-day-at-short = { $date }, { $time }

# The service menu of the kiosk's keeper.
kiosk-pin-title = Service PIN
kiosk-pin-wrong = The PIN is wrong.
kiosk-pin-throttled = Too many attempts. Please wait a few minutes.
kiosk-pin-away = The kiosk's program does not answer.
kiosk-service-title = Service menu
kiosk-service-server = Server
kiosk-service-network = Connection
kiosk-service-printer = Printer
kiosk-service-rolls = Tickets since the roll change
kiosk-service-paper = Paper left for
kiosk-service-unsynced = Tickets to be sent
kiosk-service-version = Version
kiosk-service-log = Last lines of the log
kiosk-service-test = Test print
kiosk-service-roll = Roll changed
kiosk-service-reload = Reload the screen
kiosk-service-restart = Restart
kiosk-service-close = Close the menu
kiosk-service-done = Done.
kiosk-service-failed = It failed. Please look at the log.
kiosk-service-unknown = not known
kiosk-service-offset = clock differs by { $n } ms
kiosk-service-printed = { $n }; today { $total }
kiosk-service-conflicts = Conflicting check-ins
kiosk-service-left = about { $n } tickets, until { $time }
kiosk-service-left-plain = about { $n } tickets
kiosk-state-online = connected
kiosk-state-away = does not answer
kiosk-state-ready = ready
kiosk-state-near_end = paper near its end
kiosk-state-paper_end = out of paper
kiosk-state-cover_open = cover open
kiosk-state-error = fault
kiosk-state-none = no printer
