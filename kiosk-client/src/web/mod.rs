//! HTTP on loopback: the page, its files, the server's addresses as the page knows them, and the agent's own.

mod calls;
mod door;
mod kiosk;
mod own;
mod service;

use crate::agent::Agent;
use actix_web::web::{self, Data};
use actix_web::{App, HttpServer, middleware};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// Bytes of a body.
const MOST_BODY: usize = 16 * 1024;

/// Every address.
fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/", web::get().to(own::page))
        .route("/assets/{edition}/{path:.*}", web::get().to(own::asset))
        .route("/api/v1/departments", web::get().to(kiosk::departments))
        .route("/api/v1/kiosk/setup", web::get().to(kiosk::setup))
        .route("/api/v1/kiosk/services", web::get().to(kiosk::services))
        .route("/api/v1/kiosk/tickets", web::post().to(kiosk::ticket))
        .route("/api/v1/kiosk/check-ins", web::post().to(kiosk::check_in))
        .route("/agent/state", web::get().to(own::state))
        .route("/agent/heartbeat", web::post().to(own::heartbeat))
        .route("/agent/prints/{key}", web::get().to(kiosk::print))
        .route("/agent/speech", web::get().to(own::speech))
        .route("/agent/service/sign-on", web::post().to(service::sign_on))
        .route("/agent/service/state", web::get().to(service::state))
        .route("/agent/service/{deed}", web::post().to(service::deed))
        .default_service(web::to(own::nothing));
}

/// Serves until a signal or until the agent stops.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn serve(agent: Arc<Agent>, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> std::io::Result<()> {
    let data = Data::from(agent.clone());
    let server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(web::PayloadConfig::new(MOST_BODY))
            .wrap(middleware::from_fn(door::guarded))
            .configure(routes)
    })
    .workers(1)
    .worker_max_blocking_threads(24)
    .max_connections(64)
    .keep_alive(Duration::from_secs(30))
    .shutdown_timeout(1)
    .bind(address)?;
    let bound = server.addrs().first().copied().unwrap_or(address);
    let running = server.run();
    let handle = running.handle();
    actix_web::rt::spawn(async move {
        while !agent.is_stopping() {
            actix_web::rt::time::sleep(Duration::from_millis(100)).await;
        }
        handle.stop(true).await;
    });
    ready(bound);
    running.await
}
