### Pages that the law asks for: declaration of accessibility, information on personal data; the page of the data-protection officer.

law-not-given = The office has not given this information yet.
law-binding = The Polish version of this page is the binding one.

## Declaration of accessibility (act of 4 April 2019, technical conditions v2.0). The office's name stands before law-a11y-commits.
law-a11y-title = Declaration of accessibility
law-a11y-commits = undertakes to make its website accessible in line with the Polish Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public entities. This declaration is about the site:
law-a11y-site = Booking of visits
law-a11y-published = Site published on
law-a11y-updated = Last important update
law-a11y-state = State of digital accessibility
law-a11y-state-full = The site fully conforms to the annex of the act (WCAG 2.1, level AA).
law-a11y-state-partial = The site conforms in part to the annex of the act (WCAG 2.1, level AA), because of the gaps listed below.
law-a11y-state-none = The site does not conform to the annex of the act (WCAG 2.1, level AA).
law-a11y-gaps = What is not accessible
law-a11y-costs = Excessive costs
law-a11y-costs-none = The office does not plead excessive costs of accessibility (Art. 8 of the act).
law-a11y-costs-link = Result of the analysis of excessive costs of accessibility (Art. 8 of the act)
law-a11y-made = How this declaration was prepared
law-a11y-prepared = Declaration prepared on
law-a11y-reviewed = Declaration last reviewed on
law-a11y-self = The declaration is based on the office's own assessment.
law-a11y-assessor = The declaration is based on an assessment by an outside body: { $who }.
law-a11y-report = Report of the assessment
law-a11y-aids = Aids and keyboard shortcuts
law-a11y-aid-script = You can book and cancel a visit without JavaScript and without an account.
law-a11y-aid-keyboard = Everything can be done with the keyboard alone; the browser's usual shortcuts work. The first link of every page leads to its content.
law-a11y-aid-screen = The site works at a width of 320 pixels and at 400% zoom, in light and dark, and sets no time limit for the form.
law-a11y-aid-languages = The site speaks Polish, English and Ukrainian.
law-a11y-contact = Feedback and contact
law-a11y-contact-lead = Please report problems with the digital accessibility of this site to:
law-a11y-person = Person responsible
law-a11y-email = E-mail
law-a11y-phone = Phone
law-a11y-procedure = Requests and complaints about accessibility
law-a11y-procedure-right = Everybody may demand that this site or a part of it be made digitally accessible. You may also ask for the information in another way, for example to have it read to you on the phone.
law-a11y-procedure-what = Please give your contact details, name the page or part that it is about, describe the problem, and say which way of access would suit you best.
law-a11y-procedure-when = We answer as soon as we can, within 7 days of receiving your request at the latest. If that is too short, we tell you why and name a new date, at most 2 months after your request. If accessibility cannot be provided, we offer another way to the information.
law-a11y-procedure-complaint = If we refuse or do not keep these times, you may file a complaint about digital accessibility with the office. After that you may turn to the Polish Commissioner for Human Rights (Ombudsman).
law-a11y-ombudsman = Website of the Commissioner for Human Rights
law-a11y-more = More information
law-a11y-apps = Mobile applications
law-a11y-architecture = Accessibility of the building
law-a11y-communication = Accessibility of information and communication
law-a11y-other-ways = You can also book by phone or in person at the office, and the kiosk in the office gives tickets without a booking.
law-a11y-office-phone = Phone of the office: { $phone }

