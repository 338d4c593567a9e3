# The kiosk. `$count` chooses the plural form, `$n` is the number shown.
kiosk-title = Талони до черги
kiosk-welcome = З якою справою Ви прийшли?
kiosk-welcome-hint = Торкніться, будь ласка, своєї справи.
kiosk-booked = Підтвердження візиту, записаного через інтернет (U)
kiosk-booked-hint = Маю запис: введу номер телефону
kiosk-walk-in = Без запису
kiosk-more = Наступні справи
kiosk-before = Попередні справи
kiosk-page = Сторінка { $n } з { $total }
kiosk-language = Мова
kiosk-help = Потрібна допомога? Талон видасть і працівник установи.
kiosk-people = { $count ->
    [one] чекає { $n } особа
    [few] чекають { $n } особи
   *[many] чекає { $n } осіб
}
kiosk-nobody = ніхто не чекає
kiosk-range = приблизно { $from }–{ $to } хв
kiosk-range-short = до { $to } хв
kiosk-shut = Зараз не працює
kiosk-shut-until = Не працює до: { $time }
kiosk-none-left = На сьогодні талонів немає
kiosk-none-left-until = Талонів немає до: { $time }
kiosk-stopped = Сьогодні зупинено

# Before the ticket is taken.
kiosk-ask-title = Узяти талон для цієї справи?
kiosk-one-matter = Один талон — одна справа.
kiosk-left = { $count ->
    [one] На сьогодні залишився { $n } талон.
    [few] На сьогодні залишилося { $n } талони.
   *[many] На сьогодні залишилося { $n } талонів.
}
kiosk-priority = Обслуговування поза чергою
kiosk-priority-hint = Якщо це стосується Вас, виберіть підставу.
kiosk-take = Узяти талон

# The visit's phone number or code.
kiosk-phone-title = Будь ласка, введіть номер телефону
kiosk-phone-hint = Номер, указаний під час запису: 600 000 000 або 48 600 000 000.
kiosk-code-title = Будь ласка, введіть код з листа
kiosk-code-hint = Шість цифр з підтвердження візиту.
kiosk-use-code = Ввести код з листа
kiosk-use-phone = Ввести телефон
kiosk-again-number = Ввести номер ще раз
kiosk-again-code = Ввести код ще раз
kiosk-typed-count = { $count ->
    [one] введено { $n } цифру
    [few] введено { $n } цифри
   *[many] введено { $n } цифр
}
kiosk-typed-none = Нічого не введено.
kiosk-reveal = Показати цифри
kiosk-clear = Очистити
kiosk-erase = Стерти останню цифру
kiosk-confirm = Підтвердити
kiosk-back = Назад

# While the ticket is made.
kiosk-wait-please = Будь ласка, зачекайте…
kiosk-wait-issue = Готуємо Ваш талон.
kiosk-wait-print = Готуємо та друкуємо Ваш талон.
kiosk-wait-touched = Ще мить: дотик прийнято, повторювати не потрібно.
kiosk-wait-long = Це триває довше, ніж зазвичай. Будь ласка, не відходьте.

# The ticket.
kiosk-ticket-title = Ваш талон
kiosk-ticket-remember = Запам’ятайте номер і стежте за табло.
kiosk-ticket-ahead = { $count ->
    [one] Перед Вами чекає { $n } особа.
    [few] Перед Вами чекають { $n } особи.
   *[many] Перед Вами чекає { $n } осіб.
}
kiosk-ticket-first = Ви перші в черзі.
kiosk-ticket-wait = { $count ->
    [one] Очікування: приблизно { $from }–{ $n } хвилина.
    [few] Очікування: приблизно { $from }–{ $n } хвилини.
   *[many] Очікування: приблизно { $from }–{ $n } хвилин.
}
kiosk-ticket-wait-short = { $count ->
    [one] Очікування: до { $n } хвилини.
    [few] Очікування: до { $n } хвилин.
   *[many] Очікування: до { $n } хвилин.
}
kiosk-ticket-between = Вас викличуть приблизно о { $from }–{ $to }.
kiosk-ticket-wait-unknown = Час очікування ще не можна назвати.
kiosk-ticket-booked = Візит записано на { $time }; година орієнтовна.
kiosk-ticket-another = Маєте сьогодні ще один візит? Введіть номер ще раз.
kiosk-ticket-offline = Номер дійсний. Місце в черзі покажемо, коли відновиться зв’язок.
kiosk-qr = Черга в телефоні: відскануйте код.
kiosk-print-printing = Талон друкується…
kiosk-print-printed = Талон надруковано. Заберіть його, будь ласка.
kiosk-print-failed = Талон не надруковано. Запам’ятайте номер або сфотографуйте його; працівника повідомлено.
kiosk-print-paper_end = Закінчився папір.
kiosk-print-cover_open = Принтер відкрито.
kiosk-print-error = Принтер несправний.
kiosk-print-away = Принтер не відповідає.
kiosk-done = Готово
kiosk-again = Спробувати ще раз
kiosk-take-walk-in = Узяти талон без запису
kiosk-home = На початок

