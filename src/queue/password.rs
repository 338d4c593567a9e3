//! What a password of staff must be: long, not among the commonest, not made of the login. No rule of signs and no expiry: both
//! make passwords worse (NIST SP 800-63B §3.1.1.2).

/// Characters of the shortest password.
pub const SHORTEST: usize = 12;
/// Bytes of the longest.
pub const LONGEST: usize = 256;
/// A word of at least so many signs is looked for inside the password.
const TELLING: usize = 4;
/// Different signs of the poorest password.
const DIFFERENT: usize = 5;

/// What the commonest long passwords are made of, in this country and elsewhere; looked for without digits and signs around them.
const COMMON: [&str; 34] = [
    "password",
    "passwrd",
    "haslo",
    "hasło",
    "mojehaslo",
    "tajnehaslo",
    "qwerty",
    "qwertyuiop",
    "qwertyuiopasdfghjkl",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsxedc",
    "qazwsx",
    "zaqwsx",
    "zaq",
    "abcdefghijkl",
    "abcdef",
    "abc",
    "admin",
    "administrator",
    "letmein",
    "welcome",
    "iloveyou",
    "kochamcie",
    "dupa",
    "polska",
    "misiek",
    "bartek",
    "changeme",
    "zmienmnie",
    "urzad",
    "okienko",
    "kierownik",
    "supervisor",
];

/// Why a password cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than [`SHORTEST`], or longer than [`LONGEST`].
    Length,
    /// Among the first that somebody else would try.
    Common,
    /// Made of the login.
    Login,
}

impl Weakness {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Length => "password_length",
            Self::Common => "password_common",
            Self::Login => "password_login",
        }
    }
}

/// Judges a password that somebody wants to have.
///
/// # Errors
/// The first reason against it.
pub fn judge(login: &str, password: &str) -> Result<(), Weakness> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(Weakness::Length);
    }
    let (small, login) = (password.to_lowercase(), login.to_lowercase());
    if login.chars().count() >= TELLING && small.contains(&login) {
        return Err(Weakness::Login);
    }
    let mut signs: Vec<char> = small.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    let letters: String = small.chars().filter(|sign| sign.is_alphabetic()).collect();
    // Digits alone, a keyboard's row or one of the words with a year behind it: the first thing that is tried.
    let poor = signs.len() < DIFFERENT || letters.is_empty() || is_common(&letters);
    if poor { Err(Weakness::Common) } else { Ok(()) }
}

/// Whether letters are one of the common words, once or several times over.
fn is_common(letters: &str) -> bool {
    COMMON.iter().any(|word| letters.replace(word, "").is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_ones_of_ones_own_are_fine_whatever_they_are_made_of() {
        for fine in ["otwieraj sesamie 7", "zielony-rower-przed-domem", "żółć gęślą jaźń", "k3vd-9mxt-aaaa-bbbb"]
        {
            assert_eq!(judge("anna", fine), Ok(()), "{fine}");
        }
        assert_eq!(judge("jan", "jan jedzie na rowerze"), Ok(()), "three signs tell nothing");
    }

    #[test]
    fn short_common_and_telling_ones_are_not() {
        assert_eq!(judge("anna", "k3vd-9mxt-a"), Err(Weakness::Length));
        assert_eq!(judge("anna", &"ab3x-".repeat(52)), Err(Weakness::Length));
        for common in [
            "123456789012",
            "aaaaaaaaaaaaaaaa",
            "password1234",
            "Passw0rd2026!",
            "Haslo!2026!!!",
            "qwertyuiop123",
            "abcabcabcabc1",
            "Polska-2026-!",
            "HasloHaslo12",
            "admin12345678",
            "2026-11-29-17",
            "administrator!1",
        ] {
            assert_eq!(judge("anna", common), Err(Weakness::Common), "{common}");
        }
        assert_eq!(judge("anna.nowak", "xx-Anna.Nowak-yy"), Err(Weakness::Login));
    }
}
