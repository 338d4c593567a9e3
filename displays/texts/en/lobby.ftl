# The lobby board.
lobby-title = Call board
lobby-please = Please come
lobby-desk = desk
lobby-again = again
lobby-history = Last calls
lobby-waiting = Queue
lobby-people = { $count ->
    [one] { $n } person
   *[other] { $n } people
}
lobby-nobody = nobody waits
lobby-wait = { $from }–{ $to } min
lobby-wait-short = up to { $to } min
lobby-wait-unknown = time unknown
lobby-no-desk = closed now
lobby-empty = The number called will appear here.
lobby-closed = Closed now
lobby-opens = Tickets from { $time }
lobby-lost-small = Connecting…
lobby-lost = No connection to the queue. Please watch the desks.
lobby-announce = Ticket { $code }, desk { $desk }
lobby-serving = Now serving
lobby-desk-free = Free
lobby-desk-closed = Closed
lobby-open = Open now
lobby-opens-day = Tickets: { $date } from { $time }
lobby-messages = Messages of the office
lobby-pause = Pause
lobby-sound = Touch to enable sound
lobby-emergency = Important message
