# The ticket's own page and leaving the queue
web-ticket-number = Номер талона
web-ticket-booked-for = Візит призначено на { $hour }
web-ticket-title-waiting = Зачекайте, будь ласка
web-ticket-title-called = Запрошуємо до віконця
web-ticket-title-serving = Вас обслуговують
web-ticket-title-on-hold = Талон призупинено
web-ticket-title-in-transit = Талон передають до іншого відділу
web-ticket-title-no-show = Ваш номер викликали
web-ticket-title-finished = Візит завершено
web-ticket-title-cancelled = Талон скасовано
web-ticket-title-closed = Установа завершила прийом на сьогодні
web-ticket-text-waiting = Номер з’явиться на екрані в залі очікування і на цій сторінці. Черговість може трохи змінюватися.
web-ticket-text-next = Ваш номер наступний. Будьте, будь ласка, поблизу віконець; черговість ще може змінитися.
web-ticket-text-called = Підійдіть, будь ласка, зараз.
web-ticket-text-serving = Дякуємо за терпіння.
web-ticket-text-on-hold = Працівник викличе Вас ще раз. Ваше місце збережено.
web-ticket-text-in-transit = Новий талон не потрібен. Ваше місце збережено.
web-ticket-text-no-show = Ніхто не підійшов до віконця. Якщо Ви в установі, зверніться, будь ласка, до працівника: талон можна відновити.
web-ticket-text-finished = Дякуємо за візит.
web-ticket-text-cancelled = Цей талон більше не викликатимуть. Якщо це помилка, зверніться сьогодні до працівника: талон можна відновити.
web-ticket-text-closed = Цей талон більше не викликатимуть. Перепрошуємо. Прийдіть, будь ласка, іншого дня або запишіться на візит.
web-ticket-desk = Віконце
web-ticket-ahead-label = Перед Вами
web-ticket-ahead = { $n ->
    [one] { $n } особа
    [few] { $n } особи
   *[many] { $n } осіб
}
web-ticket-next = нікого
web-ticket-wait-label = Очікуваний час
web-ticket-wait-unknown = зараз визначити не можна
web-ticket-wait-now = за мить
web-ticket-wait-about = близько { $to } хв
web-ticket-wait-range = від { $from } до { $to } хв
web-ticket-as-of = Станом на { $hour }.
web-ticket-renew = Оновити зараз

# What the tab of the browser says
web-ticket-tab = { $code }: { $title }
web-ticket-tab-ahead = ({ $n }) { $code }
web-ticket-tab-called = ❗ { $code } → віконце { $desk }

# What is told beside the state
web-ticket-place = Де
web-ticket-wait-clock = тобто між { $from } та { $to }
web-ticket-wait-why = Так буває, коли жодне віконце зараз не працює з цією справою.
web-ticket-shift-label = Призначена година { $hour }
web-ticket-shift-none = без затримки
web-ticket-shift-upto = можлива затримка до { $to } хв
web-ticket-shift-range = затримка від { $from } до { $to } хв
web-ticket-shift-unknown = зараз не можна сказати, на скільки зсунеться візит
web-ticket-shift-valid = Отриманий талон дійсний незалежно від затримки.
web-ticket-missed = Номер викликало віконце { $desk }.
web-ticket-spoken-called = Запрошуємо. Віконце { $desk }.
web-ticket-spoken-ahead = { $n ->
    [0] Ваш номер наступний.
    [one] Перед Вами { $n } особа.
    [few] Перед Вами { $n } особи.
   *[many] Перед Вами { $n } осіб.
}

# What keeps the page fresh
web-ticket-live = Сторінка оновлюється сама.
web-ticket-lost = Немає з’єднання. Те, що Ви бачите, може бути застарілим; ми намагаємося з’єднатися знову.
web-ticket-paused = Оновлення призупинено. Зараз ця сторінка не покаже виклику.
web-ticket-pause = Призупинити оновлення
web-ticket-resume = Відновити оновлення
web-ticket-refresh-on = Сторінка оновлюється сама кожні 30 секунд.
web-ticket-refresh-stop = Вимкнути оновлення
web-ticket-refresh-off = Сторінка не оновлюється сама й не покаже виклику.
web-ticket-refresh-start = Оновлювати кожні 30 секунд

# Sound and vibration
web-ticket-alerts-title = Сигнал, коли викличуть Ваш номер
web-ticket-alerts-text = Звук і вібрація цього пристрою, а екран не згасне. Будь ласка, не закривайте цю сторінку й не відходьте далеко від установи.
web-ticket-alerts-turn-on = Увімкнути сигнал
web-ticket-alerts-turn-off = Вимкнути сигнал
web-ticket-alerts-are-on = Сигнал увімкнено.

# Leaving the queue
web-leave-link = Не хочу більше чекати
web-leave-title = Вийти з черги?
web-leave-lead = Поки Ви не натиснете кнопку, нічого не зміниться.
web-leave-text = Після виходу з черги номер не викликатимуть, а місце на цій сторінці відновити не можна.
web-leave-sure = Так, я віддаю своє місце в черзі
web-leave-button = Вийти з черги
web-leave-keep = Ні, чекаю далі
web-leave-not-done = Ваше місце в черзі збережено
web-refused-not-sure = Щоб вийти з черги, поставте позначку над кнопкою.
