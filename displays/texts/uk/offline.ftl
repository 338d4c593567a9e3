# What is answered about tickets that a kiosk gave without the network.
problem-title-kiosk_offline = Талон ще не видно
problem-kiosk_offline = Автомат, який видав цей талон, тимчасово не має зв’язку з установою. Ваше місце в черзі збережено. Будь ласка, збережіть талон, стежте за викликами на екрані в залі очікування та загляньте сюди за кілька хвилин.
problem-title-day_over = Талон попереднього дня
problem-day_over = Цей талон видано попереднього дня, і він уже не дає місця в черзі.
problem-title-not_leased = Номер не належить цьому автомату
problem-not_leased = Цей номер сьогодні не передавали цьому автомату, тому талон не можна прийняти до черги.
web-problem-title-kiosk-offline = { problem-title-kiosk_offline }
web-problem-kiosk-offline = { problem-kiosk_offline }
