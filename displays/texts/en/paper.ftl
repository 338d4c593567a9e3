# The printed ticket (R12, R30, R31, R38). `$count` chooses the plural form, `$n` is the number shown.
paper-ahead = { $count ->
    [one] { $n } person is waiting ahead of you.
   *[other] { $n } people are waiting ahead of you.
}
paper-first = You are first in the queue.
paper-offline = The page of this ticket will show your position when the kiosk is connected again.
paper-wait-range = { $count ->
    [one] Expected wait: { $from } to { $n } minute.
   *[other] Expected wait: { $from } to { $n } minutes.
}
paper-wait-upto = { $count ->
    [one] Expected wait: up to { $n } minute.
   *[other] Expected wait: up to { $n } minutes.
}
paper-wait-unknown = The waiting time cannot be told now.
paper-booked = Visit booked for { $hour }
paper-approximate = The hour is approximate.
paper-delay-range = { $count ->
    [one] Probable delay: { $from } to { $n } minute.
   *[other] Probable delay: { $from } to { $n } minutes.
}
paper-delay-upto = { $count ->
    [one] Possible delay: up to { $n } minute.
   *[other] Possible delay: up to { $n } minutes.
}
paper-delay-none = No delay is expected at present.
paper-delay-unknown = It cannot be told now by how much the visit will shift.
paper-valid = The ticket stays valid however long the delay.
paper-one-matter = One ticket is for one service.
paper-watch = Please watch the screen in the waiting room.
paper-scan = The queue on your phone: please scan the code.
paper-priority = Priority: { $name }
paper-issued = Issued { $date }, { $time }
paper-reprint = PRINTED AGAIN
paper-test = TEST PRINT – NOT A TICKET
