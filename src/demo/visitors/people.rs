//! Who comes: names, phones and addresses that belong to nobody.

use super::Streets;
use super::chance::Chance;

/// Names with the language in which their bearers want letters.
const NAMES: [(&str, &str); 20] = [
    ("Anna", "pl"),
    ("Piotr", "pl"),
    ("Katarzyna", "pl"),
    ("Tomasz", "pl"),
    ("Małgorzata", "pl"),
    ("Łukasz", "pl"),
    ("Agnieszka", "pl"),
    ("Paweł", "pl"),
    ("Joanna", "pl"),
    ("Michał", "pl"),
    ("Ewa", "pl"),
    ("Krzysztof", "pl"),
    ("Zofia", "pl"),
    ("Stanisław", "pl"),
    ("Wiesława", "pl"),
    ("Grażyna", "pl"),
    ("Oksana", "uk"),
    ("Олексій", "uk"),
    ("Наталія", "uk"),
    ("James", "en"),
];

/// A simulated citizen.
#[derive(Clone, Debug)]
pub struct Person {
    /// First name.
    pub name: &'static str,
    /// Nine digits.
    pub phone: String,
    /// An address of a domain that never exists (RFC 2606).
    pub email: String,
    /// `pl`, `en` or `uk`.
    pub language: &'static str,
}

impl Person {
    /// Somebody new.
    pub fn somebody(streets: &Streets, chance: &mut Chance) -> Self {
        let (name, language) = chance.one_of(&NAMES).copied().unwrap_or(("Anna", "pl"));
        let number = streets.next_person();
        let prefix = ["50", "51", "53", "60", "66", "69", "72", "78", "79", "88"];
        let prefix = chance.one_of(&prefix).copied().unwrap_or("60");
        let phone = format!("{prefix}{:07}", (chance.between(0.0, 9_999_999.0)) as u32);
        Self { name, phone, email: format!("osoba{number}@example.com"), language }
    }
}
