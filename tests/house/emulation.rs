//! What a visitor's device can differ in: width, light or dark, script or none. Over Chromium's own protocol.

use crate::browser::Browser;
use serde_json::json;

/// Light or dark, as the visitor's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl Scheme {
    /// The word of CSS.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    /// From now on every page is shown so wide and in this scheme.
    pub async fn is_shown(&self, width: u32, height: u32, scheme: Scheme) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme.word() }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// From now on the browser runs no script of any page.
    pub async fn runs_no_script(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// Scrolled sideways anywhere? At 320 pixels nobody should have to (WCAG 1.4.10).
    pub async fn fits_its_width(&self) {
        let wide = self
            .evaluates("const d = document.documentElement; return [d.scrollWidth, d.clientWidth, location.pathname]")
            .await;
        let (whole, seen) = (wide[0].as_i64().unwrap_or(0), wide[1].as_i64().unwrap_or(0));
        assert!(whole <= seen, "{} is {whole} pixels wide on a screen of {seen}", wide[2]);
    }

    async fn devtools(&self, command: &str, wishes: serde_json::Value) {
        let done = self.driver().cdp().send_raw(command, wishes).await;
        done.unwrap_or_else(|why| panic!("{command}: {why}"));
    }
}
