# Refusals that only the kiosk knows: without contact with the server.
agent-title-offline_phone = The kiosk has no connection at the moment
agent-offline_phone = We are sorry: without a connection we cannot check a phone number. Please enter the six digits of the code in the confirmation of your visit, or ask a member of staff for help.
agent-title-ask_staff = A member of staff will give you a ticket
agent-ask_staff = We are sorry: the kiosk cannot give a ticket for this service at the moment. Please ask a member of staff.