## Information on personal data (Art. 13 GDPR)
law-privacy-title = Information on personal data
law-privacy-lead = What happens to the data that you give when you book a visit (Art. 13 GDPR).
law-privacy-controller = Controller
law-privacy-officer = Data-protection officer
law-privacy-data = Which data we collect
law-privacy-data-text = First name, phone number, e-mail address, and the service and time of your visit. We do not ask for your surname or personal number (PESEL). To find trade in terms we also keep an irreversible hash of the network address that the visit was booked from. During the visit a member of staff may write a short note that the service needs; it is erased with the contact data.
law-privacy-purpose = Purpose
law-privacy-purpose-text = Booking, confirming and serving your visit to the office, including the ticket and messages about the visit.
law-privacy-basis = Legal basis
law-privacy-basis-text = Art. 6(1)(e) GDPR: processing is necessary for a task carried out in the public interest or in the exercise of official authority vested in the controller.
law-privacy-recipients = Recipients
law-privacy-recipients-none = Only authorised staff of the office see the data, and those who run the system and send messages on behalf of the office. The office has not named them here yet.
law-privacy-recipients-lead = Authorised staff of the office, and those who process data on behalf of the office:
law-privacy-kept = How long we keep data
law-privacy-kept-contact = { $n ->
    [0] First name, phone number and e-mail address are erased at the end of the day of the visit.
    [one] First name, phone number and e-mail address are erased { $n } day after the visit at the latest.
   *[other] First name, phone number and e-mail address are erased { $n } days after the visit at the latest.
}
law-privacy-kept-ended = { $n ->
    [0] If the visit was cancelled or its ticket not collected: right after the booked hour.
    [one] If the visit was cancelled or its ticket not collected: { $n } hour after the booked hour at the latest.
   *[other] If the visit was cancelled or its ticket not collected: { $n } hours after the booked hour at the latest.
}
law-privacy-kept-letters = We do not keep the words of messages that were sent. { $n ->
    [one] The record that a message was sent, without the address, is erased after { $n } day.
   *[other] The record that a message was sent, without the address, is erased after { $n } days.
}
law-privacy-kept-log = The record of who of the staff saw or changed a booking, and when, does not hold your data and is kept for { $n ->
    [one] { $n } day
   *[other] { $n } days
}.
law-privacy-kept-backup = Backups are gone after { $n ->
    [one] { $n } day
   *[other] { $n } days
} at the latest.
law-privacy-rights = Your rights
law-privacy-rights-text = You have the right to see your data, to have it corrected, erased or its processing restricted, and to object on grounds of your particular situation. You can also see and cancel your visit at any time on the page that the e-mail links to.
law-privacy-complaint = You may lodge a complaint with the President of the Polish Personal Data Protection Office.
law-privacy-authority = Website of the Personal Data Protection Office (UODO)
law-privacy-duty = Whether you have to give data
law-privacy-duty-text = Giving data is voluntary, but without it a visit cannot be booked on the web. You can also book by phone or at the office, and the kiosk in the office gives tickets without any data.
law-privacy-profiling = We take no decisions by automatic means alone, and we do not profile.
law-privacy-more = Further information
law-cookies = Cookies
law-cookies-text = This site uses only two cookies, both necessary:
law-cookies-what = The first protects the form from being sent by a foreign site, holds only random characters, and ends when the browser is closed. The second keeps in your browser what you typed until you have checked it and booked: it is encrypted and ends after 30 minutes at the latest. Both are set only when you open a form. We use no cookies for statistics or advertising, so we do not ask for consent.

## Page of the data-protection officer (administrator)
dpo-title = Personal data
dpo-lead = Find, hand out and erase data at the request of the person it is about (Art. 15 and 17 GDPR). Each use is kept in the access log.
dpo-find-title = One person's data
dpo-who = Phone number or e-mail address
dpo-find = Search
dpo-none = We hold no data about this person.
dpo-found = Bookings found: { $name }
dpo-export = Download everything (JSON)
dpo-exported = The file is ready.
dpo-erase = Erase the data of the chosen bookings
dpo-erase-sure = Erase the personal data of the chosen bookings ({ $name })? Visits that have not taken place yet are cancelled. This cannot be undone.
dpo-erased = Data erased from bookings: { $name }
dpo-choose = Please choose at least one booking.
dpo-select = Choose booking: { $name }
dpo-col-choose = Choice
dpo-col-when = Time
dpo-col-service = Service
dpo-col-who = Person
dpo-col-state = State
dpo-state-booked = booked
dpo-state-collected = ticket collected
dpo-state-cancelled = cancelled
dpo-state-not_collected = not collected
dpo-invalid = Please give a valid phone number or e-mail address.
dpo-duties = Duties of the office
dpo-duties-fine = All that the declaration of accessibility and the information on personal data must say is given.
dpo-duties-missing = Missing in the office's configuration (office.law):
dpo-duties-review = The declaration of accessibility has been due for review since { $date }: it was last reviewed or prepared before, and a review is required each year by 31 March.
dpo-see-declaration = Declaration of accessibility
dpo-see-privacy = Information on personal data
