//! What signs show of a morning: R33.

use crate::on_both;

on_both! {
    r33_a_sign_shows_whom_its_desk_calls
    r33_a_direction_sign_shows_the_newest_call_and_the_way
}

mod inner {
    use std::time::{Duration, Instant};

    use okienko_tests::Engine;

    use crate::led::Led;
    use crate::{served, ticket};

    /// Two signs on one bus, told apart by their address.
    pub async fn r33_a_sign_shows_whom_its_desk_calls(engine: Engine) {
        let led = Led::on(0).await;
        let line = r"line = '\x02{address}{code:4}\x03'";
        let bus: String = [
            led.setting("desk = \"1\"", &format!("{line}\naddress = \"01\"")),
            led.setting("desk = \"2\"", &format!("{line}\naddress = \"02\"\nidle = \"--\"")),
        ]
        .concat();
        let served = served(engine, &bus).await;
        let (first, second) = (served.clerk("1"), served.clerk("2"));
        led.shows("01", "    ").await;
        led.shows("02", "--  ").await;
        let ticket = crate::ticket(&first).await;
        first.calls_next().await.ok();
        let asked = Instant::now();
        led.shows("01", &ticket.code).await;
        assert!(asked.elapsed() < Duration::from_secs(1), "a call is shown at once");
        led.shows("02", "--  ").await;

        let times = |lines: &[String]| lines.iter().filter(|line| line.ends_with(&ticket.code)).count();
        let before = times(&led.lines());
        first.recalls().await.ok();
        led.waits("the recall", |lines| times(lines) == before + 1).await;
        first.starts().await.ok();
        first.finishes().await.ok();
        led.shows("01", "    ").await;
        assert_eq!(times(&led.lines()), before + 1, "a start changes nothing that a sign shows");
        first.undoes().await.ok();
        led.shows("01", &ticket.code).await;
        first.finishes().await.ok();
        led.shows("01", "    ").await;

        let next = crate::ticket(&second).await;
        second.calls_next().await.ok();
        led.shows("02", &next.code).await;
        second.undoes().await.ok();
        led.shows("02", "--  ").await;
    }

    pub async fn r33_a_direction_sign_shows_the_newest_call_and_the_way(engine: Engine) {
        let led = Led::on(0).await;
        let more = "line = '\\x02{code} {arrow:1} {desk:>2}\\x03'\nidle_line = '\\x02WITAMY\\x03'";
        let served = served(engine, &led.setting("board = \"geodezja\"", more)).await;
        let (first, second) = (served.clerk("1"), served.clerk("2"));
        led.shows("", "WITAMY").await;
        let one = ticket(&first).await;
        first.calls_next().await.ok();
        led.shows("", &format!("{} >  1", one.code)).await;
        let other = ticket(&second).await;
        second.calls_next().await.ok();
        led.shows("", &format!("{}    2", other.code)).await;
        second.undoes().await.ok();
        led.shows("", &format!("{} >  1", one.code)).await;
    }
}
