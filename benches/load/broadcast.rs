//! The raw limit of screens: a frame encoded once, written by two threads to each socket, and nothing else.

use crate::screens::Screens;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

/// A bare broadcaster with its screens.
pub struct Broadcast {
    screens: Screens,
    writers: Vec<Sender<Arc<Vec<u8>>>>,
    seq: u64,
}

impl Broadcast {
    /// To so many screens.
    pub fn open(count: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address");
        let (mut near, mut far) = (Vec::new(), Vec::new());
        for _ in 0..count {
            near.push((TcpStream::connect(host).expect("a connection"), Vec::new()));
            let stream = listener.accept().expect("a screen").0;
            stream.set_nodelay(true).expect("no delay");
            far.push(stream);
        }
        let half = far.split_off(count / 2);
        let writers = [far, half].into_iter().map(writer).collect();
        Self { screens: Screens::watch(near), writers, seq: 0 }
    }

    /// Seconds from the news to the last screen, of a frame with so many bytes.
    pub fn once(&mut self, length: usize) -> f64 {
        self.seq += 1;
        self.screens.arm();
        let begun = Instant::now();
        let frame = Arc::new(frame(self.seq, length));
        for writer in &self.writers {
            writer.send(frame.clone()).expect("the writer lives");
        }
        (self.screens.wait() - begun).as_secs_f64()
    }
}

fn writer(mut streams: Vec<TcpStream>) -> Sender<Arc<Vec<u8>>> {
    let (sender, frames) = channel::<Arc<Vec<u8>>>();
    std::thread::spawn(move || {
        for frame in frames {
            for stream in &mut streams {
                // The screens may have gone home already.
                let _ = stream.write_all(&frame);
            }
        }
    });
    sender
}

fn frame(seq: u64, length: usize) -> Vec<u8> {
    let mut text = format!("{{\"type\":\"view\",\"seq\":{seq},\"view\":\"");
    let fill = length.saturating_sub(text.len() + 2);
    text.extend(std::iter::repeat_n('x', fill));
    text.push_str("\"}");
    let mut frame = vec![0x81];
    match text.len() {
        short @ ..=125 => frame.push(short as u8),
        middle @ ..=65_535 => {
            frame.push(126);
            frame.extend((middle as u16).to_be_bytes());
        }
        long => {
            frame.push(127);
            frame.extend((long as u64).to_be_bytes());
        }
    }
    frame.extend(text.as_bytes());
    frame
}
