//! The tables as diesel sees them; what they mean stands in the migration.
#![allow(missing_docs)]

diesel::table! {
    touches (key) {
        key -> Text,
        kind -> Text,
        body_hash -> Text,
        sealed -> Nullable<Binary>,
        language -> Text,
        day -> Text,
        touched_ms -> BigInt,
        state -> Text,
        asked -> Bool,
        shown -> Bool,
        answer -> Nullable<Text>,
        ticket -> Nullable<Text>,
        paper -> Text,
        paper_reason -> Nullable<Text>,
        paper_told -> Bool,
        twin -> Text,
        twin_token -> Nullable<Text>,
    }
}

diesel::table! {
    leases (ticket) {
        ticket -> Text,
        day -> Text,
        department -> Text,
        service -> Nullable<Text>,
        number -> Integer,
        code -> Text,
        status_url -> Text,
        token -> Text,
        used -> Bool,
    }
}

diesel::table! {
    visits (entry) {
        entry -> Text,
        day -> Text,
        department -> Text,
        service -> Text,
        start -> Text,
        opens_at -> Text,
        until -> Text,
        state -> Text,
    }
}

diesel::table! {
    collected (entry) {
        entry -> Text,
        day -> Text,
    }
}

diesel::table! {
    entries (key) {
        key -> Text,
        touch -> Text,
        day -> Text,
        given_ms -> BigInt,
        body -> Text,
        state -> Text,
        code -> Nullable<Text>,
    }
}

diesel::table! {
    notes (name) {
        name -> Text,
        body -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(touches, entries);
