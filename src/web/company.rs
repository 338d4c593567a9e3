//! What a desk's socket knows of other windows of the same desk: two people at one desk are told of each other.

use serde_json::json;

/// Signs of a page's name.
const MOST_NAME: usize = 40;

/// A page that named itself: windows of one page (its bar) share the name and count as one.
pub(crate) struct Company {
    name: String,
    told: usize,
}

impl Company {
    /// A page by the name it gave; one without a name is not told of others, and not counted.
    pub fn of(name: Option<String>) -> Option<Self> {
        let sound = |name: &String| {
            (1..=MOST_NAME).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        name.filter(sound).map(|name| Self { name, told: 0 })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The message when `pages` have the desk open, itself included; `None` while that is as it was told.
    pub fn changed(&mut self, pages: usize) -> Option<String> {
        let others = pages.saturating_sub(1);
        (std::mem::replace(&mut self.told, others) != others)
            .then(|| json!({ "type": "company", "others": others }).to_string())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn company_is_told_when_it_changes_and_only_to_whoever_has_a_name() {
        assert!(Company::of(None).is_none() && Company::of(Some("ą".into())).is_none());
        let mut page = Company::of(Some("a-1".into())).unwrap();
        assert_eq!(page.changed(1), None);
        let told = |others: usize| json!({ "type": "company", "others": others }).to_string();
        assert_eq!(page.changed(2).unwrap(), told(1));
        assert_eq!(page.changed(2), None);
        assert_eq!(page.changed(1).unwrap(), told(0));
    }
}
