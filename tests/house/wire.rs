//! The network between a kiosk and its server: a TCP way that a test cuts, deafens or lets lose answers.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What the way does to what goes over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Everything arrives.
    Open,
    /// Connections are refused, as by a machine that is up and a server that is not.
    Refused,
    /// What is sent is swallowed and nothing ever comes back, as by a firewall.
    Deaf,
    /// The server hears everything, and its answers are lost.
    AnswersLost,
}

/// One way from a port of this machine to a server.
pub struct Wire {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Mutex<Option<JoinHandle<()>>>,
}

struct Shared {
    target: Mutex<String>,
    way: watch::Sender<Way>,
}

impl Wire {
    /// An open way to the server at `base` (`http://127.0.0.1:…`).
    pub async fn to(base: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let shared = Arc::new(Shared { target: Mutex::new(host(base)), way: watch::Sender::new(Way::Open) });
        let task = tokio::spawn(accept(listener, shared.clone()));
        Self { address, shared, listener: Mutex::new(Some(task)) }
    }

    /// What the kiosk takes for the server.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The server has another address.
    pub fn leads_to(&self, base: &str) {
        *self.shared.target.lock().expect("the target") = host(base);
    }

    /// Changes the way; connections that are open are cut.
    pub async fn set(&self, way: Way) {
        self.shared.way.send_replace(way);
        let running = self.listener.lock().expect("the listener").take();
        if way == Way::Refused {
            if let Some(task) = running {
                task.abort();
                let _ = task.await;
            }
            return;
        }
        let task = match running {
            Some(task) => task,
            None => tokio::spawn(accept(bound(self.address).await, self.shared.clone())),
        };
        *self.listener.lock().expect("the listener") = Some(task);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if let Some(task) = self.listener.lock().expect("the listener").take() {
            task.abort();
        }
    }
}

fn host(base: &str) -> String {
    base.trim_start_matches("http://").trim_end_matches('/').to_owned()
}

/// The same port again; what was refused a moment ago may still hold it.
async fn bound(address: SocketAddr) -> TcpListener {
    for _ in 0..100 {
        if let Ok(listener) = TcpListener::bind(address).await {
            return listener;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("port {address} does not come free");
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((near, _)) = listener.accept().await {
        let mut changed = shared.way.subscribe();
        let way = *changed.borrow_and_update();
        let target = shared.target.lock().expect("the target").clone();
        tokio::spawn(async move {
            tokio::select! {
                () = carry(near, &target, way) => {}
                _ = changed.changed() => {}
            }
        });
    }
}

/// A deaf line holds its tongue for longer than any caller waits.
const SILENCE: Duration = Duration::from_secs(60);

async fn carry(mut near: TcpStream, target: &str, way: Way) {
    match way {
        Way::Open => {
            if let Ok(mut far) = TcpStream::connect(target).await {
                let _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
            }
        }
        Way::AnswersLost => lose_answer(&mut near, target).await,
        Way::Deaf | Way::Refused => {
            let mut swallowed = [0_u8; 4096];
            while near.read(&mut swallowed).await.is_ok_and(|read| read > 0) {}
            tokio::time::sleep(SILENCE).await;
        }
    }
}

/// Hands the request over, waits for the server to have answered, and drops the answer with the connection.
async fn lose_answer(near: &mut TcpStream, target: &str) {
    let Ok(mut far) = TcpStream::connect(target).await else { return };
    let (mut out, mut lost) = ([0_u8; 4096], [0_u8; 4096]);
    loop {
        tokio::select! {
            read = near.read(&mut out) => match read {
                Ok(read) if read > 0 => if far.write_all(&out[..read]).await.is_err() { return },
                _ => return,
            },
            read = far.read(&mut lost) => { let _ = read; return }
        }
    }
}
