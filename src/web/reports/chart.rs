//! Charts as SVG, drawn here and looked at without any script. The table beside a chart says the same; what is told apart by colour is told
//! apart by pattern or form, too.

use std::fmt::Write;

/// One bar, or one column of two stacked ones.
pub(crate) struct Bar {
    /// Under it.
    pub label: String,
    /// The lower part, plain.
    pub plain: f64,
    /// The upper part, hatched.
    pub hatched: f64,
    /// A mark above or across.
    pub mark: Option<f64>,
}

/// What a chart says in words.
pub(crate) struct Words<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What is to be seen.
    pub description: &'a str,
    /// What stands at the axis, such as `min`.
    pub unit: &'a str,
}

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 40.0;
/// Labels under the axis, most.
const LABELS: usize = 10;
/// Letters of a label.
const LETTERS: usize = 16;
/// Lines across, most.
const LINES: f64 = 5.0;

/// The chart; empty without any bar.
pub(crate) fn bars(bars: &[Bar], words: &Words<'_>) -> String {
    let highest = bars.iter().map(|bar| (bar.plain + bar.hatched).max(bar.mark.unwrap_or(0.0))).fold(0.0, f64::max);
    if bars.is_empty() || highest <= 0.0 {
        return String::new();
    }
    let step = step(highest);
    let top = (highest / step).ceil() * step;
    let mut svg = head(words);
    axis(&mut svg, step, top, words.unit);
    let slot = (WIDTH - LEFT - RIGHT) / count(bars.len());
    let every = bars.len().div_ceil(LABELS);
    for (index, bar) in bars.iter().enumerate() {
        let left = LEFT + slot * count(index);
        draw(&mut svg, bar, left, slot, top, words.id);
        if index % every == 0 {
            let middle = left + slot / 2.0;
            let label = short(&bar.label);
            put(
                &mut svg,
                format_args!(
                    "<text class=\"rep-label\" x=\"{middle:.1}\" y=\"{:.1}\">{}</text>",
                    HEIGHT - 14.0,
                    escaped(&label)
                ),
            );
        }
    }
    svg.push_str("</svg>");
    svg
}

fn head(words: &Words<'_>) -> String {
    let (id, title, description) = (words.id, escaped(words.title), escaped(words.description));
    format!(
        "<svg class=\"rep-svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
        <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>\
        <defs><pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
        <rect class=\"rep-hatch-ground\" width=\"7\" height=\"7\"/><rect class=\"rep-hatch-line\" width=\"3\" height=\"7\"/></pattern></defs>"
    )
}

fn axis(svg: &mut String, step: f64, top: f64, unit: &str) {
    let mut value = 0.0;
    while value <= top + step / 2.0 {
        let y = height(value, top);
        put(
            svg,
            format_args!(
                "<line class=\"rep-line\" x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
                WIDTH - RIGHT
            ),
        );
        put(
            svg,
            format_args!("<text class=\"rep-number\" x=\"{:.1}\" y=\"{:.1}\">{value}</text>", LEFT - 8.0, y + 5.0),
        );
        value += step;
    }
    put(svg, format_args!("<text class=\"rep-unit\" x=\"0\" y=\"14\">{}</text>", escaped(unit)));
}

fn draw(svg: &mut String, bar: &Bar, left: f64, slot: f64, top: f64, id: &str) {
    let (gap, base) = ((slot * 0.15).min(12.0), height(0.0, top));
    let (x, width) = (left + gap, slot - 2.0 * gap);
    let (plain, whole) = (height(bar.plain, top), height(bar.plain + bar.hatched, top));
    if bar.plain > 0.0 {
        put(
            svg,
            format_args!(
                "<rect class=\"rep-plain\" x=\"{x:.1}\" y=\"{plain:.1}\" width=\"{width:.1}\" height=\"{:.1}\"/>",
                base - plain
            ),
        );
    }
    if bar.hatched > 0.0 {
        put(
            svg,
            format_args!(
                "<rect class=\"rep-hatched\" fill=\"url(#{id}-hatch)\" x=\"{x:.1}\" y=\"{whole:.1}\" width=\"{width:.1}\" height=\"{:.1}\"/>",
                plain - whole
            ),
        );
    }
    if let Some(mark) = bar.mark.filter(|mark| *mark > 0.0) {
        let (y, from, to) = (height(mark, top), left + gap / 2.0, left + slot - gap / 2.0);
        put(
            svg,
            format_args!("<line class=\"rep-mark\" x1=\"{from:.1}\" x2=\"{to:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>"),
        );
    }
}

/// Writing into a text cannot fail.
fn put(svg: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = svg.write_fmt(words);
}

fn height(value: f64, top: f64) -> f64 {
    HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top
}

/// A round distance of lines: 1, 2 or 5 times a power of ten, whole.
fn step(highest: f64) -> f64 {
    let raw = (highest / LINES).max(1.0);
    let power = 10_f64.powf(raw.log10().floor());
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| times * power >= raw);
    times.unwrap_or(10.0) * power
}

#[expect(clippy::cast_precision_loss, reason = "bars are counted in hundreds")]
fn count(number: usize) -> f64 {
    number as f64
}

fn short(label: &str) -> String {
    if label.chars().count() <= LETTERS {
        return label.to_owned();
    }
    label.chars().take(LETTERS - 1).chain(['…']).collect()
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(plain: f64, hatched: f64, mark: Option<f64>) -> Bar {
        Bar { label: "R: <b>Rejestracja</b> & inne".into(), plain, hatched, mark }
    }

    #[test]
    fn a_chart_has_a_name_and_a_description_and_no_style_of_its_own() {
        let words = Words { id: "c1", title: "Bilety", description: "Od \"8\" do 9", unit: "min" };
        let svg = bars(&[bar(3.0, 4.0, Some(9.0)), bar(0.0, 0.0, None)], &words);
        assert!(svg.contains("role=\"img\" aria-labelledby=\"c1-title c1-desc\"") && svg.contains("Od &quot;8&quot;"));
        assert!(svg.contains("R: &lt;b&gt;Rejestrac…"), "{svg}");
        assert!(!svg.contains("style") && svg.contains("url(#c1-hatch)") && svg.contains("rep-mark"));
        assert_eq!((svg.matches("rep-plain").count(), svg.matches("<svg").count()), (1, 1));
        assert_eq!(bars(&[bar(0.0, 0.0, None)], &words), "", "a chart of nothing is none");
    }

    #[test]
    fn lines_stand_at_round_numbers() {
        let steps = [0.4, 3.0, 7.0, 23.0, 99.0, 101.0, 2_600.0].map(step);
        assert_eq!(steps, [1.0, 1.0, 2.0, 5.0, 20.0, 50.0, 1_000.0]);
    }
}
