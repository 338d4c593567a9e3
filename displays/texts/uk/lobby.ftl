# The lobby board.
lobby-title = Табло викликів
lobby-please = Запрошуємо
lobby-desk = вікно
lobby-again = повторно
lobby-history = Останні виклики
lobby-waiting = Черга
lobby-people = { $count ->
    [one] { $n } особа
    [few] { $n } особи
   *[many] { $n } осіб
}
lobby-nobody = ніхто не чекає
lobby-wait = { $from }–{ $to } хв
lobby-wait-short = до { $to } хв
lobby-wait-unknown = час невідомий
lobby-no-desk = зараз зачинено
lobby-empty = Номер викликаного талона з’явиться тут.
lobby-closed = Зараз зачинено
lobby-opens = Талони з { $time }
lobby-lost-small = З’єднуюся…
lobby-lost = Немає з’єднання з чергою. Будь ласка, стежте за вікнами.
lobby-announce = Талон { $code }, вікно { $desk }
lobby-serving = Зараз обслуговуємо
lobby-desk-free = Вільно
lobby-desk-closed = Зачинено
lobby-open = Відчинено
lobby-opens-day = Талони: { $date } з { $time }
lobby-messages = Повідомлення установи
lobby-pause = Зупинити
lobby-sound = Торкніться, щоб увімкнути звук
lobby-emergency = Важливе повідомлення
