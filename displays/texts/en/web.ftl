### The citizen's pages. Every key begins with "web-". Placeholders are listed where they are not plain.

## Frame
web-skip = Skip to content
web-place = Appointments
web-languages = Language of this page
web-footer-other-ways = You can also book by phone or at the office. Without a booking, take a ticket from the machine at the office.
web-footer-declaration = Accessibility declaration
web-footer-privacy = How personal data is processed
web-error-prefix = Error:

## Dates. $weekday: 1 is Monday; $month: 1 is January
web-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
web-weekday-short = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
web-date-day-month = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
web-date-long = { web-weekday }, { web-date-day-month } { $year }

## Steps
web-steps = Steps of the booking
web-step-service = Service
web-step-day = Day
web-step-hour = Time
web-step-details = Details and check

## Step 1
web-services-title = Book a visit to the office
web-services-lead = Choose your service, then a day and a time. Booking is free and needs no account. Terms: { $days ->
    [one] today and tomorrow
   *[other] from today to { $days } days ahead
}.
web-services-all = All services
web-services-heading = Services of this department
web-search-label = What do you need to do?
web-search-button = Search
web-search-found = { $n ->
    [one] { $n } service found for “{ $query }”.
   *[other] { $n } services found for “{ $query }”.
}
web-search-clear = Show all services
web-search-nothing = We found no such service.
web-service-duration = the visit takes about { $minutes } min
web-service-kiosk-only = no booking – take a ticket from the machine at the office

## Step 2
web-back-services = Choose another service
web-days-title = Choose a day
web-days-until = You can book up to { $date }.
web-days-legend = The figure under a date is the number of free times.
web-days-caption = Days with the number of free times
web-day-label = { $date }, { $n ->
    [one] { $n } free time
   *[other] { $n } free times
}
web-day-free = { $n } free
web-day-none = none
web-days-nearest = Nearest free terms
web-days-first = First free term
web-days-none = There are no free terms at the moment.

## Step 3
web-back-days = Choose another day
web-hours-title = Choose a time
web-hours-other-days = Other days with free times
web-hours-morning = Morning
web-hours-afternoon = Afternoon
web-hours-none = There are no free times left on this day.
web-hours-none-advice = Please choose another day.
web-hour-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}

## Step 4
web-back-hours = Choose another time
web-form-title = Your details
web-form-summary = Chosen term
web-form-all-required = All three fields are required.
web-form-required = (required)
web-form-name = First name
web-form-phone = Phone number
web-form-phone-hint = For example 662 138 278. For a foreign number, begin with the country code, for example +380…
web-form-email = E-mail address
web-form-email-hint = We send the confirmation and the link for cancelling to this address.
web-form-current = The phone number and the e-mail address must be current, because the visit is verified with them.
web-form-one-matter = One booking is for one service.
web-form-purpose = We ask for nothing else. The data serves to book and confirm this visit.
web-form-submit = Book the visit
web-form-submit-chosen = Book the chosen term
web-form-choose-again = Please choose another term
web-form-kept = What you typed has been kept.
web-form-term-gone = This term is no longer available.
web-form-other-day = Choose another day

## Refusals, by the stable code
web-errors-title = Please correct the following:
web-refused-invalid-name = Enter your first name.
web-refused-invalid-phone = Enter a correct phone number, for example 662 138 278.
web-refused-invalid-email = Enter a correct e-mail address, for example anna@example.pl.
web-refused-slot-taken = This term was taken a moment ago. Please choose another one.
web-refused-slot-in-past = This term has passed. Please choose another one.
web-refused-outside-horizon = This day cannot be booked yet. Please choose an earlier term.
web-refused-not-a-slot = The office holds no visits for this service at that time. Please choose another term.
web-refused-overlapping-appointment = There is already a visit at the same time for this phone number. Please choose another time.
web-refused-limit-reached = The largest number of visits a day has already been booked for this phone number. Please choose another day.
web-refused-key-reused = This form has already been sent with other details. Please check the details and send it again.
web-refused-form-expired = The form was open for too long. Please send it once more.
web-refused-throttled = Too many attempts in a short time. Please try again in a few minutes.
web-refused-try-again = The system is not available at the moment. Please try again shortly.
web-refused-wrong-digits = These digits do not match the phone number given when booking.
web-refused-wrong-state = This is not possible now, because the state has changed.
web-refused-other = This could not be done. Please try again.

