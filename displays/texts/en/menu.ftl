# The menu of the pages of staff.
menu-title = Staff menu
menu-open = Menu
menu-office = Office
menu-devices = Devices
menu-people = People
menu-figures = Watch and figures
menu-visitors = Visitors
menu-departments = Office and departments
menu-desk = Desk
