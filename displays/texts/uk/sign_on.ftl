# Вхід через постачальника ідентичності міста (OpenID Connect).
sign-on-through = Увійти через: { $name }
sign-on-or = або за логіном і паролем
sign-on-returning = Триває вхід…
sign-on-again = Спробувати ще раз: { $name }
sign-on-local = Увійти за логіном і паролем

problem-title-sign_on_foreign = Вхід розпочато деінде
problem-sign_on_foreign = Цей вхід розпочато в іншому браузері чи вкладці або він тривав надто довго. Будь ласка, почніть його тут ще раз.
problem-title-sign_on_used = Цей вхід уже завершено
problem-sign_on_used = Цю відповідь постачальника ідентичності вже використано. Будь ласка, почніть вхід спочатку.
problem-title-sign_on_declined = Вхід перервано
problem-sign_on_declined = Постачальник ідентичності не підтвердив вхід. Будь ласка, спробуйте ще раз або зверніться до адміністратора.
problem-title-sign_on_untrue = Не вдалося підтвердити особу
problem-sign_on_untrue = Відповідь постачальника ідентичності не відповідає цьому входу. Будь ласка, почніть спочатку; якщо це повториться, повідомте адміністратора.
problem-title-no_role = Обліковий запис не має тут ролі
problem-no_role = Жодна з груп цього облікового запису не має ролі в системі черги. Будь ласка, зверніться до адміністратора.
problem-title-no_login = Немає логіна
problem-no_login = Постачальник ідентичності не надав логіна, який можна тут використати. Будь ласка, зверніться до адміністратора.
problem-title-login_taken = Цей логін уже зайнято
problem-login_taken = Локальний обліковий запис із цим логіном уже існує, і ніхто не може перейняти його в такий спосіб. Будь ласка, зверніться до адміністратора.
problem-title-signs_on_elsewhere = Цей обліковий запис не має тут пароля
problem-signs_on_elsewhere = Власник цього облікового запису входить через постачальника ідентичності; пароль і другий фактор змінюють там.
problem-title-provider_away = Постачальник ідентичності не відповідає
problem-provider_away = Перепрошуємо, постачальник ідентичності наразі не відповідає. Будь ласка, спробуйте ще раз за хвилину; локальні облікові записи працюють без змін.

account-provided = Вхід відбувається через постачальника ідентичності. Пароль і другий фактор змінюють там, а не тут.
accounts-password-provided = у постачальника ідентичності
accounts-factor-provided = у постачальника ідентичності
office-fault-login-provided = Логін «{ $what }» уже має обліковий запис від постачальника ідентичності. Будь ласка, виберіть інший.

staff-action-account_made = створення облікового запису
staff-action-rights_changed = зміна прав
staff-detail-provider = через постачальника ідентичності
staff-detail-foreign_browser = інший браузер
staff-detail-used_again = повторена відповідь
staff-detail-declined = перервано в постачальника
staff-detail-code_refused = код відхилив постачальник
staff-detail-token_missing = немає токена
staff-detail-token_signature = підпис токена
staff-detail-token_issuer = видавець токена
staff-detail-token_audience = адресат токена
staff-detail-token_nonce = токен іншого входу
staff-detail-token_expired = токен прострочено
staff-detail-no_role = без ролі
staff-detail-no_login = без логіна
staff-detail-login_taken = логін зайнято
staff-detail-provider_away = постачальник не відповідає