# The countdown and the helps.
kiosk-countdown = Назад через { $n } с
kiosk-more-time = Більше часу
kiosk-contrast = Високий контраст
kiosk-large = Великі літери
kiosk-low = Кнопки нижче
kiosk-voice = Читати вголос
kiosk-voice-repeat = Повторити
kiosk-volume = Гучність { $n }
kiosk-voice-help = Читання ввімкнено. Клавіші плюс і мінус переходять між кнопками, Enter вибирає, Backspace стирає цифру або повертає назад. Кнопка «Повторити» читає екран спочатку.
kiosk-voice-choices = { $count ->
    [one] { $n } кнопка.
    [few] { $n } кнопки.
   *[many] { $n } кнопок.
}
kiosk-voice-chosen = вибрано
kiosk-voice-unchosen = не вибрано

# Refusals: a sentence, and what to do next.
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
kiosk-no-closed-next = Талони видаватимуться: { $time }. Приходьте, будь ласка, знову.
kiosk-no-closed-next-plain = Приходьте, будь ласка, в години роботи установи або запишіться через інтернет.
kiosk-no-no_tickets_left = На сьогодні талонів на цю справу більше немає
kiosk-no-no_tickets_left-next = Наступні талони видаватимуться: { $time }. Можна також записатися через інтернет або порадитися з працівником установи.
kiosk-no-no_tickets_left-next-plain = Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-stopped = Сьогодні ми більше не видаємо талонів на цю справу
kiosk-no-stopped-overload = Чекає вже стільки людей, що інших ми не встигли б прийняти до закриття. Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-stopped-staff = Причина – відсутність працівників. Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-stopped-fault = Причина – збій інформаційної системи. Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-stopped-incident = Причина – подія в будівлі установи. Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-stopped-other = Перепрошуємо за цю зміну. Приходьте, будь ласка, іншого дня або запишіться через інтернет. Працівник установи радо допоможе.
kiosk-no-unknown_code = Ми не знайшли візиту з цим кодом
kiosk-no-unknown_code-next = Перевірте шість цифр у підтвердженні візиту й спробуйте ще раз або введіть номер телефону.
kiosk-no-invalid_phone = Цей номер телефону неповний
kiosk-no-invalid_phone-next = Введіть усі цифри номера; іноземний номер почніть з плюса та коду країни.
kiosk-no-offline_phone = Номер телефону зараз не можна перевірити
kiosk-no-offline_phone-next = Автомат тимчасово без зв’язку. Введіть шість цифр коду з підтвердження візиту: з ним талон видамо одразу.
kiosk-no-ask_staff = Автомат зараз не може видати талон для цієї справи
kiosk-no-ask_staff-next = Зверніться, будь ласка, до працівника установи: він видасть Вам талон. Перепрошуємо за незручність.
kiosk-no-network = Автомат зараз без зв’язку
kiosk-no-network-next = Спробуйте ще раз: двох талонів не буде. Якщо це не допоможе, талон видасть працівник установи.
kiosk-no-try_again = Автомат зараз не може видати талон
kiosk-no-try_again-next = Спробуйте, будь ласка, за мить. Якщо це не допоможе, талон видасть працівник установи.

# Pairing.
kiosk-pair-title = Підключення кіоска
kiosk-pair-hint = Адміністратор вводить цей код на сторінці пристроїв:
kiosk-pair-expired = Код втратив чинність. За мить з’явиться новий.
kiosk-pair-waiting = Чекаю на затвердження.
kiosk-offline = Кіоск не має з’єднання. Попросіть, будь ласка, талон у працівника установи.
kiosk-away = Автомат без зв’язку. Талони видаються далі; візит підтвердить код з листа.
kiosk-day-at = { $date }, { $time }
kiosk-day-at-short = { $date }, { $time }

# The service menu of the kiosk's keeper.
kiosk-pin-title = PIN-код обслуговування
kiosk-pin-wrong = PIN-код неправильний.
kiosk-pin-throttled = Забагато спроб. Зачекайте кілька хвилин.
kiosk-pin-away = Програма автомата не відповідає.
kiosk-service-title = Сервісне меню
kiosk-service-server = Сервер
kiosk-service-network = Зв’язок
kiosk-service-printer = Принтер
kiosk-service-rolls = Талони від заміни рулону
kiosk-service-paper = Паперу вистачить на
kiosk-service-unsynced = Талони до надсилання
kiosk-service-version = Версія
kiosk-service-log = Останні записи журналу
kiosk-service-test = Пробний друк
kiosk-service-roll = Рулон замінено
kiosk-service-reload = Оновити екран
kiosk-service-restart = Перезапустити
kiosk-service-close = Закрити меню
kiosk-service-done = Виконано.
kiosk-service-failed = Не вдалося. Перевірте журнал.
kiosk-service-unknown = немає даних
kiosk-service-offset = годинник різниться на { $n } мс
kiosk-service-printed = { $n }; сьогодні { $total }
kiosk-service-conflicts = Суперечливі підтвердження
kiosk-service-left = приблизно { $n } талонів, до { $time }
kiosk-service-left-plain = приблизно { $n } талонів
kiosk-state-online = з’єднано
kiosk-state-away = не відповідає
kiosk-state-ready = готовий
kiosk-state-near_end = папір закінчується
kiosk-state-paper_end = немає паперу
kiosk-state-cover_open = кришку відкрито
kiosk-state-error = несправність
kiosk-state-none = немає принтера
