//! A browser without script: pages, links, forms, cookies. Enough to prove that citizens need no script.

use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, Response, redirect};

/// A browser window: one page at a time, cookies kept between them.
pub struct Window {
    client: Client,
    cookies: Vec<(String, String)>,
    /// Every address that was asked for, redirects included.
    pub visited: Vec<String>,
    /// The address shown.
    pub address: String,
    /// The status of the page shown.
    pub status: u16,
    /// The source of the page shown.
    pub html: String,
}

/// A form on a page: where it goes and what it holds.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Its `id`, if it has one.
    pub id: String,
    /// `get` or `post`.
    pub method: String,
    /// The address it is sent to.
    pub action: String,
    /// The fields with their values: hidden ones, prefilled ones, empty ones.
    pub fields: Vec<(String, String)>,
    /// The source between the tags.
    pub html: String,
}

impl Window {
    /// A fresh window at `address`.
    pub async fn opens(address: &str) -> Self {
        let client = Client::builder().no_proxy().redirect(redirect::Policy::none()).build().expect("an HTTP client");
        let mut window = Self {
            client,
            cookies: vec![],
            visited: vec![],
            address: address.to_owned(),
            status: 0,
            html: String::new(),
        };
        window.goes_to(address).await;
        window
    }

    /// Follows a link or types an address.
    pub async fn goes_to(&mut self, address: &str) {
        self.asks(Method::GET, address, None).await;
    }

    /// Asks by any method without leaving for a new page when it is HEAD or OPTIONS.
    pub async fn asks(&mut self, method: Method, address: &str, body: Option<String>) {
        let mut target = self.resolve(address);
        let (mut method, mut body) = (method, body);
        for _ in 0..8 {
            self.visited.push(target.clone());
            let response = self.request(&method, &target, body.take()).await;
            self.keep_cookies(&response);
            self.status = response.status().as_u16();
            let onward = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
            self.address.clone_from(&target);
            match onward.filter(|_| (300..400).contains(&self.status)) {
                Some(onward) => (target, method) = (self.resolve(&onward), Method::GET),
                None => {
                    self.html = response.text().await.expect("a page");
                    return;
                }
            }
        }
        panic!("the page at {address} sends round in circles");
    }

    /// Sends a form.
    pub async fn sends(&mut self, form: &Form) {
        let query: Vec<String> =
            form.fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        let action = if form.action.is_empty() { self.address.clone() } else { form.action.clone() };
        if form.method == "post" {
            self.asks(Method::POST, &action, Some(query.join("&"))).await;
        } else {
            let bare = action.split('?').next().unwrap_or("").to_owned();
            self.goes_to(&format!("{bare}?{}", query.join("&"))).await;
        }
    }

    /// Presses a button of the page of review: `book`, `email` (take the suggested address) or `discard`.
    pub async fn presses(&mut self, act: &str) {
        let forms = self.forms();
        let has = |form: &&Form| form.fields.iter().any(|(name, value)| name == "act" && value == act);
        let form =
            forms.iter().find(has).unwrap_or_else(|| panic!("no button {act} at {}:\n{}", self.address, self.text()));
        self.sends(&form.clone()).await;
    }

    /// Fills the form of a term in, checks the review and books: ends at the visit's page when all goes well.
    pub async fn books(&mut self, name: &str, phone: &str, email: &str) {
        let form = self.form_with("phone").fill("name", name).fill("phone", phone).fill("email", email);
        self.sends(&form).await;
        assert!(self.address.split('?').next().is_some_and(|path| path.ends_with("/review")), "{}", self.text());
        self.presses("book").await;
    }

    /// The value of a cookie, for tests that look at what a browser keeps.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The browser forgets a cookie.
    pub fn forgets(&mut self, name: &str) {
        self.cookies.retain(|(known, _)| known != name);
    }

    /// The links of the page: address and text.
    pub fn links(&self) -> Vec<(String, String)> {
        let pieces = self.html.split("<a ").skip(1);
        let links = pieces.filter_map(|piece| {
            let (tag, rest) = piece.split_once('>')?;
            let text = words(rest.split("</a>").next().unwrap_or(""));
            Some((attribute(tag, "href")?, text))
        });
        links.collect()
    }

