# Телефонна лінія працівників. `$count` chooses the plural form, `$n` is the number shown.
staff-title = Телефонна лінія
staff-noscript = Для цієї сторінки потрібно ввімкнути скрипти у браузері.
staff-logout = Вийти
staff-login-title = Вхід
staff-login-wrong = Неправильний логін або пароль. Спробуйте, будь ласка, ще раз.
staff-logged-out = Сеанс завершився. Будь ласка, увійдіть знову.
staff-network = Немає зв’язку із сервером. Спробуйте, будь ласка, ще раз.
staff-nav = Дії
staff-nav-find = Знайти візит
staff-nav-book = Записати на візит
staff-nav-oversight = Нагляд
staff-shortcut = Комбінація клавіш: { $what }
staff-errors-title = Виправте, будь ласка:
staff-required = (обов’язково)

staff-find-title = Знайти візит
staff-find-lead = Запитайте номер телефону, вказаний під час запису, або шестизначний код візиту.
staff-find-field = Номер телефону або код візиту
staff-find-hint = Наприклад, 662 138 278 або 123 456.
staff-find-submit = Шукати
staff-find-empty = Введіть, будь ласка, номер телефону або код.
staff-find-logged = Кожен перегляд візиту записується в журнал доступу.
staff-found = { $count ->
    [one] Знайдено { $n } візит
    [few] Знайдено { $n } візити
   *[other] Знайдено { $n } візитів
}
staff-found-none = Візиту на сьогодні чи наступні дні не знайдено.
staff-found-none-book = Записати на візит із цим номером
staff-state-booked = заплановано
staff-state-collected = талон отримано
staff-state-cancelled = скасовано
staff-state-not_collected = талон не отримано
staff-name = Ім’я
staff-phone = Телефон
staff-email = Ел. пошта
staff-code = Код візиту
staff-confirm-by = Очікує підтвердження ел. поштою до
staff-mail-fine = листи доходять
staff-mail-failed = листи не доходять – повідомте код усно
staff-mail-none = без ел. пошти – код повідомляють усно або друкують
staff-move = Перенести
staff-move-label = Перенести візит: { $what }
staff-cancel = Скасувати
staff-cancel-label = Скасувати візит: { $what }
staff-tell = Повідомити код або надрукувати
staff-tell-label = Повідомити код або надрукувати: { $what }
staff-cancel-title = Скасувати візит?
staff-cancel-text = { $what }. Цей час зможе зайняти інша особа.
staff-cancel-keep = Не скасовувати
staff-cancel-go = Скасувати візит
staff-cancelled = Візит скасовано: { $what }.
staff-not-cancelled = Цей візит уже не можна скасувати. Його стан: { $what }.

staff-book-title = Записати на візит особу, яка телефонує
staff-book-one = Один запис – одна справа. Діють ті самі обмеження, що й в інтернеті.
staff-service = Справа
staff-service-choose = Виберіть, будь ласка, справу
staff-day = День
staff-day-none = Для цієї справи зараз немає вільного часу.
staff-day-free = { $count ->
    [one] { $n } вільне місце
    [few] { $n } вільні місця
   *[other] { $n } вільних місць
}
staff-hour = Година
staff-hour-on = Година: { $date }, { $what }
staff-person = Дані особи, яка телефонує
staff-person-hint = Повторіть, будь ласка, номер телефону: за ним отримують талон.
staff-email-hint = На цю адресу надійде підтвердження.
staff-no-email = Без ел. пошти (код повідомлю усно або надрукую)
staff-language = Мова листів
staff-override = Не зважати на обмеження для цієї особи
staff-override-warning = Увага: візит буде записано попри обмеження кількості візитів і накладання годин. Рішення та Ваш логін потраплять до журналу подій і журналу доступу.
staff-book-submit = Записати на візит
staff-missing-service = Виберіть, будь ласка, справу.
staff-missing-day = Виберіть, будь ласка, день.
staff-missing-hour = Виберіть, будь ласка, годину.
staff-missing-email = Введіть, будь ласка, адресу ел. пошти або позначте «без ел. пошти».
staff-invalid_name = Вкажіть ім’я: від 1 до 60 знаків, принаймні одна літера.
staff-invalid_phone = Вкажіть правильний номер телефону, наприклад 662 138 278.
staff-invalid_email = Вкажіть правильну адресу ел. пошти, наприклад anna@example.com.
staff-nearest = Найближчий вільний час:

staff-move-title = Перенести візит
staff-move-now = Теперішній час: { $what }. Він звільниться лише тоді, коли новий буде певним.
staff-move-submit = Перенести на цей час
staff-back = Назад без змін

