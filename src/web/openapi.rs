//! The description of the interface (OpenAPI 3.1), made from the URL table, so that it is true to the code.

use crate::routes::{self, Kind, Route, Verb, Who};
use crate::schemas;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// The whole description.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(document);

fn document() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for row in routes::all() {
        let place = paths.entry(path(row.path)).or_insert_with(|| json!({}));
        if let Value::Object(methods) = place {
            methods.insert(verb(row.verb).to_owned(), operation(row));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "okienko",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Bookings, tickets and calls of a public office",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "paths": paths,
        "components": {
            "schemas": schemas::all(),
            "securitySchemes": {
                "bearer": { "type": "http", "scheme": "bearer", "description": "A device's token, or one of POST /api/v1/session" },
                "socket": { "type": "apiKey", "in": "query", "name": "token" },
            },
        },
    })
}

/// A path without the patterns of the framework.
fn path(path: &str) -> String {
    path.replace(":.*}", "}")
}

/// As the description writes methods.
fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "get",
        Verb::Post => "post",
        Verb::Delete => "delete",
    }
}

/// Bodies whose members may all be left out: then the body itself may be.
const OPTIONAL: [&str; 3] = ["AsSeen", "Hold", "Pause"];

fn operation(row: &Route) -> Value {
    let mut operation = json!({
        "summary": row.what,
        "tags": [tag(row.kind)],
        "parameters": parameters(row),
        "responses": { row.status.to_string(): success(row), "default": refusal(row.kind) },
    });
    if let Value::Object(members) = &mut operation {
        if let Some(schema) = row.takes {
            let content = json!({ "application/json": { "schema": reference(schema) } });
            let required = !OPTIONAL.contains(&schema);
            members.insert("requestBody".to_owned(), json!({ "required": required, "content": content }));
        }
        members.insert("security".to_owned(), security(row.who));
        members.insert("x-who".to_owned(), row.who.told());
    }
    operation
}

fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Data => "open data",
        Kind::Api => "interface",
        Kind::Page | Kind::Private | Kind::Screen => "pages",
        Kind::Operation => "operations",
        Kind::Socket => "sockets",
        Kind::Asset | Kind::Media => "files",
    }
}

fn parameters(row: &Route) -> Vec<Value> {
    let bare = path(row.path);
    let parts = bare.split('{').skip(1).filter_map(|part| part.split('}').next());
    let parameter = |place: &str, name: &str, required: bool| json!({ "in": place, "name": name, "required": required, "schema": { "type": "string" } });
    let mut all: Vec<Value> = parts.map(|name| parameter("path", name, true)).collect();
    // Where a period has a name, its days need not be given.
    let named = row.query.contains(&"period");
    let needed = |name: &&str| !named && ["from", "to", "token"].contains(name);
    all.extend(row.query.iter().map(|name| parameter("query", name, needed(name))));
    if row.verb == Verb::Post && row.kind == Kind::Api {
        let schema = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
        let what = "Same key and body: same answer, for 24 hours";
        all.push(json!({ "in": "header", "name": "Idempotency-Key", "required": false, "schema": schema, "description": what }));
    }
    all
}

fn success(row: &Route) -> Value {
    if row.gives.is_empty() {
        return json!({ "description": row.what });
    }
    json!({ "description": row.what, "content": { "application/json": { "schema": reference(row.gives) } } })
}

fn refusal(kind: Kind) -> Value {
    match kind {
        kind if kind.is_page() => {
            json!({ "description": "A page that says what happened", "content": { "text/html": {} } })
        }
        _ => json!({
            "description": "A problem (RFC 9457)",
            "content": { "application/problem+json": { "schema": reference("Problem") } },
        }),
    }
}

fn security(who: Who) -> Value {
    match who {
        Who::Public | Who::Link => json!([]),
        Who::DeskSocket => json!([{ "socket": [] }]),
        Who::Kiosk | Who::Staff | Who::Desk(_) | Who::Right(..) => json!([{ "bearer": [] }]),
    }
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn every_address_is_described_and_nothing_else_is() {
        let paths = DOCUMENT["paths"].as_object().unwrap();
        for row in routes::all() {
            assert!(paths[&path(row.path)][verb(row.verb)]["summary"].is_string(), "{}", row.path);
        }
        for (described, methods) in paths {
            for method in methods.as_object().unwrap().keys() {
                assert!(
                    routes::all().any(|row| path(row.path) == *described && verb(row.verb) == method),
                    "{method} {described}"
                );
            }
        }
    }

    #[test]
    fn a_body_is_required_unless_all_of_it_may_be_left_out() {
        let body = |path: &str| DOCUMENT["paths"][path]["post"]["requestBody"]["required"].clone();
        assert_eq!(body("/api/v1/desks/{id}/call-next"), false);
        assert_eq!(body("/api/v1/desks/{id}/pause"), false);
        assert_eq!(body("/api/v1/desks/{id}/call"), true);
    }

    #[test]
    fn every_schema_that_is_named_exists_and_every_one_that_exists_is_named() {
        let schemas = DOCUMENT["components"]["schemas"].as_object().unwrap();
        let text = DOCUMENT.to_string();
        let named: Vec<&str> =
            text.split("#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for name in &named {
            assert!(schemas.contains_key(*name), "{name} is named");
        }
        for name in schemas.keys() {
            assert!(named.contains(&name.as_str()), "{name} is described");
        }
    }

    #[test]
    fn every_part_of_a_path_is_a_parameter() {
        for (described, methods) in DOCUMENT["paths"].as_object().unwrap() {
            for operation in methods.as_object().unwrap().values() {
                let parameters = operation["parameters"].as_array().unwrap();
                let count = parameters.iter().filter(|one| one["in"] == "path").count();
                assert_eq!(count, described.matches('{').count(), "{described}");
            }
        }
    }
}
