### Booking: the service's card, the review, the confirmation by mail, embedding. Every key begins with "web-".

## For search engines
web-description = Book a visit to the office on the web: free of charge, without an account, at any time. Choose your service, a day and a time.
web-description-department = { $department }: services, opening hours and booking of visits on the web.
web-description-service = { $service }: free terms, what to bring, the fee and opening hours. { $department }.

## List of services
web-service-online = can also be done without a visit
web-search-nothing-tips = Try another or a shorter word, for example “identity card” or “residence”.

## Card of a service
web-card-title = Before you come
web-card-bring = What to bring
web-card-fee = Fee
web-card-place = Place
web-card-duration = Length of the visit
web-card-minutes = usually about { $minutes } min
web-card-opening = Opening hours
web-card-closed = closed
web-card-online = Without a visit:
web-card-online-link = Go to the online service

## A queue without a calendar
web-queue-title = This service is not booked on the web
web-queue-text = It is dealt with in the queue, without a booking:
web-queue-come = Come to the office during opening hours.
web-queue-press = On the ticket machine press:
web-queue-wait = With the ticket, wait until your number appears on the screen.
web-queue-none = No tickets are given for this service at present. Please contact the office.
web-queue-phone = Questions? Please call: { $phone }

## Days
web-days-opens = The next day ({ $day }) opens on { $on } at { $hour }.
web-days-opens-today = The next day ({ $day }) opens today at { $hour }.
web-days-none-looked = We looked at all days up to { $date }.
web-days-none-returns = Terms that become free appear here at once, so it is worth looking again.
web-days-none-rests = Terms that become free appear here after a while, so it is worth looking again.
web-days-none-daily = A new day opens every day.
web-days-none-walk-in = You can also come without a booking and take a ticket from the machine.

## Form
web-form-go-on = Continue: check your details
web-form-go-on-chosen = Continue with the chosen term
web-form-not-yet = The next page shows everything once more. Only there is the visit booked.
web-clause = The controller of the data is { $office }. We process it to perform a public task (Art. 6(1)(e) GDPR) and erase it { $days ->
    [0] on the day of the visit
    [one] at the latest { $days } day after the visit
   *[other] at the latest { $days } days after the visit
}. Giving the data is voluntary, but without it a visit cannot be booked on the web.
web-clause-link = Full information on the processing of personal data (opens in a new tab)
web-refused-cookies-off = The browser does not accept cookies, and without one necessary cookie this form is not safe. Please allow it and send the form again, or call the office.

## Slips in a mail address
web-mail-meant = Did you mean this address?
web-mail-fix = Change to { $email }
web-mail-check = Is the e-mail address correct?
web-mail-typed = You typed { $email }. A similar, more common address stands on the button.
web-mail-right = If the address you typed is correct, there is nothing to do.

## Review
web-review-title = Check your details
web-review-lead = The visit is not booked yet. The term is taken only by the button “Book the visit”.
web-review-not-booked = The visit has not been booked
web-review-facts = Details of the visit
web-review-term = Term
web-review-phone = In this form the number is typed at the ticket machine.
web-review-change = Change
web-review-know = Good to know
web-review-collect = The ticket is collected from the machine at least 10 minutes before the visit; if it is not collected, the visit is cancelled.
web-review-keep = Only this browser keeps what you typed, for { $minutes } min from the opening of this page.
web-review-longer = Extend by { $minutes } min
web-review-discard = Give up and erase what I typed

## Confirmation by mail
web-sent-title = Please confirm your visit
web-sent-lead = We have sent a message with a link to { $to }.
web-sent-held = The term waits for your confirmation
web-sent-until = Please confirm within { $minutes } min, by { $hour }.
web-sent-else = After that the term goes back to the calendar.
web-sent-open = Open the message from the office.
web-sent-press = Press the link and confirm the visit on the page that opens.
web-sent-spam = No message? Look into the spam folder and wait a few minutes.
web-sent-wrong = Was the address wrong?

## Embedding on the city's own pages
web-widget-link = Book a visit to the office
web-widget-frame = Booking of a visit to the office
