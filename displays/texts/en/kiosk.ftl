# The kiosk. `$count` chooses the plural form, `$n` is the number shown.
kiosk-title = Queue tickets
kiosk-welcome = What brings you here?
kiosk-welcome-hint = Please touch a service to get a ticket.
kiosk-booked = Confirm a visit booked on the internet (U)
kiosk-booked-hint = I have a booking: I will type my phone number
kiosk-walk-in = Without a booking
kiosk-more = More services
kiosk-before = Previous services
kiosk-page = Page { $n } of { $total }
kiosk-language = Language
kiosk-contrast = High contrast
kiosk-large = Larger letters
kiosk-low = Lower buttons
kiosk-phone-title = Please type your phone number
kiosk-phone-hint = The number given when booking, for example 48 600 000 000.
kiosk-code-title = Please type the code from the letter
kiosk-code-hint = Six digits from the confirmation of the visit.
kiosk-use-code = I have a code from the letter
kiosk-use-phone = I will type a phone number
kiosk-typed = Digits typed
kiosk-typed-none = nothing yet
kiosk-typed-count = { $count ->
    [one] { $n } digit typed
   *[other] { $n } digits typed
}
kiosk-reveal = Show digits
kiosk-clear = Clear
kiosk-erase = Erase the last digit
kiosk-confirm = Confirm
kiosk-back = Back
kiosk-wait-please = One moment, please…
kiosk-ticket-title = Your ticket
kiosk-ticket-remember = Please remember the number and watch the board.
kiosk-ticket-ahead = { $count ->
    [one] { $n } person is waiting ahead of you.
   *[other] { $n } people are waiting ahead of you.
}
kiosk-ticket-first = You are first in the queue.
kiosk-ticket-wait = { $count ->
    [one] Expected wait: { $from } to { $n } minute.
   *[other] Expected wait: { $from } to { $n } minutes.
}
kiosk-ticket-wait-short = { $count ->
    [one] Expected wait: up to { $n } minute.
   *[other] Expected wait: up to { $n } minutes.
}
kiosk-ticket-between = You will probably be called between { $from } and { $to }.
kiosk-ticket-wait-unknown = The waiting time cannot be told yet.
kiosk-ticket-booked = Visit booked for { $time }. The hour is approximate, and one ticket is for one matter.
kiosk-ticket-another = Another visit today? Please type the number once more.
kiosk-again-number = Type the number again
kiosk-done = Done
kiosk-again = Try again
kiosk-take-walk-in = Take a ticket without a booking
kiosk-home = Start
kiosk-countdown = { $count ->
    [one] Back to the start in { $n } second
   *[other] Back to the start in { $n } seconds
}
kiosk-more-time = More time
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
kiosk-no-closed-next = Tickets will be given from { $time }. Please come again.
kiosk-no-closed-next-plain = Please come in the office hours or book a visit on the internet.
kiosk-no-no_tickets_left = There are no more tickets for this service today
kiosk-no-no_tickets_left-next = Please come on another day or book a visit on the internet. A member of staff will gladly help.
kiosk-no-not_found = We found no visit with this code
kiosk-no-not_found-next = Please check the six digits in your confirmation and try again, or type your phone number.
kiosk-no-invalid_phone = This phone number is not complete
kiosk-no-invalid_phone-next = Please type all digits of the number, best beginning with 48.
kiosk-no-try_again = The kiosk cannot give a ticket now
kiosk-no-try_again-next = Please try again in a moment. If it does not help, a member of staff will give you a ticket.
kiosk-pair-title = Connecting the kiosk
kiosk-pair-hint = The administrator enters this code on the devices page:
kiosk-pair-expired = The code has expired. A new one will appear in a moment.
kiosk-pair-waiting = Waiting for approval.
kiosk-offline = The kiosk has no connection. Please ask a member of staff for a ticket.
kiosk-day-at = { $date }, { $time }
