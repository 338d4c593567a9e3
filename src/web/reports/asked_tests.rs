#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use okienko_queue::office::Role;
use okienko_queue::rights::Holder;

fn office() -> OfficeFile {
    toml::from_str(include_str!("../../sample/office.toml")).unwrap()
}

fn member(role: Role, departments: &[&str]) -> Member {
    let departments = departments.iter().map(|id| DepartmentId::from(*id)).collect();
    let holder = Holder { rights: role.bundle().unwrap(), departments, desk: None };
    Member { id: "s1".into(), holder, limited: false }
}

fn ask(member: &Member, pairs: &[(&str, &str)]) -> Result<Asked, Problem> {
    let query = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Asked::read(&query, member, &office(), "2026-03-29".parse().unwrap())
}

#[test]
fn without_a_word_it_is_today_and_all_that_is_the_member_s_own() {
    let all = ask(&member(Role::Supervisor, &[]), &[]).unwrap();
    assert_eq!((all.period, all.departments.len(), all.question.by), ("today", office().departments.len(), By::Day));
    let own =
        ask(&member(Role::Supervisor, &["geodezja"]), &[("by", "hour"), ("from", "2026-03-01"), ("to", "2026-03-29")]);
    let own = own.unwrap();
    assert_eq!(own.departments, [DepartmentId::from("geodezja")]);
    assert_eq!(own.query(), "period=between&from=2026-03-01&to=2026-03-29&by=hour");
}

#[test]
fn what_is_not_the_member_s_own_is_refused_and_colleagues_are_for_few() {
    let (boss, root) = (member(Role::Supervisor, &["geodezja"]), member(Role::Admin, &[]));
    let office = office();
    let other = office.departments.iter().find(|one| one.id.as_str() != "geodezja").unwrap();
    let (department, service) = (other.id.as_str(), other.services[0].id.as_str());
    for pairs in [[("department", department)], [("service", service)], [("by", "person")]] {
        assert_eq!(ask(&boss, &pairs).unwrap_err().code, "forbidden", "{pairs:?}");
        assert!(ask(&root, &pairs).is_ok(), "{pairs:?}");
    }
    assert_eq!(rows_for(&boss).count() + 1, rows_for(&root).count());
    // A service of another department than the chosen one is nobody's.
    assert_eq!(ask(&root, &[("department", "geodezja"), ("service", service)]).unwrap_err().code, "forbidden");
}

#[test]
fn bad_input_is_named() {
    let root = member(Role::Admin, &[]);
    let code = |pairs: &[(&str, &str)]| ask(&root, pairs).unwrap_err().code;
    for (from, to) in
        [("2026-03-29", "2026-03-28"), ("2024-01-01", "2026-01-01"), ("x", "2026-01-01"), ("0001-01-01", "0001-01-02")]
    {
        assert_eq!(code(&[("from", from), ("to", to)]), "invalid_period", "{from} {to}");
    }
    assert_eq!(code(&[("period", "between"), ("from", "2026-03-01")]), "invalid_period");
    assert_eq!(code(&[("period", "decade")]), "malformed");
    assert_eq!((code(&[("by", "x")]), code(&[("channel", "x")])), ("malformed", "malformed"));
    assert_eq!((code(&[("service", "x")]), code(&[("department", "x")])), ("not_found", "not_found"));
}
