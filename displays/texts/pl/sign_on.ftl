# Logowanie przez dostawcę tożsamości miasta (OpenID Connect).
sign-on-through = Zaloguj przez: { $name }
sign-on-or = albo loginem i hasłem
sign-on-returning = Trwa logowanie…
sign-on-again = Spróbuj ponownie: { $name }
sign-on-local = Zaloguj się loginem i hasłem

problem-title-sign_on_foreign = Logowanie zaczęto gdzie indziej
problem-sign_on_foreign = To logowanie zaczęto w innej przeglądarce lub karcie albo trwało zbyt długo. Proszę zacząć je jeszcze raz tutaj.
problem-title-sign_on_used = To logowanie jest już zakończone
problem-sign_on_used = Ta odpowiedź dostawcy tożsamości została już raz użyta. Proszę zacząć logowanie od nowa.
problem-title-sign_on_declined = Logowanie przerwano
problem-sign_on_declined = Dostawca tożsamości nie potwierdził logowania. Proszę spróbować ponownie albo zgłosić się do administratora.
problem-title-sign_on_untrue = Nie udało się potwierdzić tożsamości
problem-sign_on_untrue = Odpowiedź dostawcy tożsamości nie zgadza się z tym logowaniem. Proszę zacząć od nowa; jeśli to się powtórzy, proszę powiadomić administratora.
problem-title-no_role = Konto nie ma tu żadnej roli
problem-no_role = Żadna z grup tego konta nie ma roli w systemie kolejkowym. Proszę zgłosić się do administratora.
problem-title-no_login = Brak loginu
problem-no_login = Dostawca tożsamości nie podał loginu, którego można tu użyć. Proszę zgłosić się do administratora.
problem-title-login_taken = Ten login jest już zajęty
problem-login_taken = Konto lokalne o tym loginie już istnieje i nikt nie może go w ten sposób przejąć. Proszę zgłosić się do administratora.
problem-title-signs_on_elsewhere = To konto nie ma tu hasła
problem-signs_on_elsewhere = Właściciel tego konta loguje się przez dostawcę tożsamości; hasło i drugi składnik zmienia się tam.
problem-title-provider_away = Dostawca tożsamości nie odpowiada
problem-provider_away = Przepraszamy, dostawca tożsamości chwilowo nie odpowiada. Proszę spróbować ponownie za minutę; konta lokalne działają bez zmian.

account-provided = Logowanie odbywa się przez dostawcę tożsamości. Hasło i drugi składnik zmienia się tam, nie tutaj.
accounts-password-provided = u dostawcy tożsamości
accounts-factor-provided = u dostawcy tożsamości
office-fault-login-provided = Login „{ $what }” ma już konto z dostawcy tożsamości. Proszę wybrać inny.

staff-action-account_made = utworzenie konta
staff-action-rights_changed = zmiana uprawnień
staff-detail-provider = przez dostawcę tożsamości
staff-detail-foreign_browser = inna przeglądarka
staff-detail-used_again = powtórzona odpowiedź
staff-detail-declined = przerwane u dostawcy
staff-detail-code_refused = kod odrzucony przez dostawcę
staff-detail-token_missing = brak tokenu
staff-detail-token_signature = podpis tokenu
staff-detail-token_issuer = wystawca tokenu
staff-detail-token_audience = odbiorca tokenu
staff-detail-token_nonce = token innego logowania
staff-detail-token_expired = token nieważny
staff-detail-no_role = bez roli
staff-detail-no_login = bez loginu
staff-detail-login_taken = login zajęty
staff-detail-provider_away = dostawca nie odpowiada
