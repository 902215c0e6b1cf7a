//! A web site of somebody else: another origin that shows the page in a frame or hands it on from a
//! folder of its own.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// A site on a port of its own, closed when dropped.
pub struct Site {
    port: u16,
    closing: Arc<AtomicBool>,
}

impl Site {
    /// Answers `/` with this HTML and passes everything below `folder` on to the page.
    pub fn open(html: String, folder: &'static str, page: &str) -> Site {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = listener.local_addr().expect("the port is known").port();
        let closing = Arc::new(AtomicBool::new(false));
        let last = Arc::clone(&closing);
        let origin = page.trim_start_matches("http://").trim_end_matches('/').to_owned();
        thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                if last.load(Ordering::Relaxed) {
                    return;
                }
                let (html, origin) = (html.clone(), origin.clone());
                // A browser that hangs up early is no failure of the site.
                thread::spawn(move || drop(answer(visitor, &html, folder, &origin)));
            }
        });
        Site { port, closing }
    }

    /// Under another name than the page's own, so that a browser takes it for another site.
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        // Wakes the listener up, so that it sees that it is to close.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
    }
}

fn answer(mut visitor: TcpStream, html: &str, folder: &str, origin: &str) -> io::Result<()> {
    let mut reader = BufReader::new(visitor.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::from("a header");
    while !line.trim().is_empty() {
        line.clear();
        reader.read_line(&mut line)?;
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let Some(place) = path.strip_prefix(folder) else {
        let status = if path == "/" { "200 OK" } else { "404 Not Found" };
        let body = if path == "/" { html } else { "" };
        return write!(
            visitor,
            "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len(),
        );
    };
    let mut page = TcpStream::connect(origin)?;
    write!(page, "GET /{place} HTTP/1.1\r\nHost: {origin}\r\nConnection: close\r\n\r\n")?;
    let mut whole = Vec::new();
    page.read_to_end(&mut whole)?;
    visitor.write_all(&whole)
}
