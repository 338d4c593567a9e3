#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use crate::roles::{OwnRole, Role};
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::json;

const DEPARTMENTS: [&str; 3] = ["geo", "so", "ps"];
const DESKS: [(&str, &str); 4] = [("1", "geo"), ("2", "geo"), ("3", "so"), ("4", "ps")];

fn rights() -> impl Strategy<Value = Rights> {
    subsequence(Right::ALL.to_vec(), 0..=Right::ALL.len()).prop_map(|list| Rights::of(&list))
}

fn departments() -> impl Strategy<Value = Vec<DepartmentId>> {
    subsequence(DEPARTMENTS.to_vec(), 0..=2).prop_map(|list| list.into_iter().map(DepartmentId::from).collect())
}

fn desk() -> impl Strategy<Value = Option<DeskId>> {
    proptest::option::of((0..DESKS.len()).prop_map(|n| DeskId::from(DESKS[n].0)))
}

fn holder() -> impl Strategy<Value = Holder> {
    // Small sets are drawn as often as large ones, so that one covers another often enough.
    let rights = prop_oneof![rights(), Just(Rights::ALL), Just(Role::Clerk.bundle().unwrap())];
    (rights, departments(), desk()).prop_map(|(rights, departments, desk)| Holder { rights, departments, desk })
}

/// What somebody can do, spelt out: right, department, desk.
type Deeds = BTreeSet<(Right, &'static str, &'static str)>;

/// Everything that somebody can do.
fn deeds(holder: &Holder) -> Deeds {
    let mut all = BTreeSet::new();
    for right in Right::ALL {
        for department in DEPARTMENTS {
            if !right.is_at_a_desk() && holder.may(right, &department.into()).is_ok() {
                all.insert((right, department, ""));
            }
        }
        for (desk, department) in DESKS {
            if right.is_at_a_desk() && holder.may_at_desk(right, &department.into(), &desk.into()).is_ok() {
                all.insert((right, department, desk));
            }
        }
    }
    all
}

fn file(people: Vec<(u8, Role, Vec<DepartmentId>, Option<DeskId>)>, own: Rights) -> OfficeFile {
    let mut file: OfficeFile = serde_json::from_value(json!({
        "office": { "id": "um", "name": { "pl": "Urząd" }, "mail_from": "a@example.org", "time_zone": "Europe/Warsaw" },
        "departments": [],
    }))
    .unwrap();
    file.roles = vec![OwnRole { name: "own".into(), rights: own }];
    for (n, role, departments, desk) in people {
        file.staff.retain(|person| person.login != format!("p{n}"));
        file.staff.push(Staff { login: format!("p{n}"), role, desk, departments });
    }
    file
}

fn office() -> impl Strategy<Value = OfficeFile> {
    let roles = prop_oneof![
        4 => (0..Role::HOUSE.len()).prop_map(|n| Role::HOUSE[n].clone()),
        1 => Just(Role::Own("own".into())),
    ];
    let people = proptest::collection::vec((0_u8..3, roles, departments(), desk()), 0..4);
    (people, rights()).prop_map(|(people, own)| file(people, own))
}

/// What each person of a file can do.
fn powers(file: &OfficeFile) -> Vec<(String, Deeds)> {
    (0..3)
        .map(|n| format!("p{n}"))
        .map(|login| {
            let holder = account(file, &login).map(|(_, holder)| holder).unwrap_or_default();
            (login, deeds(&holder))
        })
        .collect()
}

proptest! {
    #[test]
    fn nobody_grants_a_deed_that_they_could_not_do(giver in holder(), given in holder()) {
        let may = may_grant(&giver, &given);
        if may.is_ok() {
            prop_assert!(giver.holds(Right::Staff));
            prop_assert!(deeds(&giver).is_superset(&deeds(&given)), "{giver:?} {given:?}");
        }
    }

    #[test]
    fn whoever_looks_after_accounts_may_grant_what_they_are_themselves(giver in holder()) {
        let expected = if giver.holds(Right::Staff) { Ok(()) } else { Err(Refusal::Forbidden) };
        prop_assert_eq!(may_grant(&giver, &giver), expected);
    }

    #[test]
    fn no_chain_of_grants_reaches_more_than_its_first(a in holder(), b in holder(), c in holder()) {
        if may_grant(&a, &b).is_ok() && may_grant(&b, &c).is_ok() {
            prop_assert_eq!(may_grant(&a, &c), Ok(()));
        }
    }

    #[test]
    fn an_import_gives_and_takes_only_what_its_giver_holds(giver in holder(), old in office(), new in office()) {
        prop_assert_eq!(may_grant_all(&giver, &old, &old), Ok(()));
        if may_grant_all(&giver, &old, &new).is_ok() {
            let own = deeds(&giver);
            for ((login, before), (_, after)) in powers(&old).into_iter().zip(powers(&new)) {
                let changed: BTreeSet<_> = before.symmetric_difference(&after).copied().collect();
                prop_assert!(own.is_superset(&changed), "{login}: {changed:?} by {giver:?}");
            }
        }
    }

    #[test]
    fn rights_are_read_as_they_are_written(rights in rights()) {
        let text = serde_json::to_string(&rights).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rights>(&text).unwrap(), rights);
        prop_assert_eq!(Rights::of(&rights.iter().collect::<Vec<_>>()), rights);
    }
}

