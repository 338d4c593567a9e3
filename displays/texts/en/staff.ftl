# The phone line of staff. `$count` chooses the plural form, `$n` is the number shown.
staff-title = Phone line
staff-noscript = This page needs scripts to be switched on in the browser.
staff-logout = Sign off
staff-login-title = Sign on
staff-login-name = Login
staff-login-password = Password
staff-login-submit = Sign on
staff-login-wrong = The login or the password is wrong. Please try again.
staff-logged-out = The session has ended. Please sign on again.
staff-network = The server cannot be reached. Please try again.
staff-nav = Tasks
staff-nav-find = Find a visit
staff-nav-book = Book a visit
staff-nav-oversight = Oversight
staff-shortcut = Shortcut: { $what }
staff-errors-title = Please correct:
staff-required = (required)

staff-find-title = Find a visit
staff-find-lead = Ask for the phone number given at booking, or for the six-digit code of the visit.
staff-find-field = Phone number or code of the visit
staff-find-hint = For example 662 138 278 or 123 456.
staff-find-submit = Search
staff-find-empty = Please type a phone number or a code.
staff-find-logged = Each time a visit is shown, the access log records it.
staff-found = { $count ->
    [one] { $n } visit found
   *[other] { $n } visits found
}
staff-found-none = No visit found for today or later.
staff-found-none-book = Book a visit for this number
staff-state-booked = booked
staff-state-collected = ticket collected
staff-state-cancelled = cancelled
staff-state-not_collected = ticket not collected
staff-name = First name
staff-phone = Phone
staff-email = E-mail
staff-code = Code of the visit
staff-confirm-by = To be confirmed by e-mail before
staff-mail-fine = letters arrive
staff-mail-failed = letters do not arrive – please tell the code
staff-mail-none = no e-mail – the code is told or printed
staff-move = Move
staff-move-label = Move the visit: { $what }
staff-cancel = Cancel
staff-cancel-label = Cancel the visit: { $what }
staff-tell = Tell or print the code
staff-tell-label = Tell or print the code: { $what }
staff-cancel-title = Cancel the visit?
staff-cancel-text = { $what }. Somebody else will be able to take the term.
staff-cancel-keep = Do not cancel
staff-cancel-go = Cancel the visit
staff-cancelled = Visit cancelled: { $what }.
staff-not-cancelled = This visit can no longer be cancelled. Its state: { $what }.

staff-book-title = Book a visit for a caller
staff-book-one = One booking is for one matter. The same limits apply as on the web.
staff-service = Matter
staff-service-choose = Please choose a matter
staff-day = Day
staff-day-none = There are no free terms for this matter now.
staff-day-free = { $count ->
    [one] { $n } free term
   *[other] { $n } free terms
}
staff-hour = Hour
staff-hour-on = Hour: { $date }, { $what }
staff-person = The caller
staff-person-hint = Please repeat the phone number to the caller: it is what the ticket is collected with.
staff-email-hint = The confirmation goes to this address.
staff-no-email = No e-mail (I tell the code or print it)
staff-language = Language of letters
staff-override = Pass over the limits for this person
staff-override-warning = Warning: the visit will be booked in spite of the limit of visits and of overlapping hours. The decision and your login go into the event log and the access log.
staff-book-submit = Book the visit
staff-missing-service = Please choose a matter.
staff-missing-day = Please choose a day.
staff-missing-hour = Please choose an hour.
staff-missing-email = Please type an e-mail address or tick “no e-mail”.
staff-invalid_name = Please give a first name: 1 to 60 characters, at least one letter.
staff-invalid_phone = Please give a correct phone number, for example 662 138 278.
staff-invalid_email = Please give a correct e-mail address, for example anna@example.com.
staff-nearest = Nearest free terms:

staff-move-title = Move a visit
staff-move-now = Present term: { $what }. It becomes free only when the new one is certain.
staff-move-submit = Move to this term
staff-back = Back without a change

staff-done-booked = Visit booked
staff-done-moved = Visit moved
staff-done-tell = Code and advice
staff-slip = Confirmation of a visit
staff-spoken = code: { $code }
staff-tell-title = What to tell the caller
staff-tell-when = The visit: { $date } at { $time }. The hour is approximate.
staff-tell-collect = The ticket must be collected at any kiosk of the office between { $from } and { $to }, best at least 10 minutes before the visit.
staff-tell-kiosk = At the kiosk press “{ $what }” and type the phone number { $arg } or the code { $code }.
staff-tell-lost = A ticket that is not collected cancels the visit.
staff-tell-cancel = Whoever cannot come, please call: somebody else can use the term.
staff-print = Print
staff-next-caller = Next caller

staff-oversight-title = Oversight
staff-patterns-title = Suspicious patterns in bookings
staff-patterns-lead = Hints, not proof: please check the visits before anything is decided. The list holds no personal data.
staff-patterns-none = No suspicious patterns were found.
staff-patterns-looked = { $count ->
    [one] { $n } booking was looked at.
   *[other] { $n } bookings were looked at.
}
staff-patterns-part = These are the latest bookings; older ones were not looked at.
staff-pattern-kind = Pattern
staff-pattern-count = How many
staff-pattern-when = Booked from–to
staff-pattern-visits = Visits
staff-pattern-one_email_many_phones = One e-mail address, many phones
staff-pattern-one_origin_many_bookings = Many bookings from one network address within an hour
staff-pattern-book_and_cancel = Booked and cancelled again and again
staff-pattern-consecutive_phones = Consecutive phone numbers
staff-pattern-seconds_after_release = Booked seconds after the term became free
staff-visit-open = Show the visit { $what }
staff-log-title = Access log
staff-log-lead = Who saw or changed which visit, and when. Identifiers only.
staff-log-from = From day
staff-log-to = To day
staff-log-who = Login
staff-log-appointment = Identifier of a visit
staff-log-optional = (optional)
staff-log-submit = Show
staff-log-csv = Download CSV
staff-log-none = No entries on these days.
staff-log-part = The latest entries are shown. Please choose fewer days to see older ones.
staff-log-at = When
staff-log-action = Action
staff-log-visit = Visit
staff-log-detail = Circumstances
staff-action-saw = saw
staff-action-searched = searched, found nothing
staff-action-booked = booked
staff-action-moved = moved
staff-action-cancelled = cancelled
staff-action-checked_in = gave the ticket
staff-action-check_in_reverted = took the ticket back
staff-action-saw_log = read the log
staff-action-saw_patterns = read the patterns
staff-action-saw_people = working times of people read
staff-action-exported = exported data
staff-action-erased = erased data
staff-detail-beyond_limits = beyond the limits
staff-detail-phone = by phone
staff-detail-code = by code
staff-detail-id = by identifier
staff-uncalendared-title = Matters with a queue but no calendar
staff-uncalendared-lead = Tickets are given for these matters, but no visit can be booked.
staff-uncalendared-none = All matters with a queue have a calendar.
