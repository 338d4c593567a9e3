# What is answered about tickets that a kiosk gave without the network.
problem-title-kiosk_offline = Your ticket is not visible yet
problem-kiosk_offline = The kiosk that gave this ticket has no connection to the office at the moment. Your place in the queue is kept. Please keep the ticket, watch the screen in the waiting room and look here again in a few minutes.
problem-title-day_over = A ticket of an earlier day
problem-day_over = This ticket was given on an earlier day and no longer holds a place in the queue.
problem-title-not_leased = The number does not belong to this kiosk
problem-not_leased = This number was not handed to this kiosk today, so the ticket cannot be taken into the queue.
web-problem-title-kiosk-offline = { problem-title-kiosk_offline }
web-problem-kiosk-offline = { problem-kiosk_offline }