    /// Follows the first link whose text or address holds `part`.
    pub async fn follows(&mut self, part: &str) {
        let links = self.links();
        let found = links.iter().find(|(address, text)| text.contains(part) || address.contains(part));
        let (address, _) = found.unwrap_or_else(|| panic!("no link with {part} at {}: {links:?}", self.address));
        self.goes_to(&address.clone()).await;
    }

    /// The forms of the page.
    pub fn forms(&self) -> Vec<Form> {
        self.html.split("<form").skip(1).map(read_form).collect()
    }

    /// The form that has a field `name`.
    pub fn form_with(&self, name: &str) -> Form {
        let forms = self.forms();
        let found = forms.iter().find(|form| form.fields.iter().any(|(field, _)| field == name));
        found.unwrap_or_else(|| panic!("no form with {name} at {}:\n{}", self.address, self.html)).clone()
    }

    /// The text a person reads on the page.
    pub fn text(&self) -> String {
        words(self.html.split_once("<body").map_or(self.html.as_str(), |(_, body)| body))
    }

    async fn request(&self, method: &Method, address: &str, body: Option<String>) -> Response {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = self.client.request(method.clone(), address);
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies.join("; "));
        }
        if let Some(body) = body {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
        }
        request.send().await.unwrap_or_else(|why| panic!("{method} {address}: {why}"))
    }

    fn keep_cookies(&mut self, response: &Response) {
        for header in response.headers().get_all(SET_COOKIE) {
            let pair = header.to_str().unwrap_or("").split(';').next().unwrap_or("");
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    fn resolve(&self, address: &str) -> String {
        let base = reqwest::Url::parse(&self.address).expect("an address");
        base.join(&unescape(address)).expect("an address").to_string()
    }
}

impl Form {
    /// Fills a field in.
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let field = self.fields.iter_mut().find(|(field, _)| field == name);
        field.unwrap_or_else(|| panic!("no field {name}")).1 = value.to_owned();
        self
    }

    /// Ticks a box, which is sent only when it is ticked.
    pub fn ticks(mut self, name: &str, value: &str) -> Self {
        assert!(self.html.contains(&format!("name=\"{name}\"")), "no box {name}");
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

fn read_form(piece: &str) -> Form {
    let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
    let inside = rest.split("</form>").next().unwrap_or("");
    let method = attribute(tag, "method").unwrap_or_else(|| "get".into()).to_lowercase();
    let action = attribute(tag, "action").unwrap_or_default();
    let id = attribute(tag, "id").unwrap_or_default();
    let fields = inside.split("<input").skip(1).filter_map(|input| {
        let tag = input.split('>').next()?;
        // Of a choice only what is chosen is sent.
        if ["radio", "checkbox"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")))
            && !tag.contains(" checked")
        {
            return None;
        }
        Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()))
    });
    Form { id, method, action, fields: fields.collect(), html: inside.to_owned() }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    // A space in front: `id` is not the end of `data-id`.
    let tag = format!(" {tag}");
    let begin = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(begin..)?.split('"').next().map(unescape)
}

/// What is left of HTML when the tags are taken away, with single spaces.
pub fn words(html: &str) -> String {
    let mut text = String::new();
    let mut inside_tag = false;
    for sign in html.chars() {
        match sign {
            '<' => inside_tag = true,
            '>' => (inside_tag, _) = (false, text.push(' ')),
            sign if !inside_tag => text.push(sign),
            _ => {}
        }
    }
    unescape(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescape(text: &str) -> String {
    let named = [("&#38;", "&"), ("&amp;", "&"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let more = [("&lt;", "<"), ("&#60;", "<"), ("&gt;", ">"), ("&#62;", ">"), ("&nbsp;", " ")];
    named.iter().chain(&more).fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

fn escape(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if safe(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_links_are_read_from_html() {
        let html = r#"<form class="a" method="post" action="/a?b=1&amp;c=2"><input type="hidden" name="csrf" value="x&quot;y">
            <input name="phone" required></form>"#;
        let form = read_form(html.strip_prefix("<form").unwrap_or(html));
        assert_eq!((form.method.as_str(), form.action.as_str()), ("post", "/a?b=1&c=2"));
        assert_eq!(form.fields, [("csrf".into(), "x\"y".into()), ("phone".into(), String::new())]);
        assert_eq!(words("<b>R:</b>\n <i>Rejestracja &amp; inne</i>"), "R: Rejestracja & inne");
        assert_eq!(escape("Ż a"), "%C5%BB%20a");
    }
}
