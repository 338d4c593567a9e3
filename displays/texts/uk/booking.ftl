### Booking: the service's card, the review, the confirmation by mail, embedding. Every key begins with "web-".

## For search engines
web-description = Запис на візит до установи через інтернет: безкоштовно, без облікового запису, будь-коли. Виберіть справу, день і годину.
web-description-department = { $department }: справи, години роботи та запис на візит через інтернет.
web-description-service = { $service }: вільні терміни, що взяти із собою, оплата й години роботи. { $department }.

## List of services
web-service-online = можна вирішити й без візиту
web-search-nothing-tips = Спробуйте інше або коротше слово, наприклад «посвідчення» або «проживання».

## Card of a service
web-card-title = Перед візитом
web-card-bring = Що взяти із собою
web-card-fee = Оплата
web-card-place = Місце
web-card-duration = Тривалість візиту
web-card-minutes = зазвичай близько { $minutes } хв
web-card-opening = Години роботи
web-card-closed = зачинено
web-card-online = Без візиту:
web-card-online-link = Перейти до електронної послуги

## A queue without a calendar
web-queue-title = На цю справу не записують через інтернет
web-queue-text = Її вирішують у черзі, без запису:
web-queue-come = Прийдіть до установи в години роботи.
web-queue-press = На автоматі з талонами натисніть:
web-queue-wait = З талоном зачекайте, доки Ваш номер з’явиться на екрані.
web-queue-none = На цю справу талони зараз не видають. Зверніться, будь ласка, до установи.
web-queue-phone = Маєте запитання? Телефонуйте: { $phone }

## Days
web-days-opens = Наступний день ({ $day }) відкриється: { $on }, { $hour }.
web-days-opens-today = Наступний день ({ $day }) відкриється сьогодні о { $hour }.
web-days-none-looked = Ми перевірили всі дні до: { $date }.
web-days-none-returns = Звільнені терміни з’являються тут одразу – варто зазирнути ще раз.
web-days-none-rests = Звільнені терміни з’являються тут через певний час – варто зазирнути ще раз.
web-days-none-daily = Щодня відкривається новий день.
web-days-none-walk-in = Можна також прийти без запису й узяти талон в автоматі.

## Form
web-form-go-on = Далі: перевірка даних
web-form-go-on-chosen = Далі з вибраним терміном
web-form-not-yet = На наступній сторінці Ви побачите все ще раз. Лише там Ви запишетеся на візит.
web-clause = Адміністратор даних – { $office }. Ми обробляємо їх для виконання публічного завдання (ст. 6 ч. 1 п. «e» GDPR) і видаляємо { $days ->
    [0] у день візиту
    [one] не пізніше ніж через { $days } день після візиту
    [few] не пізніше ніж через { $days } дні після візиту
   *[many] не пізніше ніж через { $days } днів після візиту
}. Надання даних добровільне, але без них записатися через інтернет не можна.
web-clause-link = Повна інформація про обробку персональних даних (відкриється в новій вкладці)
web-refused-cookies-off = Браузер не приймає файли cookie, а без одного, необхідного файлу форма не є безпечною. Дозвольте його й надішліть форму ще раз або зателефонуйте до установи.

## Slips in a mail address
web-mail-meant = Можливо, Ви мали на увазі цю адресу?
web-mail-fix = Змінити на { $email }
web-mail-check = Чи правильна адреса електронної пошти?
web-mail-typed = Введено: { $email }. Схожа, частіше вживана адреса – на кнопці.
web-mail-right = Якщо введена адреса правильна, нічого робити не треба.

## Review
web-review-title = Перевірте дані
web-review-lead = Ви ще не записані на візит. Термін буде зайнято лише після натискання кнопки «Записатися на візит».
web-review-not-booked = Вас не записано на візит
web-review-facts = Дані візиту
web-review-term = Термін
web-review-phone = У такому вигляді номер вводять на автоматі з талонами.
web-review-change = Змінити
web-review-know = Варто знати
web-review-collect = Талон отримують в автоматі щонайпізніше за 10 хвилин до візиту; якщо його не отримати, візит буде скасовано.
web-review-keep = Введені дані зберігає лише цей браузер, протягом { $minutes } хв від відкриття цієї сторінки.
web-review-longer = Продовжити на { $minutes } хв
web-review-discard = Відмовитися й видалити введені дані

## Confirmation by mail
web-sent-title = Підтвердьте, будь ласка, візит
web-sent-lead = На адресу { $to } ми надіслали повідомлення з посиланням.
web-sent-held = Термін чекає на підтвердження
web-sent-until = Підтвердьте протягом { $minutes } хв, до { $hour }.
web-sent-else = Потім термін повернеться до календаря.
web-sent-open = Відкрийте повідомлення від установи.
web-sent-press = Натисніть посилання й підтвердьте візит на сторінці, що відкриється.
web-sent-spam = Повідомлення немає? Перевірте теку зі спамом і зачекайте кілька хвилин.
web-sent-wrong = Адреса була хибна?

## Embedding on the city's own pages
web-widget-link = Записатися на візит до установи
web-widget-frame = Запис на візит до установи
