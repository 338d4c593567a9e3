### The citizen's pages. Every key begins with "web-". Placeholders are listed where they are not plain.

## Frame
web-skip = Перейти до змісту
web-place = Запис на візит
web-languages = Мова сторінки
web-footer-other-ways = Записатися на візит можна також телефоном або в установі. Без запису візьміть талон в автоматі в установі.
web-footer-declaration = Декларація доступності
web-footer-privacy = Інформація про обробку персональних даних
web-error-prefix = Помилка:

## Dates. $weekday: 1 is Monday; $month: 1 is January
web-weekday = { $weekday ->
    [1] понеділок
    [2] вівторок
    [3] середа
    [4] четвер
    [5] п’ятниця
    [6] субота
   *[7] неділя
}
web-weekday-short = { $weekday ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] нд
}
web-date-day-month = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}
web-date-long = { web-weekday }, { web-date-day-month } { $year }

## Steps
web-steps = Кроки запису
web-step-service = Справа
web-step-day = День
web-step-hour = Година
web-step-details = Дані й перевірка

## Step 1
web-services-title = Запишіться на візит до установи
web-services-lead = Виберіть справу, потім день і годину. Запис безкоштовний і не потребує облікового запису. Терміни: { $days ->
    [1] сьогодні й завтра
    [one] від сьогодні на { $days } день наперед
    [few] від сьогодні на { $days } дні наперед
   *[many] від сьогодні на { $days } днів наперед
}.
web-services-all = Усі справи
web-services-heading = Справи відділу
web-search-label = Яку справу Ви хочете вирішити?
web-search-button = Шукати
web-search-found = { $n ->
    [one] Знайдено { $n } справу за запитом «{ $query }».
    [few] Знайдено { $n } справи за запитом «{ $query }».
   *[many] Знайдено { $n } справ за запитом «{ $query }».
}
web-search-clear = Показати всі справи
web-search-nothing = Такої справи не знайдено.
web-service-duration = візит триває близько { $minutes } хв
web-service-kiosk-only = без запису – талон видає автомат в установі

## Step 2
web-back-services = Вибрати іншу справу
web-days-title = Виберіть день
web-days-until = Записатися можна до: { $date }.
web-days-legend = Число під датою – кількість вільних годин.
web-days-caption = Дні з кількістю вільних годин
web-day-label = { $date }, { $n ->
    [one] { $n } вільна година
    [few] { $n } вільні години
   *[many] { $n } вільних годин
}
web-day-free = { $n ->
    [one] { $n } вільна
    [few] { $n } вільні
   *[many] { $n } вільних
}
web-day-none = немає
web-days-nearest = Найближчі вільні терміни
web-days-first = Перший вільний термін
web-days-none = Зараз немає вільних термінів.

## Step 3
web-back-days = Вибрати інший день
web-hours-title = Виберіть годину
web-hours-other-days = Інші дні з вільними годинами
web-hours-morning = До полудня
web-hours-afternoon = Після полудня
web-hours-none = Цього дня вже немає вільних годин.
web-hours-none-advice = Виберіть, будь ласка, інший день.
web-hour-places = { $n ->
    [one] { $n } місце
    [few] { $n } місця
   *[many] { $n } місць
}

## Step 4
web-back-hours = Вибрати іншу годину
web-form-title = Ваші дані
web-form-summary = Вибраний термін
web-form-all-required = Усі три поля обов’язкові.
web-form-required = (обов’язково)
web-form-name = Ім’я
web-form-phone = Номер телефону
web-form-phone-hint = Наприклад 662 138 278. Іноземний номер вкажіть із кодом країни, наприклад +380…
web-form-email = Адреса електронної пошти
web-form-email-hint = На цю адресу ми надішлемо підтвердження з посиланням для скасування візиту.
web-form-current = Номер телефону та адреса електронної пошти мають бути чинними, бо за ними перевіряється візит.
web-form-one-matter = Один запис дає право вирішити одну справу.
web-form-purpose = Ми не питаємо жодних інших даних. Вони потрібні, щоб записати й підтвердити цей візит.
web-form-submit = Записатися на візит
web-form-submit-chosen = Записатися на вибраний термін
web-form-choose-again = Виберіть, будь ласка, інший термін
web-form-kept = Введені дані збережено.
web-form-term-gone = Цей термін більше не доступний.
web-form-other-day = Вибрати інший день

## Refusals, by the stable code
web-errors-title = Виправте, будь ласка:
web-refused-invalid-name = Вкажіть ім’я.
web-refused-invalid-phone = Вкажіть правильний номер телефону, наприклад 662 138 278.
web-refused-invalid-email = Вкажіть правильну адресу електронної пошти, наприклад anna@example.pl.
web-refused-slot-taken = Цей термін щойно зайняли. Виберіть, будь ласка, інший.
web-refused-slot-in-past = Цей термін уже минув. Виберіть, будь ласка, інший.
web-refused-outside-horizon = На цей день записатися ще не можна. Виберіть, будь ласка, раніший термін.
web-refused-not-a-slot = О цій годині установа не приймає з цієї справи. Виберіть, будь ласка, інший термін.
web-refused-overlapping-appointment = На цей номер телефону вже записано візит у той самий час. Виберіть, будь ласка, іншу годину.
web-refused-limit-reached = На цей номер телефону цього дня вже записано найбільшу дозволену кількість візитів. Виберіть, будь ласка, інший день.
web-refused-key-reused = Цю форму вже надіслано з іншими даними. Перевірте, будь ласка, дані й надішліть її ще раз.
web-refused-form-expired = Форма була відкрита надто довго. Надішліть її, будь ласка, ще раз.
web-refused-throttled = Забагато спроб за короткий час. Спробуйте, будь ласка, за кілька хвилин.
web-refused-try-again = Система тимчасово недоступна. Спробуйте, будь ласка, ще раз за мить.
web-refused-wrong-digits = Ці цифри не збігаються з номером телефону, вказаним під час запису.
web-refused-wrong-state = Зараз це неможливо, бо стан змінився.
web-refused-other = Не вдалося цього зробити. Спробуйте, будь ласка, ще раз.

