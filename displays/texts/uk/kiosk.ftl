# The kiosk. `$count` chooses the plural form, `$n` is the number shown.
kiosk-title = Талони до черги
kiosk-welcome = З якою справою Ви прийшли?
kiosk-welcome-hint = Торкніться справи, щоб отримати талон.
kiosk-booked = Підтвердження візиту, записаного через інтернет (U)
kiosk-booked-hint = Я маю запис: введу номер телефону
kiosk-walk-in = Без запису
kiosk-more = Наступні справи
kiosk-before = Попередні справи
kiosk-page = Сторінка { $n } з { $total }
kiosk-language = Мова
kiosk-contrast = Високий контраст
kiosk-large = Більші літери
kiosk-low = Кнопки нижче
kiosk-phone-title = Будь ласка, введіть номер телефону
kiosk-phone-hint = Номер, указаний під час запису, наприклад 48 600 000 000.
kiosk-code-title = Будь ласка, введіть код з листа
kiosk-code-hint = Шість цифр з підтвердження візиту.
kiosk-use-code = Маю код з листа
kiosk-use-phone = Введу номер телефону
kiosk-typed = Введені цифри
kiosk-typed-none = ще нічого
kiosk-typed-count = { $count ->
    [one] введено { $n } цифру
    [few] введено { $n } цифри
   *[many] введено { $n } цифр
}
kiosk-reveal = Показати цифри
kiosk-clear = Очистити
kiosk-erase = Стерти останню цифру
kiosk-confirm = Підтвердити
kiosk-back = Назад
kiosk-wait-please = Будь ласка, зачекайте…
kiosk-ticket-title = Ваш талон
kiosk-ticket-remember = Запам’ятайте номер і стежте за табло.
kiosk-ticket-ahead = { $count ->
    [one] Перед Вами чекає { $n } особа.
    [few] Перед Вами чекають { $n } особи.
   *[many] Перед Вами чекає { $n } осіб.
}
kiosk-ticket-first = Ви перші в черзі.
kiosk-ticket-wait = { $count ->
    [one] Очікуваний час: від { $from } до { $n } хвилини.
   *[many] Очікуваний час: від { $from } до { $n } хвилин.
}
kiosk-ticket-wait-short = { $count ->
    [one] Очікуваний час: до { $n } хвилини.
   *[many] Очікуваний час: до { $n } хвилин.
}
kiosk-ticket-between = Вас, імовірно, викличуть між { $from } та { $to }.
kiosk-ticket-wait-unknown = Час очікування ще не можна назвати.
kiosk-ticket-booked = Візит записано на { $time }. Година орієнтовна, один талон — одна справа.
kiosk-ticket-another = Маєте сьогодні ще один візит? Введіть номер ще раз.
kiosk-again-number = Ввести номер ще раз
kiosk-done = Готово
kiosk-again = Спробувати ще раз
kiosk-take-walk-in = Узяти талон без запису
kiosk-home = На початок
kiosk-countdown = { $count ->
    [one] Повернення на початок через { $n } секунду
    [few] Повернення на початок через { $n } секунди
   *[many] Повернення на початок через { $n } секунд
}
kiosk-more-time = Більше часу
kiosk-no-unknown_phone = Ми не знайшли запису на цей номер
kiosk-no-unknown_phone-next = Перевірте, чи номер такий самий, як у підтвердженні візиту, і спробуйте ще раз. Можна також узяти талон без запису.
kiosk-no-not_today = На сьогодні немає візиту для цього номера
kiosk-no-not_today-next = Перевірте день у підтвердженні візиту. Сьогодні Ви можете взяти талон без запису.
kiosk-no-too_early = Ще зарано отримувати талон
kiosk-no-too_early-next = Талон на цей візит можна отримати з { $time }. Будь ласка, поверніться до кіоска в цей час.
kiosk-no-too_early-next-plain = Талон можна отримати незадовго до години запису. Будь ласка, поверніться до кіоска пізніше.
kiosk-no-too_late = Година запису вже минула
kiosk-no-too_late-next = Цей візит уже не можна підтвердити. Візьміть, будь ласка, талон без запису, ми радо Вас приймемо.
kiosk-no-appointment_cancelled = Цей візит скасовано
kiosk-no-appointment_cancelled-next = Скасований візит не можна підтвердити. Візьміть талон без запису або запишіться знову через інтернет.
kiosk-no-already_collected = Талон на цей візит уже отримано
kiosk-no-already_collected-next = Більше немає візитів для підтвердження. Якщо талон загублено, зверніться до працівника установи.
kiosk-no-throttled = Забагато невдалих спроб
kiosk-no-throttled-next = Зачекайте, будь ласка, кілька хвилин або попросіть про допомогу працівника установи.
kiosk-no-closed = Талони на цю справу зараз не видаються
kiosk-no-closed-next = Талони видаватимуться з { $time }. Приходьте, будь ласка, знову.
kiosk-no-closed-next-plain = Приходьте, будь ласка, в години роботи установи або запишіться через інтернет.
kiosk-no-no_tickets_left = На сьогодні талонів на цю справу більше немає
kiosk-no-no_tickets_left-next = Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-not_found = Ми не знайшли візиту з цим кодом
kiosk-no-not_found-next = Перевірте шість цифр у підтвердженні візиту й спробуйте ще раз або введіть номер телефону.
kiosk-no-invalid_phone = Цей номер телефону неповний
kiosk-no-invalid_phone-next = Введіть, будь ласка, всі цифри номера, найкраще починаючи з коду країни.
kiosk-no-try_again = Кіоск зараз не може видати талон
kiosk-no-try_again-next = Спробуйте, будь ласка, за мить. Якщо це не допоможе, талон видасть працівник установи.
kiosk-pair-title = Підключення кіоска
kiosk-pair-hint = Адміністратор вводить цей код на сторінці пристроїв:
kiosk-pair-expired = Код втратив чинність. За мить з’явиться новий.
kiosk-pair-waiting = Чекаю на затвердження.
kiosk-offline = Кіоск не має з’єднання. Попросіть, будь ласка, талон у працівника установи.
kiosk-day-at = { $date }, { $time }
