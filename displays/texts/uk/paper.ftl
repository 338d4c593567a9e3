# The printed ticket (R12, R30, R31, R38). `$count` chooses the plural form, `$n` is the number shown.
paper-ahead = { $count ->
    [one] Перед Вами чекає { $n } особа.
    [few] Перед Вами чекають { $n } особи.
   *[many] Перед Вами чекає { $n } осіб.
}
paper-first = Ви перші в черзі.
paper-offline = Ваше місце в черзі покаже сторінка талона, коли кіоск відновить зв’язок.
paper-wait-range = { $count ->
    [one] Очікуваний час: від { $from } до { $n } хвилини.
   *[many] Очікуваний час: від { $from } до { $n } хвилин.
}
paper-wait-upto = { $count ->
    [one] Очікуваний час: до { $n } хвилини.
   *[many] Очікуваний час: до { $n } хвилин.
}
paper-wait-unknown = Час очікування зараз назвати не можна.
paper-booked = Візит записано на { $hour }
paper-approximate = Година орієнтовна.
paper-delay-range = { $count ->
    [one] Імовірна затримка: від { $from } до { $n } хвилини.
   *[many] Імовірна затримка: від { $from } до { $n } хвилин.
}
paper-delay-upto = { $count ->
    [one] Можлива затримка: до { $n } хвилини.
   *[many] Можлива затримка: до { $n } хвилин.
}
paper-delay-none = Зараз затримки не передбачаємо.
paper-delay-unknown = Зараз не можна сказати, на скільки зсунеться візит.
paper-valid = Талон дійсний незалежно від затримки.
paper-one-matter = Один талон — одна справа.
paper-watch = Будь ласка, стежте за екраном у залі очікування.
paper-scan = Стан черги в телефоні: будь ласка, відскануйте код.
paper-priority = Першочерговість: { $name }
paper-issued = Видано { $date }, { $time }
paper-reprint = ПОВТОРНИЙ ДРУК
paper-test = ПРОБНИЙ ДРУК – ЦЕ НЕ ТАЛОН
