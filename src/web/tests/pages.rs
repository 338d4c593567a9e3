//! The pages of the citizen without script: the flow, the link rule, the headers.

use super::house::{Answer, get, office, one};
use actix_web::test::TestRequest;
use okienko_actors::Office;

/// The value of a hidden field.
pub fn hidden(page: &Answer, name: &str) -> String {
    let begin = format!("name=\"{name}\" value=\"");
    let rest = page.text.split(&begin).nth(1).unwrap_or_else(|| panic!("no {name} in {}", page.text));
    rest.split('"').next().unwrap().to_owned()
}

pub fn cookie(page: &Answer) -> String {
    page.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// All cookies that an answer sets, joined to those a browser had.
fn cookies(had: &str, page: &Answer) -> String {
    let set = page.headers.get_all("set-cookie").filter_map(|value| value.to_str().ok()?.split(';').next());
    let mut all: Vec<&str> = had.split("; ").filter(|pair| !pair.is_empty()).collect();
    for pair in set {
        let name = pair.split('=').next().unwrap();
        all.retain(|known| known.split('=').next() != Some(name));
        all.push(pair);
    }
    all.join("; ")
}

pub async fn send(office: &Office, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let body: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", value.replace('+', "%2B").replace(' ', "+"))).collect();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    one(
        office,
        TestRequest::post().uri(path).insert_header(kind).insert_header(("cookie", cookie)).set_payload(body.join("&")),
    )
    .await
}

const TERM: &str = "/s/dowody/2026-11-24/09:20";

/// Fills the form in; answers the browser's cookies and the page of review.
async fn reviewed(office: &Office, name: &str, email: &str) -> (String, Answer) {
    let form = one(office, get(TERM)).await;
    assert_eq!(form.status, 200, "{}", form.text);
    let (key, csrf) = (hidden(&form, "key"), hidden(&form, "csrf"));
    let fields = [
        ("name", name),
        ("phone", "662 138 278"),
        ("email", email),
        ("start", "2026-11-24T09:20"),
        ("key", &key),
        ("csrf", &csrf),
    ];
    let mut strange = fields;
    strange[5].1 = "forged";
    assert_eq!(send(office, TERM, &cookie(&form), &strange).await.status, 422);
    let sent = send(office, TERM, &cookie(&form), &fields).await;
    assert_eq!((sent.status, sent.header("location")), (303, "/s/dowody/2026-11-24/09:20/review"), "{}", sent.text);
    let jar = cookies(&cookie(&form), &sent);
    let review = looks(office, &jar).await;
    assert_eq!(review.status, 200, "{}", review.text);
    (cookies(&jar, &review), review)
}

async fn looks(office: &Office, jar: &str) -> Answer {
    one(office, get(&format!("{TERM}/review")).insert_header(("cookie", jar))).await
}

/// Presses a button of the review.
async fn presses(office: &Office, jar: &str, review: &Answer, act: &str) -> Answer {
    let fields = [("act", act), ("key", &hidden(review, "key")), ("csrf", &hidden(review, "csrf"))];
    send(office, &format!("{TERM}/review"), jar, &fields).await
}

/// Books through form and review; answers the path of the visit.
async fn booked(office: &Office) -> String {
    let (jar, review) = reviewed(office, "Anna", "anna@example.org").await;
    let sent = presses(office, &jar, &review, "book").await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let again = presses(office, &jar, &review, "book").await;
    assert_eq!(again.header("location"), sent.header("location"), "a double click is one booking");
    let later = presses(office, &cookies(&jar, &sent), &review, "book").await;
    assert_eq!(later.header("location"), sent.header("location"), "and so is the same form an hour of thought later");
    sent.header("location").split('?').next().unwrap().to_owned()
}

#[actix::test]
async fn r7_four_steps_lead_to_a_visit() {
    let office = office().await;
    for (path, part) in [
        ("/", "Dowody osobiste"),
        ("/d/so", "Archiwum"),
        ("/s/dowody", "/s/dowody/2026-11-24"),
        ("/s/dowody/2026-11-24", "/s/dowody/2026-11-24/09:20"),
    ] {
        let page = one(&office, get(path)).await;
        assert!(page.status == 200 && page.text.contains(part), "{path}: {}", page.text);
        assert!(page.header("content-security-policy").contains("default-src 'self'"));
    }
    let visit = one(&office, get(&format!("{}?booked=1", booked(&office).await))).await;
    assert!(visit.status == 200 && visit.text.contains("48662138278"), "{}", visit.text);
    assert_eq!((visit.header("cache-control"), visit.header("x-robots-tag")), ("no-store", "noindex"));
    let taken = one(&office, get("/s/dowody/2026-11-24/09:20")).await;
    assert!(taken.status == 409 && taken.text.contains("2026-11-24T09:40"), "{}", taken.text);
    assert_eq!(one(&office, get("/s/dowody/2026-12-08")).await.status, 422, "day 15");
    let queue = one(&office, get("/s/archiwum")).await;
    assert!(queue.status == 200 && queue.text.contains("A: Archiwum"), "R2: no calendar, and a page all the same");
    assert_eq!(one(&office, get("/s/archiwum/2026-11-24")).await.status, 404, "and no hours");
    for nothing in [
        "/s/x",
        "/d/x",
        "/s/dowody/tomorrow",
        "/s/dowody/2026-11-24/9",
        "/a/x",
        "/t/x",
        "/a/x/cancel",
        "/desk/9",
        "/lobby/x",
        "/assets/0/layout.html",
    ] {
        assert_eq!(one(&office, get(nothing)).await.status, 404, "{nothing}");
    }
}

