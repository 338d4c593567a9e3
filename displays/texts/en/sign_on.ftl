# Signing on through the city's identity provider (OpenID Connect).
sign-on-through = Sign in with { $name }
sign-on-or = or with login and password
sign-on-returning = Signing you in…
sign-on-again = Try again: { $name }
sign-on-local = Sign in with login and password

problem-title-sign_on_foreign = This sign-in began elsewhere
problem-sign_on_foreign = This sign-in was begun in another browser or tab, or took too long. Please begin it again here.
problem-title-sign_on_used = This sign-in is over
problem-sign_on_used = This answer of the identity provider has been used before. Please begin the sign-in again.
problem-title-sign_on_declined = The sign-in was cancelled
problem-sign_on_declined = The identity provider did not confirm the sign-in. Please try again, or turn to the administrator.
problem-title-sign_on_untrue = The identity could not be confirmed
problem-sign_on_untrue = The answer of the identity provider does not fit this sign-in. Please begin again; if it keeps happening, please tell the administrator.
problem-title-no_role = The account has no role here
problem-no_role = None of this account’s groups has a role in the queue system. Please turn to the administrator.
problem-title-no_login = There is no login
problem-no_login = The identity provider gave no login that can be used here. Please turn to the administrator.
problem-title-login_taken = This login is taken
problem-login_taken = There is a local account of this login, and nobody can take it over in this way. Please turn to the administrator.
problem-title-signs_on_elsewhere = This account has no password here
problem-signs_on_elsewhere = The owner of this account signs in through the identity provider; password and second factor are changed there.
problem-title-provider_away = The identity provider does not answer
problem-provider_away = We are sorry, the identity provider does not answer at the moment. Please try again in a minute; local accounts work as usual.

account-provided = You sign in through the identity provider. Password and second factor are changed there, not here.
accounts-password-provided = at the identity provider
accounts-factor-provided = at the identity provider
office-fault-login-provided = The login “{ $what }” has an account from the identity provider already. Please choose another.

staff-action-account_made = account made
staff-action-rights_changed = rights changed
staff-detail-provider = by the identity provider
staff-detail-foreign_browser = another browser
staff-detail-used_again = answer used again
staff-detail-declined = cancelled at the provider
staff-detail-code_refused = code refused by the provider
staff-detail-token_missing = no token
staff-detail-token_signature = signature of the token
staff-detail-token_issuer = issuer of the token
staff-detail-token_audience = audience of the token
staff-detail-token_nonce = token of another sign-in
staff-detail-token_expired = token expired
staff-detail-no_role = no role
staff-detail-no_login = no login
staff-detail-login_taken = login taken
staff-detail-provider_away = provider does not answer