## The visit
web-visit-thanks = Thank you, your visit is booked
web-visit-title-booked = Your visit
web-visit-title-collected = The ticket has been collected
web-visit-title-cancelled = The visit has been cancelled
web-visit-title-not-collected = The ticket was not collected in time
web-visit-lead-booked = Everything you need is on this page.
web-visit-lead-collected = Please wait until the number on your ticket is called.
web-visit-lead-cancelled = This visit will not take place. If you want to come, please book a new term.
web-visit-lead-not-collected = The system cancelled the visit. You can still take a ticket from the machine and wait in the queue, or book a new term.
web-visit-heading = Visit
web-state-booked = Booked
web-state-collected = Ticket collected
web-state-cancelled = Cancelled
web-state-not-collected = Not collected
web-visit-code = Code of the visit, instead of the phone number
web-visit-service = Service
web-visit-department = Department
web-visit-name = First name
web-visit-phone = Phone (identifier)
web-mail-sent = A confirmation has been sent to your e-mail address.
web-mail-pending = A confirmation will be sent to your e-mail address within a few minutes.
web-mail-failed = The e-mail could not be sent so far; we will try again. Your visit is booked, and the same details and the link for cancelling are on this page. Please save it.
web-visit-next = What happens next
web-visit-next-come = Collect your ticket between { $from } and { $to }, preferably at least 10 minutes before the visit, at any ticket machine of the office.
web-visit-next-kiosk = On the machine press:
web-visit-next-phone = Type the phone number { $phone } or the code of the visit.
web-visit-next-wait = With the ticket, wait until your number appears on the screen.
web-visit-note-uncollected = If the ticket is not collected, the visit is cancelled.
web-visit-note-several = If you have several visits on one day, type the number once for each ticket.
web-visit-note-about = The time of the visit is approximate.
web-visit-cannot-text = Please cancel the visit, so that another client can use the term.
web-visit-cancel-link = Cancel the visit
web-visit-keep = Keep the address of this page: with it you can cancel or move the visit without calling the office.
web-visit-book-again = Book a new term
web-visit-ticket-link = See your place in the queue
web-kiosk-button = Potwierdzenie umówionej internetowo wizyty (U)

## Cancelling
web-cancel-title-ask = Cancel this visit?
web-cancel-title-done = The visit has been cancelled
web-cancel-title-already = This visit had already been cancelled
web-cancel-title-past = The time of this visit has passed
web-cancel-title-collected = The ticket has already been collected
web-cancel-lead-ask = Nothing changes until you press the button.
web-cancel-lead-done = Thank you. Someone else will be able to use the term.
web-cancel-lead-already = There is nothing more to do.
web-cancel-lead-past = It can no longer be cancelled. Nothing has changed.
web-cancel-lead-collected = A visit whose ticket was collected cannot be cancelled here. You can leave the queue on the ticket's page or at a desk.
web-cancel-digits = Last three digits of the phone number
web-cancel-button = Cancel the visit
web-cancel-keep = No, keep the visit
web-cancel-to-visit = Back to the visit

## Problems, by the stable code
web-problem-title-not-found = We did not find this page
web-problem-not-found = The address may be incomplete or out of date. Please check that the link from the message was copied whole.
web-problem-title-try-again = The system is not available at the moment
web-problem-try-again = We are sorry. Nothing has been lost. Please try again shortly.
web-problem-title-outside-horizon = This day cannot be booked yet
web-problem-outside-horizon = Please choose an earlier day.
web-problem-title-slot-in-past = This term has passed
web-problem-slot-in-past = Please choose another day or another time.
web-problem-title-not-a-slot = There is no such term
web-problem-not-a-slot = The office holds no visits for this service at that time. Please choose another term.
web-problem-title-not-bookable = This service cannot be booked on the web
web-problem-not-bookable = Please come to the office and take a ticket from the machine.
web-problem-title-form-expired = The form was open for too long
web-problem-form-expired = Please go back to the previous page and try once more.
web-problem-title-throttled = Too many attempts
web-problem-throttled = Please try again in a few minutes.
web-problem-title-other = This could not be done
web-problem-other = We are sorry. Please try again; if that does not help, please contact the office.
web-problem-home = See all services
web-problem-go-on = Go on
web-problem-code = For the office: { $status } { $code }
