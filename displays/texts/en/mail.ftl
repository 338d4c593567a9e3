# Letters to the client (R15–R21). The same keys in every language; a test in src/mail/texts.rs holds them.

# The button on the kiosk is Polish; letters quote it as it stands and translate it beside.
mail-kiosk-entry = Potwierdzenie umówionej internetowo wizyty (U)

mail-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

mail-within = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

mail-greeting = Dear Sir or Madam,

mail-confirm_request-subject = Please confirm your visit on { $date } at { $hour }
mail-confirm_request-heading = Please confirm your visit
mail-confirm_request-intro = { $office } asks you to confirm your visit within { $within }, until { $by }. Without your confirmation the booking lapses.
mail-confirm_request-link = Confirm your visit
mail-confirm_request-link-note = This is a personal link to your visit; please do not share it. Opening the page changes nothing: only the button on the page confirms the visit.

mail-lapsed-subject = Your visit on { $date } at { $hour } was not confirmed
mail-lapsed-heading = Your booking has lapsed
mail-lapsed-intro = { $office } informs you that your booking has lapsed, because it was not confirmed in time.
mail-lapsed-link = View your visit
mail-lapsed-link-note = This is a personal link to your visit; please do not share it.

mail-change-subject = New time of your visit: { $date } at { $hour }
mail-change-heading = Your visit has been moved
mail-change-intro = { $office } confirms the new time of your visit. The previous time no longer applies.
mail-change-link = View or cancel your visit
mail-change-link-note = This is a personal link to your visit; please do not share it. Opening the page changes nothing: only the button on the page cancels the visit.

mail-reminder-subject = Reminder of your visit on { $date } at { $hour }
mail-reminder-heading = Reminder of your visit
mail-reminder-intro = { $office } would like to remind you of your visit.
mail-reminder-link = View or cancel your visit
mail-reminder-link-note = This is a personal link to your visit; please do not share it. Opening the page changes nothing: only the button on the page cancels the visit.

mail-not_collected-subject = Your visit on { $date } at { $hour }: the ticket was not collected
mail-not_collected-heading = The ticket was not collected
mail-not_collected-intro = { $office } informs you that your visit was cancelled, because the ticket was not collected at a kiosk by the booked time.
mail-not_collected-link = View your visit
mail-not_collected-link-note = This is a personal link to your visit; please do not share it.

mail-confirmation-subject = Confirmation of your visit on { $date } at { $hour }
mail-confirmation-heading = Your visit is booked
mail-confirmation-intro = { $office } confirms your visit.
mail-confirmation-link = View or cancel your visit
mail-confirmation-link-note = This is a personal link to your visit; please do not share it. Opening the page changes nothing: only the button on the page cancels the visit.

mail-cancellation-subject = Cancellation of your visit on { $date } at { $hour }
mail-cancellation-heading = Your visit is cancelled
mail-cancellation-intro = { $office } confirms that your visit has been cancelled.
mail-cancellation-link = View your visit
mail-cancellation-link-note = This is a personal link to your visit; please do not share it.

mail-fact-name = First name
mail-fact-service = Service
mail-fact-previous = Previous time
mail-fact-date = Date
mail-fact-hour = Time
mail-fact-place = Place
mail-fact-phone = Phone number (your identifier)

mail-steps-title = How to collect your ticket
mail-step-kiosk = Please collect your ticket at any ticket kiosk of the office at least { $advice } before your visit.
mail-step-phone = On the kiosk, choose “{ $entry }” (Confirm a visit booked on the internet) and type your phone number in the format 48…, that is: { $phone }.
mail-step-phone-abroad = On the kiosk, choose “{ $entry }” (Confirm a visit booked on the internet) and type your phone number with its country code (Polish numbers in the format 48…), that is: { $phone }.
mail-step-window = The ticket can be collected from { $opens } until { $hour }.
mail-step-code = Instead of the phone number you can type the six-digit code of your visit: { $code }.

mail-notes-title = Please note
mail-note-uncollected = If the ticket is not collected by the booked time, the visit is cancelled.
mail-note-several = If you have several visits on the same day, type your phone number once for each ticket.
mail-note-approximate = The time of the visit is approximate and may shift slightly.
mail-note-shift = In the last four weeks nine out of ten people with a visit for this service were called no later than { $shift } after the booked time.
mail-note-one-matter = One booking is for one service.
mail-note-cancel = If you cannot come, please cancel your visit, so that another client can use the time.

mail-note-unconfirmed = Until the visit is confirmed, no ticket can be collected for it.
mail-note-next-letter = Once you have confirmed, we will send you the code of your visit, how to collect the ticket, and a link to cancel.
mail-note-lapsed = A ticket can no longer be collected for this visit. The time will be offered to other clients.
mail-note-missed = We understand that plans change. Next time, please cancel your visit, so that another client can use the time.
mail-note-void = A ticket can no longer be collected for the cancelled visit.
mail-note-freed = The time will be offered to other clients. Thank you for cancelling.
mail-note-again = You can book a new visit online at any time. A ticket for the ordinary queue is available at the kiosk during opening hours.

mail-automatic = This message was sent automatically. Please do not reply to it.
mail-contact = If you have questions about your visit, please write to: { $contact }.
mail-privacy = How your personal data is processed

mail-calendar-summary = Visit to the office – { $service }
mail-calendar-visit = Please collect your ticket at any kiosk of the office (“{ $entry }”) at least { $advice } before the visit. If the ticket is not collected, the visit is cancelled. The time is approximate.
mail-calendar-ended = The visit has been cancelled.
