//! The local server: `dist/` on this machine only, with the headers that a host should send.
//!
//! It stands in for any static host, so it does nothing that one could not do: no directory
//! listing, no rewriting, no state. Files are read at each request, so that a build while it runs
//! is seen at the next reload.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::project::Project;
use crate::{bundle, install};

/// What the page may load and run: itself. There is no `frame-ancestors`, because anyone may embed
/// it.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; \
    manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'self'; form-action 'none'";

const FIRST_PORT: u16 = 8080;
/// Browsers open six connections to a host, and each occupies a worker only while it is answered.
const WORKERS: usize = 4;

/// A server that answers until it is dropped.
pub struct Running {
    server: Arc<Server>,
    workers: Vec<JoinHandle<()>>,
    address: SocketAddr,
}

impl Running {
    /// Serves a folder on the loopback interface; port 0 takes any free one.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let server = Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| anyhow!("port {port}: {error}"))?;
        let address = server.server_addr().to_ip();
        let address = address.ok_or_else(|| anyhow!("the server has no address"))?;
        let server = Arc::new(server);
        let workers = (0..WORKERS)
            .map(|_| {
                let server = Arc::clone(&server);
                let folder = folder.to_owned();
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        answer(&folder, request);
                    }
                })
            })
            .collect();
        Ok(Self { server, workers, address })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            // A worker that panicked has nothing left to stop.
            drop(worker.join());
        }
    }
}

/// Builds, then serves until the user ends it.
pub fn serve(project: &Project, port: Option<u16>) -> Result<ExitCode> {
    install::for_building(project)?;
    bundle::build(project)?;
    let folder = project.path("dist");
    let running = match port {
        Some(port) => Running::start(&folder, port)?,
        None => first_free(&folder)?,
    };
    println!("Byspejl is at {} (Ctrl+C ends it)", running.url());
    loop {
        thread::park();
    }
}

fn first_free(folder: &Path) -> Result<Running> {
    let mut ports = FIRST_PORT..FIRST_PORT + 20;
    ports
        .find_map(|port| Running::start(folder, port).ok())
        .map_or_else(|| Running::start(folder, 0), Ok)
}

fn answer(folder: &Path, request: Request) {
    let response = respond(folder, &request);
    // The browser may have gone away; that is its right.
    drop(request.respond(response));
}

fn respond(folder: &Path, request: &Request) -> Response<std::io::Cursor<Vec<u8>>> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "only GET and HEAD\n").with_header(header("Allow", "GET, HEAD"));
    }
    let Some(name) = file_name(request.url()) else {
        return plain(404, "not found\n");
    };
    let accepted = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"))
        .map_or("", |header| header.value.as_str());
    let Some((content, encoding)) = read(&folder.join(&name), accepted) else {
        return plain(404, "not found\n");
    };

    let mut response = Response::from_data(content)
        // Otherwise files above 32 kB go without a Content-Length.
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", content_type(&name)))
        .with_header(header("Cache-Control", caching(&name)))
        .with_header(header("Vary", "Accept-Encoding"));
    if let Some(encoding) = encoding {
        response.add_header(header("Content-Encoding", encoding));
    }
    guarded(response)
}

/// The headers that every answer carries.
fn guarded<R: std::io::Read>(response: Response<R>) -> Response<R> {
    response
        .with_header(header("Content-Security-Policy", POLICY))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Referrer-Policy", "no-referrer"))
        // A sandboxed frame has no origin, and module scripts are asked for across origins.
        .with_header(header("Access-Control-Allow-Origin", "*"))
}

fn plain(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let response = Response::from_string(text).with_status_code(status);
    guarded(response)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values above are plain ASCII")
}

/// The file below the folder that an address means; `None` when it means none or reaches outside.
fn file_name(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    if path.is_empty() {
        return Some("index.html".into());
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    path.split('/')
        .map(|part| {
            let named = !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain);
            named.then_some(part)
        })
        .collect()
}

/// The smallest form of a file that the browser accepts.
fn read(path: &Path, accepted: &str) -> Option<(Vec<u8>, Option<&'static str>)> {
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let mut sibling = path.as_os_str().to_owned();
        sibling.push(".");
        sibling.push(ending);
        if accepts(accepted, encoding)
            && let Ok(content) = fs::read(sibling)
        {
            return Some((content, Some(encoding)));
        }
    }
    fs::read(path).ok().map(|content| (content, None))
}

fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|choice| {
        let mut parts = choice.split(';').map(str::trim);
        let named = parts.next() == Some(encoding);
        let refused = parts.any(|part| {
            let weight = part.strip_prefix("q=").map(str::parse::<f32>);
            matches!(weight, Some(Ok(0.0)))
        });
        named && !refused
    })
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A name that ends in a hash never stands for other bytes; everything else is asked about again.
fn caching(path: &Path) -> &'static str {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let hash = stem.and_then(|stem| stem.rsplit_once('-')).map(|(_, hash)| hash);
    let hashed = hash.is_some_and(|hash| {
        hash.len() == bundle::HASH_LENGTH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_outside_the_folder_means_no_file() {
        for url in [
            "/../Cargo.toml",
            "/a/../../b",
            "/..%2fCargo.toml",
            "/.git/config",
            "//etc/passwd",
            "/a\\b",
            "relative",
        ] {
            assert_eq!(file_name(url), None, "{url}");
        }
    }

    #[test]
    fn the_root_means_the_page_whatever_is_asked_of_it() {
        assert_eq!(file_name("/?lang=en"), Some("index.html".into()));
    }

    #[test]
    fn an_encoding_with_weight_zero_is_refused() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("", "gzip"));
    }

    #[test]
    fn only_hashed_names_are_kept_forever() {
        assert!(caching(Path::new("boot-0123456789.js")).contains("immutable"));
        assert_eq!(caching(Path::new("index.html")), "no-cache");
        assert_eq!(caching(Path::new("boot-parts.js")), "no-cache");
    }

    #[test]
    fn every_answer_carries_the_policy_and_the_smallest_accepted_form() {
        let folder = std::env::temp_dir().join(format!("byspejl-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "plain").unwrap();
        fs::write(folder.join("index.html.br"), "small").unwrap();
        let running = Running::start(&folder, 0).unwrap();
        let ask = |path: &str, accepted: &str| {
            minreq::get(format!("{}{path}", running.url()))
                .with_header("Accept-Encoding", accepted)
                .send()
                .unwrap()
        };

        let small = ask("", "gzip, br");
        assert_eq!(small.as_bytes(), b"small");
        assert_eq!(small.headers["content-encoding"], "br");
        assert_eq!(small.headers["content-type"], "text/html; charset=utf-8");
        assert_eq!(small.headers["content-security-policy"], POLICY);

        let plain = ask("", "identity");
        assert_eq!(plain.as_bytes(), b"plain");
        assert!(!plain.headers.contains_key("content-encoding"));

        let missing = ask("gone.js", "br");
        assert_eq!(missing.status_code, 404);
        assert_eq!(missing.headers["content-security-policy"], POLICY);

        let head = minreq::head(running.url()).send().unwrap();
        assert_eq!(head.headers["content-length"], "5");
        assert!(head.as_bytes().is_empty());
        fs::remove_dir_all(&folder).unwrap();
    }
}
