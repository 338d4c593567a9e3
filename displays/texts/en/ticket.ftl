# The ticket's own page and leaving the queue
web-ticket-number = Ticket number
web-ticket-booked-for = Visit booked for { $hour }
web-ticket-title-waiting = Please wait
web-ticket-title-called = Please come to the desk
web-ticket-title-serving = You are being served
web-ticket-title-on-hold = The ticket is on hold
web-ticket-title-in-transit = The ticket is being handed over to another department
web-ticket-title-no-show = Your number was called
web-ticket-title-finished = The visit is finished
web-ticket-title-cancelled = The ticket has been cancelled
web-ticket-title-closed = The office has closed for today
web-ticket-text-waiting = Your number will appear on the screen in the waiting room and on this page. The order may change slightly.
web-ticket-text-next = Your number is next. Please stay near the desks; the order may still change.
web-ticket-text-called = Please come now.
web-ticket-text-serving = Thank you for your patience.
web-ticket-text-on-hold = The clerk will call you again. Your place is kept.
web-ticket-text-in-transit = You need no new ticket. Your place is kept.
web-ticket-text-no-show = Nobody came to the desk. If you are at the office, please speak to a clerk: the ticket can be restored.
web-ticket-text-finished = Thank you for your visit.
web-ticket-text-cancelled = This ticket will not be called any more. If this is a mistake, please speak to a clerk today: the ticket can be restored.
web-ticket-text-closed = This ticket will not be called any more. We are sorry. Please come on another day or book a visit.
web-ticket-desk = Desk
web-ticket-ahead-label = Ahead of you
web-ticket-ahead = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
web-ticket-next = nobody
web-ticket-wait-label = Expected waiting time
web-ticket-wait-unknown = cannot be told now
web-ticket-wait-now = in a moment
web-ticket-wait-about = about { $to } min
web-ticket-wait-range = { $from } to { $to } min
web-ticket-as-of = As of { $hour }.
web-ticket-renew = Renew now

# What the tab of the browser says
web-ticket-tab = { $code }: { $title }
web-ticket-tab-ahead = ({ $n }) { $code }
web-ticket-tab-called = ❗ { $code } → desk { $desk }

# What is told beside the state
web-ticket-place = Where
web-ticket-wait-clock = that is between { $from } and { $to }
web-ticket-wait-why = This happens when no desk is offering this service at the moment.
web-ticket-shift-label = Booked for { $hour }
web-ticket-shift-none = no delay
web-ticket-shift-upto = a delay of up to { $to } min is possible
web-ticket-shift-range = a delay of { $from } to { $to } min
web-ticket-shift-unknown = it cannot be told now by how much the visit will shift
web-ticket-shift-valid = A collected ticket stays valid however long the delay.
web-ticket-missed = The number was called by desk { $desk }.
web-ticket-spoken-called = Please come now. Desk { $desk }.
web-ticket-spoken-ahead = { $n ->
    [0] Your number is next.
    [one] { $n } person is ahead of you.
   *[other] { $n } people are ahead of you.
}

# What keeps the page fresh
web-ticket-live = This page updates itself.
web-ticket-lost = No connection. What you see may be out of date; we are trying to connect again.
web-ticket-paused = Updating is paused. This page will not show a call now.
web-ticket-pause = Pause updating
web-ticket-resume = Resume updating
web-ticket-refresh-on = This page refreshes itself every 30 seconds.
web-ticket-refresh-stop = Turn refreshing off
web-ticket-refresh-off = This page does not refresh itself and will not show a call.
web-ticket-refresh-start = Refresh every 30 seconds

# Sound and vibration
web-ticket-alerts-title = A signal when your number is called
web-ticket-alerts-text = This device will ring and vibrate, and its screen will stay on. Please do not close this page, and stay near the office.
web-ticket-alerts-turn-on = Turn the signal on
web-ticket-alerts-turn-off = Turn the signal off
web-ticket-alerts-are-on = The signal is on.

# Leaving the queue
web-leave-link = I do not want to wait any longer
web-leave-title = Leave the queue?
web-leave-lead = Nothing changes until you press the button.
web-leave-text = Once you leave, your number will not be called, and the place cannot be restored on this page.
web-leave-sure = Yes, I give up my place in the queue
web-leave-button = Leave the queue
web-leave-keep = No, I keep waiting
web-leave-not-done = Your place in the queue is kept
web-refused-not-sure = To leave the queue, tick the box above the button.
