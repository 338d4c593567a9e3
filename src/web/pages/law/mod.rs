//! The pages that the law asks for, made from what the office filled in (`office.law`). What is not filled in is said to be missing, never invented.

pub mod accessibility;
pub mod privacy;

pub use accessibility::AccessibilityPage;
pub use privacy::PrivacyPage;

use crate::texts::Lang;
use okienko_queue::text::Text;

/// The language of an office's text when it is not the page's: Polish stands in where a translation is missing.
fn other(text: &Text, lang: Lang) -> Option<&'static str> {
    let there = match lang {
        Lang::Pl => true,
        Lang::En => text.en.is_some(),
        Lang::Uk => text.uk.is_some(),
    };
    (!there).then_some("pl")
}

#[cfg(test)]
mod tests;
