//! Links, hashes, passwords.

use super::both;
use crate::{hash_password, hash_token, new_token, verify_password};

both! {
    fn a_link_opens_for_its_purpose_only(place) {
        let store = place.store();
        let secrets = store.secrets();
        let token = secrets.link_token("appointment", "geo.1-a7");
        assert_eq!(secrets.open_link("appointment", &token).as_deref(), Some("geo.1-a7"));
        assert_eq!(secrets.open_link("ticket", &token), None);
        let (id, proof) = token.rsplit_once('.').unwrap();
        assert_eq!(proof.len(), 24);
        for forged in [
            "", "x", ".", "geo.1-a7", "geo.1-a7.", &format!("geo.1-a8.{proof}"),
            &format!("{id}.{}", &proof[..20]), &format!("{id}.{proof}A"), &format!("{id}.ż{proof}"),
        ] {
            assert_eq!(secrets.open_link("appointment", forged), None, "{forged}");
        }
    }
}

both! {
    fn a_person_is_the_same_only_within_one_office(place) {
        let (here, other) = (place.store(), crate::tests::place::Place::sqlite());
        let hash = here.secrets().person_hash("48662138278");
        assert_eq!(hash, here.secrets().person_hash("48662138278"));
        assert_ne!(hash, here.secrets().person_hash("48662138279"));
        assert_ne!(hash, other.store().secrets().person_hash("48662138278"));
        assert_eq!(format!("{:?}", here.secrets()), "Secrets(..)");
    }
}

#[test]
fn tokens_are_long_and_different() {
    let (one, two) = (new_token().unwrap(), new_token().unwrap());
    assert_ne!(one, two);
    assert_eq!(one.len(), 43);
    assert_eq!(hash_token(&one), hash_token(&one));
    assert_ne!(hash_token(&one), one);
}

#[test]
fn passwords_are_verified_against_salted_hashes() {
    let hash = hash_password("zażółć gęślą").unwrap();
    assert!(hash.starts_with("$argon2id$"));
    assert_ne!(hash, hash_password("zażółć gęślą").unwrap());
    assert!(verify_password("zażółć gęślą", &hash));
    assert!(!verify_password("zażółć", &hash));
    assert!(!verify_password("zażółć", "no hash"));
}