fn admin() -> Holder {
    Holder { rights: Rights::ALL, ..Holder::default() }
}

#[test]
fn a_place_administrator_grants_inside_the_own_departments_only() {
    let giver = Holder { departments: vec!["so".into()], ..admin() };
    let clerk = |departments: &[&str]| Holder {
        rights: Role::Clerk.bundle().unwrap(),
        departments: departments.iter().map(|id| DepartmentId::from(*id)).collect(),
        desk: None,
    };
    assert_eq!(may_grant(&giver, &clerk(&["so"])), Ok(()));
    assert_eq!(may_grant(&giver, &clerk(&["geo"])), Err(Refusal::BeyondRights));
    assert_eq!(may_grant(&giver, &clerk(&[])), Err(Refusal::BeyondRights), "no department named is every department");
    assert_eq!(may_grant(&admin(), &clerk(&[])), Ok(()));
}

#[test]
fn a_clerk_is_bound_to_a_desk_and_whoever_oversees_is_not() {
    let at = |role: Role| Holder { rights: role.bundle().unwrap(), departments: Vec::new(), desk: Some("1".into()) };
    let next_door = |holder: &Holder| holder.may_at_desk(Right::Serve, &"geo".into(), &"2".into());
    assert_eq!(next_door(&at(Role::Clerk)), Err(Refusal::NotYourDesk));
    assert_eq!(next_door(&at(Role::Supervisor)), Ok(()));
    assert_eq!(next_door(&at(Role::Manager)), Err(Refusal::Forbidden));
}

#[test]
fn a_bundle_cannot_be_widened_behind_the_back_of_its_holders() {
    let giver = Holder { rights: Rights::of(&[Right::Staff, Right::Issue]), ..Holder::default() };
    let person = || vec![(0, Role::Own("own".into()), Vec::new(), None)];
    let old = file(person(), Rights::of(&[Right::Issue]));
    assert_eq!(may_grant_all(&giver, &old, &file(person(), Rights::of(&[Right::Staff]))), Ok(()));
    let wide = file(person(), Rights::of(&[Right::Issue, Right::Privacy]));
    assert_eq!(may_grant_all(&giver, &old, &wide), Err(Refusal::BeyondRights));
    assert_eq!(may_grant_all(&giver, &wide, &old), Err(Refusal::BeyondRights), "nor narrowed from above");
}

#[test]
fn only_who_looks_after_all_accounts_changes_how_people_sign_on() {
    let old = file(Vec::new(), Rights::default());
    let mut new = old.clone();
    new.office.security.second_factor = vec![Role::Admin];
    assert_eq!(may_grant_all(&admin(), &old, &new), Ok(()));
    let local = Holder { departments: vec!["so".into()], ..admin() };
    assert_eq!(may_grant_all(&local, &new, &old), Err(Refusal::BeyondRights));
    let configures = Holder { rights: Rights::of(&[Right::Configure]), ..Holder::default() };
    assert_eq!(may_grant_all(&configures, &new, &old), Err(Refusal::Forbidden));
}

#[test]
fn a_file_tells_what_is_wrong_with_its_roles() {
    let mut file = file(vec![(0, Role::Own("nobody".into()), Vec::new(), None)], Rights::default());
    file.roles.push(OwnRole { name: "clerk".into(), rights: Rights::ALL });
    let found = file.problems().join("\n");
    for wanted in ["role own: at least one right", "the house has a role", "staff p0: unknown role nobody"] {
        assert!(found.contains(wanted), "{wanted}: {found}");
    }
}

#[test]
fn roles_are_written_by_their_names() {
    for role in Role::HOUSE.into_iter().chain([Role::Own("sekretariat".into())]) {
        let text = serde_json::to_string(&role).unwrap();
        assert_eq!(serde_json::from_str::<Role>(&text).unwrap(), role);
    }
    let words: Vec<String> = Right::ALL.iter().map(|right| serde_json::to_string(right).unwrap()).collect();
    assert_eq!(words, Right::ALL.map(|right| format!("\"{}\"", right.as_str())));
}
