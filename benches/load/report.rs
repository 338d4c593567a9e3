//! What was measured, for programs and for people.

use crate::args::Wish;
use serde_json::{Value, json};

/// What the city wants of a figure.
#[derive(Clone, Copy)]
pub enum Target {
    /// Nothing in particular.
    None,
    /// The value is at least this.
    AtLeast(f64),
    /// The value is at most this.
    AtMost(f64),
    /// Value by limit is at least this.
    RatioAtLeast(f64),
    /// Value by limit is at most this.
    RatioAtMost(f64),
}

/// One figure.
pub struct Figure {
    /// Its name.
    pub name: String,
    /// The value, in `unit`.
    pub value: f64,
    /// Its unit.
    pub unit: &'static str,
    /// The raw limit of the same run, in the same unit.
    pub limit: Option<f64>,
    /// What is wanted.
    pub target: Target,
}

/// Prints each figure as soon as it is known.
pub struct Report {
    json: bool,
    missed: Vec<String>,
    only: Box<dyn Fn(&str) -> bool>,
}

impl Report {
    /// The head of the table.
    pub fn begin(wish: &Wish) -> Self {
        if !wish.json {
            println!("{:<36} {:>12} {:>12} {:>7}  target", "figure", "value", "limit", "ratio");
        }
        Self { json: wish.json, missed: Vec::new(), only: wish.filter() }
    }

    /// Tells a figure.
    pub fn tell(&mut self, figure: Figure) {
        if !(self.only)(&figure.name) {
            return;
        }
        let ratio = figure.limit.map(|limit| figure.value / limit);
        let met = figure.target.met(figure.value, ratio);
        if met == Some(false) {
            self.missed.push(figure.name.clone());
        }
        if self.json {
            let Figure { name, value, unit, .. } = &figure;
            let (value, limit) = (short(*value), figure.limit.map(short));
            println!(
                "{}",
                json!({ "name": name, "value": value, "unit": unit, "limit": limit,
                "ratio": ratio.map(short), "target": figure.target.words(), "met": met })
            );
            return;
        }
        let number = |number: Option<f64>| number.map_or("-".to_owned(), |n| short(n).to_string());
        let verdict = match met {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "",
        };
        let value = format!("{} {}", short(figure.value), figure.unit);
        let wanted = figure.target.words().unwrap_or_default();
        println!(
            "{:<36} {value:>12} {:>12} {:>7}  {wanted} {verdict}",
            figure.name,
            number(figure.limit),
            number(ratio)
        );
    }

    /// Tells that a figure could not be measured, and why.
    pub fn cannot(&mut self, name: &str, unit: &str, reason: &str) {
        if self.json {
            println!(
                "{}",
                json!({ "name": name, "value": null, "unit": unit, "limit": null, "ratio": null, "reason": reason })
            );
        } else {
            println!("{name:<36} not measured: {reason}");
        }
    }

    /// The end of the table.
    pub fn end(self) {
        if !self.json && !self.missed.is_empty() {
            println!("\nmissed: {}", self.missed.join(", "));
        }
    }
}

impl Target {
    fn met(self, value: f64, ratio: Option<f64>) -> Option<bool> {
        match self {
            Self::None => None,
            Self::AtLeast(wanted) => Some(value >= wanted),
            Self::AtMost(wanted) => Some(value <= wanted),
            Self::RatioAtLeast(wanted) => ratio.map(|ratio| ratio >= wanted),
            Self::RatioAtMost(wanted) => ratio.map(|ratio| ratio <= wanted),
        }
    }

    fn words(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::AtLeast(wanted) => Some(format!("value >= {wanted}")),
            Self::AtMost(wanted) => Some(format!("value <= {wanted}")),
            Self::RatioAtLeast(wanted) => Some(format!("ratio >= {wanted}")),
            Self::RatioAtMost(wanted) => Some(format!("ratio <= {wanted}")),
        }
    }
}

/// Four figures that count; what follows is noise.
fn short(number: f64) -> Value {
    if number == 0.0 || !number.is_finite() {
        return json!(if number == 0.0 { Some(0) } else { None });
    }
    let scale = 10_f64.powi(3 - number.abs().log10().floor() as i32);
    let rounded = (number * scale).round() / scale;
    if rounded.fract() == 0.0 { json!(rounded as i64) } else { json!(rounded) }
}
