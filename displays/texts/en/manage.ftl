### The visit behind its link: what its page says and what can be done there. Every key begins with "web-".

## The visit
web-unconfirmed-title = Please confirm your visit
web-unconfirmed-lead = We are sending a message with a link to your e-mail address. The visit lapses unless it is confirmed by: { $moment }.
web-state-unconfirmed = Waits for confirmation
web-moved-title = Your visit has been moved
web-moved-lead = The term below is the one that counts. Somebody else will be able to use the previous one.
web-resent = The message will be sent again within a few minutes.
web-erased-title = Your data has been erased
web-erased-lead-booked = Nothing can be changed on this page any more.
web-erased-lead-collected = The ticket you collected stays valid: please wait until its number is called.
web-erased-lead-cancelled = The visit has been cancelled. The ticket machine will no longer know your phone number, and we will send no messages.
web-erased-lead-not-collected = The ticket was not collected and the visit has lapsed.
web-visit-lead-over = This ticket has been dealt with. Details are on the ticket's page.
web-visit-place = Place
web-visit-window = Ticket at the machine
web-visit-prepare = What to prepare
web-visit-fee = Fee
web-visit-kept = { $n ->
    [0] We erase your contact data by ourselves after the visit.
    [one] We erase your contact data by ourselves { $n } day after the visit.
   *[other] We erase your contact data by ourselves { $n } days after the visit.
}
web-mail-bounced = Messages to your e-mail address do not arrive. The visit is valid, and everything you need is on this page. Please save or print it.
web-mail-absent = No e-mail address was given, so we send no messages. Please save or print this page.
web-wait-label = Expected waiting time
web-wait-now = in a moment
web-wait-up-to = up to { $to } min
web-wait-range = { $from } to { $to } min

## How far the hour may shift (R38)
web-shift-title = Can the hour shift?
web-shift-usual = In the last four weeks, 9 of 10 people with a visit for this service were called at most { $minutes } min after their hour. That was measured on { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}; it is not a promise.
web-shift-on-time = In the last four weeks, 9 of 10 people with a visit for this service were called on time. That was measured on { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}; it is not a promise.
web-shift-unknown = We have not measured enough visits yet to say by how much. One visit for this service usually takes about { $minutes } min; if the one before takes longer, there will be a wait.
web-shift-today = Today, within the last hour, people were called for this service up to { $minutes } min after their hour.
web-shift-today-on-time = Today, within the last hour, people were called for this service on time.
web-shift-valid = A ticket that you have collected stays valid however long the delay.

## What can be done
web-deeds-title = What you can do
web-deed-move = Move to another term
web-deed-move-hint = Your present term is given up only when the new one is certain.
web-deed-calendar = Add to calendar
web-deed-calendar-hint = Opens the visit in the calendar of your phone or computer (.ics file).
web-deed-download = Download the calendar file
web-deed-resend = Send the message again
web-deed-resend-hint = To the same e-mail address, with the same information.
web-deed-print = Print
web-deed-erase = Erase my data

## Every act
web-act-not-done = Nothing has changed
web-act-digits-hint = Of the number given when booking. It makes sure that the right person does this, not a program that reads mail.
web-closed-cancelled = The visit has already been cancelled.
web-closed-collected = The ticket for this visit has already been collected.
web-closed-past = The time of this visit has passed. Nothing has changed.
web-closed-erased = The data of this visit has already been erased.
web-closed-no-mail = No e-mail address was given. Everything you need is on the visit's page.
web-closed-confirmed = There is nothing more to do.
web-closed-lapsed = Nobody confirmed it in time, or it was cancelled. Please book a new term.
web-refused-resend-soon = The message was sent a moment ago. Please wait a minute.
web-cancel-mail = We will confirm by e-mail.
web-cancel-rather-move = I would rather move the visit to another term

## Moving to another term
web-move-title = Please choose a new day
web-move-lead = Your present term stays yours until the new one is certain.
web-move-now = Present term
web-move-new = New term
web-move-days = Days with free hours
web-move-free = { $n ->
    [one] { $n } free hour
   *[other] { $n } free hours
}
web-move-none = Your present term stays as it is. Terms that become free return to the calendar, and every day a new day is added.
web-move-hours-title = Please choose a new hour
web-move-review-title = Move this visit?
web-move-review-lead = Nothing changes until you press the button.
web-move-kept = Your present term is still yours, nothing is lost.
web-move-button = Move the visit
web-move-keep = No, keep the present term
web-move-closed = This visit cannot be moved
web-move-used = This visit has been moved as often as the office allows. Your present term stays as it is; you can cancel it or call the office.

## Sending the letter once more
web-resend-title = Send the message again?
web-resend-lead = If it has not arrived, please look into the spam folder, too.
web-resend-note-1 = The message goes to the address given when booking. This can be done three times, at most once a minute.
web-resend-button = Send again
web-resend-closed = The message cannot be sent again
web-resend-used = The message has been sent again three times. Everything you need is on the visit's page.

## Erasing the holder's data
web-erase-title = Erase your data?
web-erase-lead = We will erase your first name, phone number and e-mail address. This cannot be undone.
web-erase-note-1 = A visit whose ticket has not been collected will be cancelled. A collected ticket stays valid.
web-erase-note-2 = We will send no confirmation, because we will not know the address any more. The next page confirms it.
web-erase-note-3 = The ticket machine will no longer know this phone number.
web-erase-note-4 = A record that data was erased stays, without personal data. Technical records of answers vanish after 24 hours at the latest, backups by the rules of the office.
web-erase-button = Erase my data and cancel the visit
web-erase-button-only = Erase my data
web-erase-closed = Data can no longer be erased here
web-erase-past = After the hour of the visit this page is for reading only. We erase the data by ourselves; you can also turn to the office's data-protection officer.

## Confirming by the link of a letter
web-confirm-title = Confirm this visit?
web-confirm-lead = Nothing changes until you press the button.
web-confirm-button = Confirm the visit
web-confirm-done = The visit is confirmed
web-confirm-next = Details and the link to your visit come in a message of their own.
web-confirm-closed = This visit cannot be confirmed

## A link whose time is over
web-problem-title-gone = This link has expired
web-problem-gone = The visit is over and its data has been erased. There is nothing more to see or to do here.