## The visit
web-visit-thanks = Дякуємо, Вас записано на візит
web-visit-title-booked = Ваш візит
web-visit-title-collected = Талон отримано
web-visit-title-cancelled = Візит скасовано
web-visit-title-not-collected = Талон не отримали вчасно
web-visit-lead-booked = Усе потрібне – на цій сторінці.
web-visit-lead-collected = Зачекайте, будь ласка, поки викличуть номер Вашого талона.
web-visit-lead-cancelled = Цей візит не відбудеться. Якщо хочете прийти, запишіться, будь ласка, на новий термін.
web-visit-lead-not-collected = Система скасувала візит. Ви й далі можете взяти талон в автоматі та зачекати в черзі або записатися на новий термін.
web-visit-heading = Візит
web-state-booked = Записано
web-state-collected = Талон отримано
web-state-cancelled = Скасовано
web-state-not-collected = Не отримано
web-visit-code = Код візиту, замість номера телефону
web-visit-service = Справа
web-visit-department = Відділ
web-visit-name = Ім’я
web-visit-phone = Телефон (ідентифікатор)
web-mail-sent = Підтвердження надіслано на Вашу електронну адресу.
web-mail-pending = Підтвердження надійде на Вашу електронну адресу протягом кількох хвилин.
web-mail-failed = Поки що не вдалося надіслати електронного листа; ми спробуємо ще раз. Вас записано, а ті самі дані й посилання для скасування є на цій сторінці. Збережіть її, будь ласка.
web-visit-next = Що далі
web-visit-next-come = Отримайте талон між { $from } і { $to }, найкраще щонайменше за 10 хвилин до візиту, у будь-якому автоматі установи.
web-visit-next-kiosk = В автоматі натисніть:
web-visit-next-phone = Введіть номер телефону { $phone } або код візиту.
web-visit-next-wait = З талоном зачекайте, поки номер з’явиться на екрані.
web-visit-note-uncollected = Якщо талон не отримано, візит скасовується.
web-visit-note-several = Якщо візитів одного дня кілька, номер треба ввести окремо для кожного талона.
web-visit-note-about = Година візиту орієнтовна.
web-visit-cannot-text = Скасуйте, будь ласка, візит, щоб терміном міг скористатися інший клієнт.
web-visit-cancel-link = Скасувати візит
web-visit-keep = Збережіть адресу цієї сторінки: з нею можна скасувати або перенести візит без дзвінка до установи.
web-visit-book-again = Записатися на новий термін
web-visit-ticket-link = Подивитися місце в черзі
web-kiosk-button = Potwierdzenie umówionej internetowo wizyty (U)

## Cancelling
web-cancel-title-ask = Скасувати цей візит?
web-cancel-title-done = Візит скасовано
web-cancel-title-already = Цей візит уже було скасовано
web-cancel-title-past = Час цього візиту вже минув
web-cancel-title-collected = Талон уже отримано
web-cancel-lead-ask = Поки Ви не натиснете кнопку, нічого не зміниться.
web-cancel-lead-done = Дякуємо. Терміном зможе скористатися хтось інший.
web-cancel-lead-already = Більше нічого робити не треба.
web-cancel-lead-past = Його вже не можна скасувати. Нічого не змінилося.
web-cancel-lead-collected = Візит з отриманим талоном тут скасувати не можна. Вийти з черги можна на сторінці талона або біля вікна.
web-cancel-digits = Три останні цифри номера телефону
web-cancel-button = Скасувати візит
web-cancel-keep = Ні, залишити візит
web-cancel-to-visit = Повернутися до візиту

## Problems, by the stable code
web-problem-title-not-found = Цієї сторінки не знайдено
web-problem-not-found = Адреса може бути неповною або застарілою. Перевірте, чи посилання з листа скопійовано повністю.
web-problem-title-try-again = Система тимчасово недоступна
web-problem-try-again = Перепрошуємо. Нічого не втрачено. Спробуйте, будь ласка, ще раз за мить.
web-problem-title-outside-horizon = На цей день записатися ще не можна
web-problem-outside-horizon = Виберіть, будь ласка, раніший день.
web-problem-title-slot-in-past = Цей термін уже минув
web-problem-slot-in-past = Виберіть, будь ласка, інший день або іншу годину.
web-problem-title-not-a-slot = Такого терміну немає
web-problem-not-a-slot = О цій годині установа не приймає з цієї справи. Виберіть, будь ласка, інший термін.
web-problem-title-not-bookable = На цю справу не можна записатися через інтернет
web-problem-not-bookable = Прийдіть, будь ласка, до установи та візьміть талон в автоматі.
web-problem-title-form-expired = Форма була відкрита надто довго
web-problem-form-expired = Поверніться, будь ласка, на попередню сторінку та спробуйте ще раз.
web-problem-title-throttled = Забагато спроб
web-problem-throttled = Спробуйте, будь ласка, ще раз за кілька хвилин.
web-problem-title-other = Не вдалося цього зробити
web-problem-other = Перепрошуємо. Спробуйте, будь ласка, ще раз; якщо це не допоможе, зверніться до установи.
web-problem-home = Переглянути всі справи
web-problem-go-on = Продовжити
web-problem-code = Позначення для установи: { $status } { $code }
