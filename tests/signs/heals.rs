//! Signs without power, and signs that never read.

use crate::on_both;

on_both! {
    r33_a_sign_that_was_switched_off_is_right_again_when_it_is_on
    r33_a_sign_that_never_reads_holds_nobody_up
}

mod inner {
    use std::time::{Duration, Instant};

    use okienko_tests::Engine;

    use crate::led::Led;
    use crate::{served, ticket};

    const LINE: &str = r"line = '\x02{code:4}\x03'";

    pub async fn r33_a_sign_that_was_switched_off_is_right_again_when_it_is_on(engine: Engine) {
        let led = Led::on(0).await;
        let mut served = served(engine, &led.setting("desk = \"1\"", LINE)).await;
        let clerk = served.clerk("1");
        let gauge = format!("okienko_sign_online{{address=\"tcp://127.0.0.1:{}\"}}", led.port);
        let first = ticket(&clerk).await;
        clerk.calls_next().await.ok();
        led.shows("", &first.code).await;
        assert!(metrics(&served).await.contains(&format!("{gauge} 1\n")));

        let port = led.off().await;
        clerk.starts().await.ok();
        clerk.finishes().await.ok();
        let second = ticket(&clerk).await;
        clerk.calls_next().await.ok();
        let begun = Instant::now();
        while !metrics(&served).await.contains(&format!("{gauge} 0\n")) {
            assert!(begun.elapsed() < Duration::from_secs(10), "nobody noticed that the sign is off");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        // Several tries: the log tells the change and no more.
        tokio::time::sleep(Duration::from_secs(4)).await;
        let told = served.log().lines().filter(|line| line.contains("does not answer")).count();
        assert_eq!(told, 1, "{}", served.log());

        let led = Led::on(port).await;
        led.shows("", &second.code).await;
        assert_eq!(led.lines().len(), 1, "only what is true now: {:?}", led.lines());
        assert!(metrics(&served).await.contains(&format!("{gauge} 1\n")));

        let before = led.lines().len();
        served.kill();
        served.start_again().await;
        led.waits("the line of the new process", |lines| lines.len() > before).await;
        led.shows("", &second.code).await;
    }

    pub async fn r33_a_sign_that_never_reads_holds_nobody_up(engine: Engine) {
        let (led, mute) = (Led::on(0).await, Led::mute().await);
        let settings: String = [&mute, &led].map(|sign| sign.setting("desk = \"1\"", LINE)).concat();
        let served = served(engine, &settings).await;
        let clerk = served.clerk("1");
        for _ in 0..20 {
            let ticket = ticket(&clerk).await;
            let begun = Instant::now();
            clerk.calls_next().await.ok();
            assert!(begun.elapsed() < Duration::from_secs(2), "the clerk waits for a sign");
            led.shows("", &ticket.code).await;
            assert!(begun.elapsed() < Duration::from_secs(2), "a sign waits for another");
            clerk.starts().await.ok();
        }
    }

    async fn metrics(served: &okienko_tests::served::Served) -> String {
        let answer = reqwest::get(served.http.url("/metrics")).await.expect("metrics");
        answer.text().await.expect("a text")
    }
}
