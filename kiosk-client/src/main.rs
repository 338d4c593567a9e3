//! `okienko-kiosk`: the agent on the kiosk computer.

fn main() {}
