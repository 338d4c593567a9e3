//! The letter once more: R15, R20.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r20_a_letter_that_was_lost_can_be_sent_again(office: Office) {
        let holder = Holder::books(&office).await;
        let first = holder.citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        let window = acts(&holder.at("resend"), holder.digits()).await;
        assert_eq!(window.address, format!("{}?resent=1", holder.link), "{}", window.text());
        assert!(window.text().contains("Wiadomość wyślemy ponownie"), "{}", window.text());
        let letters = holder.citizen.waits_for_letters(&office.sample.mail_dir, 2).await;
        assert_eq!(letters[1].text(), first.text(), "the same letter");
        assert!(letters[1].link_with(&holder.token).starts_with(&holder.link));
    }

    async fn r20_not_twice_within_a_minute(office: Office) {
        let holder = Holder::books(&office).await;
        acts(&holder.at("resend"), holder.digits()).await;
        let again = acts(&holder.at("resend"), holder.digits()).await;
        assert_eq!(again.status, 429, "{}", again.text());
        assert!(again.text().contains("odczekać minutę"), "{}", again.text());
        holder.citizen.waits_for_letters(&office.sample.mail_dir, 2).await;
        tokio::time::sleep(std::time::Duration::from_millis(2500)).await;
        assert_eq!(holder.citizen.letters(&office.sample.mail_dir).len(), 2, "one letter again, not two");
    }

    async fn r20_news_of_a_letter_is_told_only_when_there_is_one(office: Office) {
        let holder = Holder::books(&office).await;
        for flag in ["resent", "moved"] {
            let text = Window::opens(&format!("{}?{flag}=1", holder.link)).await.text();
            assert!(!text.contains("wyślemy ponownie") && !text.contains("została przeniesiona"), "{flag}: {text}");
        }
    }
}