#[actix::test]
async fn r11_a_refused_form_keeps_what_was_typed() {
    let office = office().await;
    let path = TERM;
    let form = one(&office, get(path)).await;
    let (key, csrf) = (hidden(&form, "key"), hidden(&form, "csrf"));
    let fields = [
        ("name", "Zofia"),
        ("phone", "12"),
        ("email", "zofia"),
        ("start", "2026-11-24T09:20"),
        ("key", &key),
        ("csrf", &csrf),
    ];
    let refused = send(&office, path, &cookie(&form), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("value=\"Zofia\"")
            && refused.text.contains("id=\"phone-error\"")
            && refused.text.contains("id=\"email-error\"")
    );
}

#[actix::test]
async fn law06_only_the_button_of_the_review_books_and_only_in_the_browser_that_saw_it() {
    let office = office().await;
    let (jar, review) = reviewed(&office, "Anna", "anna@example.org").await;
    assert_eq!((review.header("cache-control"), review.header("x-robots-tag")), ("no-store", "noindex"));
    assert!(review.text.contains("48662138278") && !jar.contains("anna") && !jar.contains("662138278"), "{jar}");
    let (other, _) = reviewed(&office, "Ewa", "ewa@example.org").await;
    let own =
        |name: &str, jar: &str| jar.split("; ").find(|pair| pair.starts_with(&format!("{name}="))).unwrap().to_owned();
    let stolen = format!("{}; {}", own("okienko", &other), own("okienko-draft", &jar));
    assert_eq!(looks(&office, &stolen).await.status, 303, "another browser's draft is no draft");
    assert_eq!(looks(&office, "").await.header("location"), TERM, "and without one there is nothing to check");
    let key = hidden(&review, "key");
    for csrf in ["", "forged", &hidden(&one(&office, get(TERM).insert_header(("cookie", jar.as_str()))).await, "csrf")]
    {
        let refused =
            send(&office, &format!("{TERM}/review"), &jar, &[("act", "book"), ("key", &key), ("csrf", csrf)]).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
    }
    assert_eq!(one(&office, get(TERM)).await.status, 200, "nothing was booked, and nothing is held");
    let kept = one(&office, get(TERM).insert_header(("cookie", jar.as_str()))).await;
    assert!(kept.text.contains("value=\"Anna\"") && kept.header("x-robots-tag") == "noindex", "going back keeps it");
    let gone = presses(&office, &jar, &review, "discard").await;
    assert_eq!((gone.status, gone.header("location")), (303, "/"));
    assert!(gone.header("set-cookie").contains("okienko-draft=; ") && gone.header("set-cookie").contains("Max-Age=0"));
}

#[actix::test]
async fn law35_a_slip_in_the_mail_address_is_a_hint_and_never_a_refusal() {
    let office = office().await;
    let (jar, review) = reviewed(&office, "Anna", "anna@gmial.com").await;
    assert!(
        review.text.contains("anna@gmial.com") && review.text.contains("Zmień na anna@gmail.com"),
        "{}",
        review.text
    );
    let fixed = presses(&office, &jar, &review, "email").await;
    assert_eq!((fixed.status, fixed.header("location")), (303, "/s/dowody/2026-11-24/09:20/review"));
    let review = looks(&office, &cookies(&jar, &fixed)).await;
    assert!(review.text.contains("anna@gmail.com") && !review.text.contains("gmial"), "{}", review.text);
    assert!(review.text.contains("Anna") && review.text.contains("48662138278"), "the rest is kept");
    let (jar, review) = reviewed(&office, "Anna", "anna@gmial.com").await;
    assert_eq!(presses(&office, &jar, &review, "book").await.status, 303, "whoever insists may");
}

#[actix::test]
async fn r8_the_page_says_when_the_next_day_opens() {
    let office = office().await;
    let mut file = (*office.catalogue()).clone();
    file.departments[0].booking.release_hour = Some("10:00:00".parse().unwrap());
    office.configure(file, "test").await.unwrap();
    let page = one(&office, get("/s/dowody")).await;
    assert!(!page.text.contains("2026-12-07") && page.text.contains("otworzy się dziś o godz. 10:00"), "{}", page.text);
    assert_eq!(one(&office, get("/s/dowody/2026-12-07")).await.status, 422, "not before its hour");
    office.clock().set("2026-11-23T09:00:00Z".parse().unwrap());
    let page = one(&office, get("/s/dowody")).await;
    assert!(page.text.contains("/s/dowody/2026-12-07"), "{}", page.text);
    assert!(page.text.contains("8 grudnia 2026) otworzy się: wtorek, 24 listopada 2026"), "{}", page.text);
}

