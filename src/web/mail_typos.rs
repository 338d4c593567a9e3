//! A hint when the domain of an e-mail address looks like a slip of the finger (law line 35). Never a refusal: the address may be right.

/// Domains that citizens of a Polish town write to us from.
const KNOWN: [&str; 50] = [
    "gmail.com",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "onet.eu",
    "op.pl",
    "vp.pl",
    "poczta.onet.pl",
    "poczta.onet.eu",
    "interia.pl",
    "interia.eu",
    "interia.com",
    "poczta.fm",
    "poczta.pl",
    "tlen.pl",
    "go2.pl",
    "gazeta.pl",
    "autograf.pl",
    "buziaczek.pl",
    "amorki.pl",
    "spoko.pl",
    "neostrada.pl",
    "email.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "yahoo.pl",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "mail.com",
    "gmx.com",
    "gmx.net",
    "gmx.de",
    "proton.me",
    "protonmail.com",
    "protonmail.ch",
    "ymail.com",
    "pm.me",
    "zoho.com",
    "ukr.net",
    "i.ua",
    "meta.ua",
    "email.ua",
    "bigmir.net",
    "mail.ru",
];

/// Names whose mail lives under one ending only, so that any other ending is a slip.
const ONE_ENDING: [(&str, &str); 2] = [("gmail", "gmail.com"), ("icloud", "icloud.com")];

/// Endings that nobody owns, with the one that was meant.
const ENDINGS: [(&str, &str); 13] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("comm", "com"),
    ("coom", "com"),
    ("cim", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("p", "pl"),
    ("lp", "pl"),
    ("pll", "pl"),
    ("ppl", "pl"),
    ("o", "pl"),
];

/// A domain as long as this may differ in two places; a shorter one in one, or it would be another one's.
const LONG: usize = 9;
/// A name as short as this must be right: `ap.pl` is somebody's own.
const SHORT_NAME: usize = 3;

/// The address that was probably meant; nothing when the domain is known, or like none that is.
pub(crate) fn meant(typed: &str) -> Option<String> {
    let (local, domain) = typed.trim().rsplit_once('@')?;
    let domain = domain.trim_end_matches(['.', ',']).replace(',', ".").to_lowercase();
    if local.is_empty() || !(3..=40).contains(&domain.chars().count()) {
        return None;
    }
    let right = known(&domain).or_else(|| ending(&domain))?;
    let meant = format!("{local}@{right}");
    (meant.to_lowercase() != typed.trim().to_lowercase()).then_some(meant)
}

fn known(domain: &str) -> Option<String> {
    if KNOWN.contains(&domain) {
        return Some(domain.to_owned());
    }
    let name = domain.split('.').next().unwrap_or_default();
    if let Some((_, right)) = ONE_ENDING.iter().find(|(one, _)| *one == name) {
        return Some((*right).to_owned());
    }
    let near = KNOWN.iter().map(|right| (distance(domain, right), right));
    let near = near.filter(|(distance, right)| *distance <= most(domain, right)).min_by_key(|(distance, _)| *distance);
    near.map(|(_, right)| (*right).to_owned())
}

/// How far from a known domain a typed one may be to count as a slip.
fn most(domain: &str, right: &str) -> usize {
    let (name, end) = right.split_once('.').unwrap_or((right, ""));
    if name.len() <= SHORT_NAME {
        // `wp.p`, `wppl`, `wp.pll`; but `wp.eu` exists, and so does `ap.pl`.
        let same_name = domain.strip_prefix(name).is_some_and(|rest| {
            let rest = rest.trim_start_matches('.');
            rest == end || ENDINGS.iter().any(|(wrong, right)| *wrong == rest && *right == end)
        });
        return if same_name { 2 } else { 0 };
    }
    if right.len() >= LONG { 2 } else { 1 }
}

/// `firma.con` is `firma.com`, whoever the firm is.
fn ending(domain: &str) -> Option<String> {
    let (rest, end) = domain.rsplit_once('.')?;
    let (_, right) = ENDINGS.iter().find(|(wrong, _)| *wrong == end)?;
    (!rest.is_empty()).then(|| format!("{rest}.{right}"))
}

/// Letters left out, added, changed or swapped with the next (Damerau–Levenshtein, adjacent letters once).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let changed = cell(&above, j) + usize::from(a != b);
            let mut least = changed.min(cell(&above, j + 1) + 1).min(cell(&row, j) + 1);
            let swapped = i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                least = least.min(cell(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn law35_slips_of_the_finger_are_noticed() {
        for (typed, right) in [
            ("anna@gmial.com", "anna@gmail.com"),
            ("anna@gamil.com", "anna@gmail.com"),
            ("anna@gmail.con", "anna@gmail.com"),
            ("anna@gmail.co", "anna@gmail.com"),
            ("anna@gmail.pl", "anna@gmail.com"),
            ("anna@gmai.com", "anna@gmail.com"),
            ("anna@gmailcom", "anna@gmail.com"),
            ("anna@wp.p", "anna@wp.pl"),
            ("anna@wppl", "anna@wp.pl"),
            ("Anna.Nowak@wp,pl", "Anna.Nowak@wp.pl"),
            ("anna@o2.pll", "anna@o2.pl"),
            ("anna@intreia.pl", "anna@interia.pl"),
            ("anna@onte.pl", "anna@onet.pl"),
            ("anna@poczta.onet.p", "anna@poczta.onet.pl"),
            ("anna@outlok.com", "anna@outlook.com"),
            ("anna@hotmial.com", "anna@hotmail.com"),
            ("anna@yaho.com", "anna@yahoo.com"),
            ("anna@firma.con", "anna@firma.com"),
            ("anna@urzad.lp", "anna@urzad.pl"),
            (" anna@gmial.com ", "anna@gmail.com"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(right), "{typed}");
        }
    }

    #[test]
    fn law35_what_may_well_be_right_is_left_alone() {
        for typed in [
            "anna@gmail.com",
            "anna@GMAIL.com",
            "anna@wp.pl",
            "anna@wp.eu",
            "anna@ap.pl",
            "anna@op.pl",
            "anna@me.com",
            "anna@example.com",
            "anna@dabrowa-gornicza.pl",
            "anna@urzad.example",
            "anna@us.edu.pl",
            "anna@outlook.fr",
            "anna@protonmail.ch",
            "anna@yahoo.de",
            "żółw@poczta.pl",
            "anna",
            "@gmial.com",
            "anna@",
            "",
        ] {
            assert_eq!(meant(typed), None, "{typed}");
        }
        assert_eq!(meant(&format!("a@{}", "x".repeat(10_000))), None, "no work for nonsense");
    }
}
