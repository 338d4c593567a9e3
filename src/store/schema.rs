//! The tables for diesel's query builder; the truth is `migrations/`.

#![allow(missing_docs)]

diesel::table! {
    heads (department) { department -> Text, seq -> BigInt, previous -> BigInt, }
}
diesel::table! {
    events (department, seq) {
        department -> Text,
        seq -> BigInt,
        at_ms -> BigInt,
        day -> Text,
        kind -> Text,
        actor -> Text,
        body -> Text,
    }
}
diesel::table! {
    claims (kind, key, ordinal) { kind -> Text, key -> Text, ordinal -> Integer, owner -> Text, }
}
diesel::table! {
    answers (key) { key -> Text, body_hash -> Text, answer -> Text, created_ms -> BigInt, }
}
diesel::table! {
    contacts (appointment) {
        appointment -> Text,
        department -> Text,
        day -> Text,
        start_ms -> BigInt,
        service -> Text,
        person -> Text,
        name -> Text,
        phone -> Text,
        email -> Text,
        language -> Text,
        code -> Text,
        erased_ms -> Nullable<BigInt>,
        state -> Text,
        booked_ms -> BigInt,
        origin -> Text,
        mail -> Text,
    }
}
diesel::table! {
    notes (ticket) { ticket -> Text, appointment -> Text, sealed -> Text, at_ms -> BigInt, }
}
diesel::table! {
    letters (id) {
        id -> Text,
        kind -> Text,
        appointment -> Text,
        language -> Text,
        params -> Text,
        created_ms -> BigInt,
        next_ms -> BigInt,
        attempts -> Integer,
        locked_until_ms -> BigInt,
        not_after_ms -> Nullable<BigInt>,
        state -> Text,
        last_error -> Nullable<Text>,
        channel -> Text,
    }
}
diesel::table! {
    access_log (id) {
        id -> Text,
        at_ms -> BigInt,
        who -> Text,
        action -> Text,
        appointment -> Text,
        detail -> Text,
    }
}
diesel::table! {
    staff (id) {
        id -> Text,
        login -> Text,
        password -> Text,
        role -> Text,
        desk -> Nullable<Text>,
        departments -> Text,
    }
}
diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        staff -> Text,
        expires_ms -> BigInt,
        begun_ms -> BigInt,
        seen_ms -> BigInt,
        browser -> Text,
        limited -> Integer,
    }
}
diesel::table! {
    second_factors (staff) { staff -> Text, secret -> Text, confirmed_ms -> Nullable<BigInt>, last_step -> BigInt, }
}
diesel::table! {
    recovery_codes (hash) { hash -> Text, staff -> Text, }
}
diesel::table! {
    account_links (token_hash) { token_hash -> Text, staff -> Text, expires_ms -> BigInt, }
}
diesel::table! {
    devices (id) {
        id -> Text,
        kind -> Text,
        name -> Text,
        token_hash -> Nullable<Text>,
        state -> Text,
        config -> Text,
        last_seen_ms -> Nullable<BigInt>,
    }
}
diesel::table! {
    pairings (code) {
        code -> Text,
        kind -> Text,
        poll_hash -> Text,
        expires_ms -> BigInt,
        device -> Nullable<Text>,
    }
}
diesel::table! {
    settings (name) { name -> Text, value -> Text, revision -> BigInt, }
}
diesel::table! {
    visits (ticket, leg) {
        ticket -> Text,
        leg -> Integer,
        visit -> Text,
        department -> Text,
        day -> Text,
        code -> Text,
        channel -> Text,
        service -> Text,
        desk -> Nullable<Text>,
        priority -> Nullable<Text>,
        booked_for_ms -> Nullable<BigInt>,
        issued_ms -> BigInt,
        called_ms -> Nullable<BigInt>,
        started_ms -> Nullable<BigInt>,
        finished_ms -> Nullable<BigInt>,
        state -> Text,
        recalls -> Integer,
        overtakes -> Integer,
        began_ms -> BigInt,
        walked_ms -> Nullable<BigInt>,
        served_by -> Nullable<Text>,
    }
}
diesel::table! {
    appointments (appointment) {
        appointment -> Text,
        department -> Text,
        service -> Text,
        day -> Text,
        start_ms -> BigInt,
        state -> Text,
    }
}
diesel::table! {
    slot_plans (department, day) { department -> Text, day -> Text, places -> Text, }
}
diesel::table! {
    desk_hours (department, desk, hour_ms) {
        department -> Text,
        desk -> Text,
        hour_ms -> BigInt,
        day -> Text,
        free_ms -> BigInt,
        paused_ms -> BigInt,
        called_ms -> BigInt,
        serving_ms -> BigInt,
    }
}
diesel::table! {
    report_days (department, day) { department -> Text, day -> Text, facts -> Text, }
}
diesel::table! {
    device_reports (device) {
        device -> Text,
        report -> Text,
        at_ms -> BigInt,
        printer -> Text,
        printer_since_ms -> BigInt,
    }
}
diesel::table! {
    device_alarms (device, trouble) {
        device -> Text,
        trouble -> Text,
        state -> Text,
        raised_ms -> BigInt,
        turn -> Integer,
    }
}
diesel::table! {
    queue_alarms (service) { service -> Text, told -> Text, raised_ms -> BigInt, turn -> Integer, }
}
diesel::table! {
    wishes (id) {
        id -> Text,
        device -> Text,
        kind -> Text,
        ticket -> Nullable<Text>,
        created_ms -> BigInt,
        expires_ms -> BigInt,
    }
}
diesel::table! {
    unprinted (ticket) { ticket -> Text, device -> Text, reason -> Text, at_ms -> BigInt, }
}
diesel::table! {
    screen_reports (device) {
        device -> Text,
        report -> Text,
        at_ms -> BigInt,
        sound -> Text,
        sound_since_ms -> BigInt,
    }
}
diesel::table! {
    office_history (revision) {
        revision -> BigInt,
        at_ms -> BigInt,
        author -> Text,
        changes -> Text,
        undoes -> Nullable<BigInt>,
    }
}
diesel::joinable!(device_reports -> devices (device));
diesel::joinable!(screen_reports -> devices (device));
diesel::joinable!(unprinted -> devices (device));
diesel::allow_tables_to_appear_in_same_query!(device_reports, devices);
diesel::allow_tables_to_appear_in_same_query!(screen_reports, devices);
diesel::allow_tables_to_appear_in_same_query!(unprinted, devices);
diesel::joinable!(sessions -> staff (staff));
diesel::allow_tables_to_appear_in_same_query!(sessions, staff);
diesel::table! {
    openid_accounts (issuer, subject) { issuer -> Text, subject -> Text, staff -> Text, }
}
diesel::table! {
    openid_returns (state_hash) { state_hash -> Text, expires_ms -> BigInt, }
}
diesel::joinable!(openid_accounts -> staff (staff));
diesel::allow_tables_to_appear_in_same_query!(openid_accounts, staff);
diesel::joinable!(account_links -> staff (staff));
diesel::allow_tables_to_appear_in_same_query!(account_links, staff);
diesel::allow_tables_to_appear_in_same_query!(access_log, appointments);
