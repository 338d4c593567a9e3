# Against bots and slot trading
problem-title-proof_required = A proof of work is needed
problem-proof_required = An unusual number of bookings is coming from here. Please solve the task and send the booking again.
web-proof-working = One moment, an automatic check is being finished. The form will send itself.
web-proof-mail = The booking will have to be confirmed by a link in an e-mail, otherwise the term goes back to others.
web-refused-proof-required = An unusual number of bookings is coming in. Please check the details and send the form once more.
web-again-title = Too many attempts in a short time
web-again-lead = { $n ->
    [one] Please try again in a minute.
   *[other] Please try again in { $n } minutes.
}
web-again-kept = Nothing has been lost: after that time it is enough to press the button on this page.
web-again-button = Send again
web-again-call = If this does not help, you can book by phone or at the office.