staff-done-booked = Візит записано
staff-done-moved = Візит перенесено
staff-done-tell = Код і поради
staff-slip = Підтвердження візиту
staff-spoken = код: { $code }
staff-tell-title = Що сказати особі, яка телефонує
staff-tell-when = Візит: { $date } о { $time }. Час орієнтовний.
staff-tell-collect = Талон треба отримати в будь-якому автоматі установи між { $from } і { $to }, найкраще щонайменше за 10 хвилин до візиту.
staff-tell-kiosk = В автоматі натиснути «{ $what }» і ввести номер телефону { $arg } або код { $code }.
staff-tell-lost = Якщо талон не отримано, візит скасовується.
staff-tell-cancel = Хто не може прийти, нехай зателефонує: цей час придасться іншій особі.
staff-print = Друкувати
staff-next-caller = Наступний дзвінок

staff-oversight-title = Нагляд
staff-patterns-title = Підозрілі закономірності в записах
staff-patterns-lead = Це підказки, а не докази: перевірте візити, перш ніж щось вирішувати. У списку немає персональних даних.
staff-patterns-none = Підозрілих закономірностей не знайдено.
staff-patterns-looked = { $count ->
    [one] Перевірено { $n } запис.
    [few] Перевірено { $n } записи.
   *[other] Перевірено { $n } записів.
}
staff-patterns-part = Це найновіші записи; старіших не перевірено.
staff-pattern-kind = Закономірність
staff-pattern-count = Скільки
staff-pattern-when = Записано від–до
staff-pattern-visits = Візити
staff-pattern-one_email_many_phones = Одна адреса ел. пошти, багато телефонів
staff-pattern-one_origin_many_bookings = Багато записів з однієї мережевої адреси за годину
staff-pattern-book_and_cancel = Багаторазовий запис і скасування
staff-pattern-consecutive_phones = Послідовні номери телефонів
staff-pattern-seconds_after_release = Записи за кілька секунд після звільнення часу
staff-visit-open = Показати візит { $what }
staff-log-title = Журнал доступу
staff-log-lead = Хто й коли бачив або змінив який візит. Лише ідентифікатори.
staff-log-from = Від дня
staff-log-to = До дня
staff-log-who = Логін
staff-log-appointment = Ідентифікатор візиту
staff-log-optional = (необов’язково)
staff-log-submit = Показати
staff-log-csv = Завантажити CSV
staff-log-none = Немає записів за ці дні.
staff-log-part = Показано найновіші записи. Виберіть менше днів, щоб побачити старіші.
staff-log-at = Коли
staff-log-action = Дія
staff-log-visit = Візит
staff-log-detail = Обставини
staff-action-saw = переглянуто
staff-action-searched = шукали, не знайдено
staff-action-booked = записано
staff-action-moved = перенесено
staff-action-cancelled = скасовано
staff-action-checked_in = видано талон
staff-action-check_in_reverted = видачу талона скасовано
staff-action-saw_note = перегляд нотатки
staff-action-noted = запис нотатки
staff-action-saw_log = переглянуто журнал
staff-action-saw_patterns = переглянуто закономірності
staff-action-saw_people = перегляд часу роботи осіб
staff-action-exported = експортовано дані
staff-action-erased = видалено дані
staff-detail-beyond_limits = понад обмеження
staff-detail-phone = за телефоном
staff-detail-code = за кодом
staff-detail-id = за ідентифікатором
staff-action-signed_on = вхід
staff-action-sign_on_failed = невдалий вхід
staff-action-locked_out = блокування входу
staff-action-signed_off = вихід
staff-action-password_changed = зміна пароля
staff-action-password_set = встановлення пароля за посиланням
staff-action-link_made = видача посилання для пароля
staff-action-second_factor_on = увімкнення другого чинника
staff-action-second_factor_off = вимкнення другого чинника
staff-action-second_factor_removed = вилучення другого чинника в іншої особи
staff-action-recovery_codes_renewed = нові резервні коди
staff-action-sessions_ended = завершення власних сеансів
staff-action-signed_out = завершення сеансів іншої особи
staff-detail-password = пароль
staff-detail-second_factor = з кодом із застосунку
staff-detail-second_factor_due = другий чинник слід увімкнути
staff-detail-second_factor_wrong = код
staff-detail-recovery_code = з резервним кодом
staff-detail-own_browser = у відомому браузері
staff-detail-own_account = на сторінці облікового запису
staff-detail-link = за посиланням
staff-detail-command_line = з командного рядка
staff-uncalendared-title = Справи з чергою, але без календаря
staff-uncalendared-lead = На ці справи видають талони, але записатися на візит не можна.
staff-uncalendared-none = Усі справи з чергою мають календар.
