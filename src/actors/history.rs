//! What changed in the office's document, place by place, and back again. A place is a path of keys; in lists of things that have a name
//! (departments, services, desks, boards, staff) the name stands for the place, so a change of one is never taken for a change of
//! another that moved.

use okienko_queue::office::OfficeFile;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a department takes over from its office: it never changes by itself.
const SETTLED: [&str; 4] = ["ordinal", "time_zone", "priority_classes", "retired"];
/// The last step of a path that is about the order of a list.
pub const ORDER: &str = "@order";

/// One changed place. What is not there is null.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// Where.
    pub path: Vec<String>,
    /// What stood there.
    #[serde(default)]
    pub before: Value,
    /// What stands there now.
    #[serde(default)]
    pub after: Value,
}

/// The document as it is compared: without what follows from the rest.
///
/// # Errors
/// None for an office that was read; the writer of JSON may say otherwise.
pub fn plain(office: &OfficeFile) -> serde_json::Result<Value> {
    let mut whole = serde_json::to_value(office)?;
    let departments = whole.get_mut("departments").and_then(Value::as_array_mut);
    for department in departments.into_iter().flatten().filter_map(Value::as_object_mut) {
        SETTLED.iter().for_each(|key| drop(department.remove(*key)));
    }
    Ok(whole)
}

/// The office that a compared document describes.
///
/// # Errors
/// What is no office, in words.
pub fn office(plain: Value) -> serde_json::Result<OfficeFile> {
    serde_json::from_value::<OfficeFile>(plain).map(OfficeFile::settled)
}

/// Every place that differs.
pub fn diff(before: &Value, after: &Value) -> Vec<Edit> {
    let mut found = Vec::new();
    compare(&mut Vec::new(), before, after, &mut found);
    found
}

fn compare(path: &mut Vec<String>, before: &Value, after: &Value, found: &mut Vec<Edit>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Object(one), Value::Object(other)) => {
            let added = other.keys().filter(|key| !one.contains_key(*key));
            for key in one.keys().chain(added) {
                let of = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                below(path, key, &of(one), &of(other), found);
            }
        }
        (Value::Array(one), Value::Array(other)) if is_named(one, other) => {
            let (old, new) = (names(one), names(other));
            for name in old.iter().chain(new.iter().filter(|name| !old.contains(name))) {
                let of = |list: &[Value]| find(list, name).and_then(|at| list.get(at)).cloned().unwrap_or_default();
                below(path, name, &of(one), &of(other), found);
            }
            // Where putting in and taking out alone would lead to another order, the order is a change of its own.
            let kept =
                |of: &[String], by: &[String]| of.iter().filter(|name| by.contains(name)).cloned().collect::<Vec<_>>();
            let forth = [kept(&old, &new), without(&new, &old)].concat();
            let back = [kept(&new, &old), without(&old, &new)].concat();
            if forth != new || back != old {
                let order = Edit { path: step(path, ORDER), before: old.into(), after: new.into() };
                found.push(order);
            }
        }
        _ => found.push(Edit { path: path.clone(), before: before.clone(), after: after.clone() }),
    }
}

fn below(path: &mut Vec<String>, key: &str, before: &Value, after: &Value, found: &mut Vec<Edit>) {
    path.push(key.to_owned());
    compare(path, before, after, found);
    path.pop();
}

fn step(path: &[String], key: &str) -> Vec<String> {
    path.iter().cloned().chain([key.to_owned()]).collect()
}

fn without(all: &[String], those: &[String]) -> Vec<String> {
    all.iter().filter(|name| !those.contains(name)).cloned().collect()
}

fn name(value: &Value) -> Option<&str> {
    value.get("id").or_else(|| value.get("login")).and_then(Value::as_str)
}

fn is_named(one: &[Value], other: &[Value]) -> bool {
    let mut all = one.iter().chain(other).peekable();
    all.peek().is_some() && all.all(|item| name(item).is_some())
}

fn names(list: &[Value]) -> Vec<String> {
    list.iter().filter_map(name).map(str::to_owned).collect()
}

fn find(list: &[Value], wanted: &str) -> Option<usize> {
    list.iter().position(|item| name(item) == Some(wanted))
}

/// What stands at a place; null where there is nothing.
pub fn at(document: &Value, path: &[String]) -> Value {
    let mut here = document;
    for (n, key) in path.iter().enumerate() {
        let last = n + 1 == path.len();
        let next = match here {
            Value::Array(list) if last && key == ORDER => return names(list).into(),
            Value::Array(list) => find(list, key).and_then(|at| list.get(at)),
            other => other.get(key),
        };
        let Some(next) = next else { return Value::Null };
        here = next;
    }
    here.clone()
}

/// Puts a value at a place; null takes away what is there. Whether there is such a place.
pub fn put(document: &mut Value, path: &[String], value: Value) -> bool {
    let Some((key, rest)) = path.split_first() else {
        *document = value;
        return true;
    };
    match document {
        Value::Array(list) if key == ORDER => {
            let wanted: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            list.sort_by_key(|item| wanted.iter().position(|one| name(item) == Some(one)).unwrap_or(usize::MAX));
            true
        }
        Value::Array(list) => match (find(list, key), rest.is_empty()) {
            (Some(place), true) if value.is_null() => {
                list.remove(place);
                true
            }
            (Some(place), _) => list.get_mut(place).is_some_and(|item| put(item, rest, value)),
            (None, true) if name(&value) == Some(key.as_str()) => {
                list.push(value);
                true
            }
            (None, last) => last && value.is_null(),
        },
        Value::Object(map) => {
            if rest.is_empty() && value.is_null() {
                map.remove(key);
                return true;
            }
            let inner = map.entry(key.clone()).or_insert_with(|| Value::Object(Map::new()));
            put(inner, rest, value)
        }
        _ => false,
    }
}