#[actix::test]
async fn a_visit_to_be_confirmed_leads_to_the_mailbox_and_not_to_its_link() {
    let office = office().await;
    let mut file = (*office.catalogue()).clone();
    (file.departments[0].booking.confirm_email, file.departments[0].booking.confirm_minutes) = (true, 45);
    office.configure(file, "test").await.unwrap();
    let (jar, review) = reviewed(&office, "Anna", "anna@example.org").await;
    let sent = presses(&office, &jar, &review, "book").await;
    assert_eq!((sent.status, sent.header("location")), (303, "/s/dowody/2026-11-24/09:20/sent"), "{}", sent.text);
    let jar = cookies(&jar, &sent);
    let path = sent.header("location").to_owned();
    let page = one(&office, get(&path).insert_header(("cookie", jar.as_str()))).await;
    assert!(
        page.text.contains("a•••@example.org") && page.text.contains("w ciągu 45 min, do godz. 09:45"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("/a/so-") && !page.text.contains("anna@example.org"), "{}", page.text);
    assert_eq!(one(&office, get(&path)).await.header("location"), "/s/dowody", "in any other browser it says nothing");
    assert_eq!(presses(&office, &jar, &review, "book").await.header("location"), path, "sent twice is sent once");
}

#[actix::test]
async fn law39_what_search_engines_read_is_true() {
    let office = office().await;
    let sitemap = one(&office, get("/sitemap.xml")).await;
    for page in ["/", "/d/so", "/s/dowody", "/s/archiwum"] {
        assert!(sitemap.text.contains(&format!("<loc>http://localhost{page}</loc>")), "{page}: {}", sitemap.text);
        let shown = one(&office, get(page)).await;
        assert!(shown.text.contains(&format!("<link rel=\"canonical\" href=\"http://localhost{page}\">")), "{page}");
        assert!(shown.text.contains(&format!("hreflang=\"uk\" href=\"http://localhost{page}?lang=uk\"")), "{page}");
        let data = shown.text.split("<script type=\"application/ld+json\">").nth(1).unwrap();
        let data: serde_json::Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
        assert_eq!(data["@context"], "https://schema.org", "{page}");
    }
    let english = one(&office, get("/s/dowody?lang=en")).await;
    assert!(english.text.contains("<link rel=\"canonical\" href=\"http://localhost/s/dowody?lang=en\">"));
    assert!(english.text.contains("lang=\"pl\">Dowody osobiste</span>"), "a name without English is marked as Polish");
    let robots = one(&office, get("/robots.txt")).await;
    assert!(robots.text.contains("Sitemap: http://localhost/sitemap.xml") && robots.text.contains("Disallow: /a/"));
}

#[actix::test]
async fn r18_only_the_button_with_the_right_digits_cancels() {
    let office = office().await;
    let path = format!("{}/cancel", booked(&office).await);
    let page = one(&office, get(&path)).await;
    let (key, csrf, cookie) = (hidden(&page, "key"), hidden(&page, "csrf"), cookie(&page));
    assert_eq!(one(&office, TestRequest::default().method(actix_web::http::Method::HEAD).uri(&path)).await.status, 200);
    for (csrf, cookie, digits) in [
        (csrf.as_str(), "", "278"),
        ("x", cookie.as_str(), "278"),
        (csrf.as_str(), cookie.as_str(), "111"),
        (csrf.as_str(), cookie.as_str(), ""),
    ] {
        let refused = send(&office, &path, cookie, &[("digits", digits), ("key", &key), ("csrf", csrf)]).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
    }
    assert!(one(&office, get(&path)).await.text.contains("name=\"digits\""), "nothing changed");
    let done = send(&office, &path, &cookie, &[("digits", "278"), ("key", &key), ("csrf", &csrf)]).await;
    assert_eq!(done.status, 200, "{}", done.text);
    assert!(!one(&office, get(&path)).await.text.contains("name=\"digits\""), "there is nothing left to cancel");
    assert_eq!(one(&office, get("/s/dowody/2026-11-24/09:20")).await.status, 200, "the term is free again");
}

#[actix::test]
async fn the_screens_are_there() {
    let office = office().await;
    for path in [
        "/desk",
        "/desk/1",
        "/lobby/hol",
        "/kiosk",
        "/admin",
        "/admin/devices",
        "/admin/letters",
        "/robots.txt",
        "/favicon.ico",
    ] {
        let page = one(&office, get(path)).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        assert!(!page.text.contains("style=\"") && !page.text.contains("onclick"), "{path}");
    }
    let lost = one(&office, get("/nowhere").insert_header(("accept", "text/html"))).await;
    assert!(
        lost.status == 404
            && lost.header("content-type").starts_with("text/html")
            && lost.text.contains("Urząd Miejski")
    );
    let post = one(&office, TestRequest::post().uri("/").insert_header(("accept", "text/html"))).await;
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD, OPTIONS"));
}
