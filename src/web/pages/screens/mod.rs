//! The three live screens: the clerk's desk, the lobby board, the kiosk. Their pages are frames without tickets in them; what is live comes
//! by the interface of the contract, so the same page is right for every visitor and may be served by another machine.

pub mod account;
pub mod administration;
pub mod board;
pub mod boards;
pub mod desk;
pub mod devices;
mod island;
pub mod kiosk;
pub mod letters;
pub mod pair;
pub mod privacy;
pub mod reports;
pub mod sign_on;
pub mod staff;
pub mod wall;

pub use account::{AccountPage, AccountsPage, AuditPage, PasswordPage};
pub use administration::{DepartmentPage, HistoryPage, LawPage, OfficePage, ServicePage};
pub use board::BoardPage;
pub use boards::BoardsPage;
pub use desk::{DeskLink, DeskPage};
pub use devices::{BoardChoice, DevicesPage};
pub use kiosk::KioskPage;
pub use letters::LettersPage;
pub use pair::PairPage;
pub use privacy::PrivacyToolPage;
pub use reports::ReportsPage;
pub use sign_on::SignOnPage;
pub use staff::StaffPage;
pub use wall::WallPage;