/// Places that are not any more as a change left them: it cannot be taken back without taking back what came after it.
pub fn moved_on(document: &Value, edits: &[Edit]) -> Vec<Vec<String>> {
    let same = |edit: &Edit| {
        let now = at(document, &edit.path);
        if edit.path.last().is_none_or(|key| key != ORDER) {
            return now == edit.after;
        }
        // Whatever came or went since, those that are still there stand as they did.
        let (now, then) = (words(&now), words(&edit.after));
        let both = |of: &[String], by: &[String]| of.iter().filter(|one| by.contains(one)).cloned().collect::<Vec<_>>();
        both(&now, &then) == both(&then, &now)
    };
    edits.iter().filter(|edit| !same(edit)).map(|edit| edit.path.clone()).collect()
}

fn words(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Takes a change back; whether every place of it was found.
pub fn undo(document: &mut Value, edits: &[Edit]) -> bool {
    // The order last, when all that it orders is there again.
    let (order, plain): (Vec<_>, Vec<_>) =
        edits.iter().partition(|edit| edit.path.last().is_some_and(|key| key == ORDER));
    plain.into_iter().chain(order).all(|edit| put(document, &edit.path, edit.before.clone()))
}

/// Whether two places are one, or one is inside the other.
pub fn meet(one: &[String], other: &[String]) -> bool {
    one.iter().zip(other).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use serde_json::json;

    fn office(services: &[(&str, u32)]) -> Value {
        let services: Vec<Value> = services.iter().map(|(id, n)| json!({ "id": id, "minutes": n })).collect();
        json!({ "office": { "name": { "pl": "A" }, "classes": ["x", "y"] }, "departments": [{ "id": "d", "services": services }] })
    }

    fn path(steps: &[&str]) -> Vec<String> {
        steps.iter().map(|step| (*step).to_owned()).collect()
    }

    #[test]
    fn a_change_of_one_thing_is_never_taken_for_a_change_of_another_that_moved() {
        let edits = diff(&office(&[("a", 1), ("b", 2), ("c", 3)]), &office(&[("b", 2), ("c", 4)]));
        let places: Vec<_> = edits.iter().map(|edit| edit.path.join("/")).collect();
        assert_eq!(
            places,
            ["departments/d/services/a", "departments/d/services/c/minutes", "departments/d/services/@order"]
        );
        assert_eq!(at(&office(&[("a", 1)]), &edits[0].path), edits[0].before);
    }

    #[test]
    fn whatever_was_changed_is_taken_back_to_the_letter() {
        let documents = [
            office(&[]),
            office(&[("a", 1)]),
            office(&[("b", 2), ("a", 1)]),
            office(&[("a", 1), ("b", 2), ("c", 3)]),
            office(&[("c", 4), ("d", 1), ("a", 1)]),
            json!({ "office": { "name": { "pl": "B", "en": "B" }, "classes": ["y"] }, "departments": [] }),
        ];
        for before in &documents {
            for after in &documents {
                let edits = diff(before, after);
                assert_eq!(edits.is_empty(), before == after);
                assert_eq!(moved_on(after, &edits), Vec::<Vec<String>>::new());
                let mut back = after.clone();
                assert!(undo(&mut back, &edits));
                assert_eq!(&back, before, "{edits:?}");
            }
        }
    }

    #[test]
    fn what_was_changed_again_is_a_conflict_by_its_place() {
        let (before, after) = (office(&[("a", 1), ("b", 2)]), office(&[("a", 5), ("b", 2)]));
        let edits = diff(&before, &after);
        assert_eq!(
            moved_on(&office(&[("a", 6), ("b", 2)]), &edits),
            [path(&["departments", "d", "services", "a", "minutes"])]
        );
        assert_eq!(
            moved_on(&office(&[("b", 9), ("a", 5)]), &edits),
            Vec::<Vec<String>>::new(),
            "of another place it is none"
        );
        assert_eq!(
            moved_on(&office(&[("b", 2)]), &edits).len(),
            1,
            "nor is there anything to take back where the thing is gone"
        );
    }

    #[test]
    fn a_place_that_is_not_there_takes_nothing() {
        let mut document = office(&[("a", 1)]);
        assert!(!put(&mut document, &path(&["departments", "x", "services", "a", "minutes"]), json!(1)));
        assert!(!put(&mut document, &path(&["departments", "d", "services", "b"]), json!({ "id": "other" })));
        assert!(put(&mut document, &path(&["office", "notices", "reminder"]), json!(false)), "a section may be new");
        assert!(meet(&path(&["departments", "d"]), &path(&["departments", "d", "name"])));
        assert!(!meet(&path(&["departments", "d", "hours"]), &path(&["departments", "d", "name"])));
    }
}
