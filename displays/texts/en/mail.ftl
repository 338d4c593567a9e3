# Letters to the client (R15–R21). The same keys in every language; a test in src/mail/texts.rs holds them.

# The button on the kiosk is Polish; letters quote it as it stands and translate it beside.
mail-kiosk-entry = Potwierdzenie umówionej internetowo wizyty (U)

mail-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

mail-greeting = Dear Sir or Madam,

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
mail-fact-service = Matter
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
mail-note-one-matter = One booking entitles you to have one matter dealt with.
mail-note-cancel = If you cannot come, please cancel your visit, so that another client can use the time.

mail-note-void = A ticket can no longer be collected for the cancelled visit.
mail-note-freed = The time will be offered to other clients. Thank you for cancelling.
mail-note-again = You can book a new visit online at any time. A ticket for the ordinary queue is available at the kiosk during opening hours.

mail-automatic = This message was sent automatically. Please do not reply to it.
mail-contact = If you have questions about your visit, please write to: { $contact }.

mail-calendar-summary = Visit to the office – { $service }
mail-calendar-confirmation = Please collect your ticket at any kiosk of the office (“{ $entry }”) at least { $advice } before the visit. If the ticket is not collected, the visit is cancelled. The time is approximate.
mail-calendar-cancellation = The visit has been cancelled.
