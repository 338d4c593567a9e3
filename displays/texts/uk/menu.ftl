# Меню сторінок працівників.
menu-title = Меню працівника
menu-open = Меню
menu-office = Установа
menu-devices = Пристрої
menu-people = Люди
menu-figures = Огляд і показники
menu-visitors = Відвідувачі
menu-departments = Установа й відділи
menu-desk = Вікно
