//! The translator's desk in a browser: a server that only this machine reaches, and whose every answer
//! the session gives.
//!
//! What may be asked is in `question`, who may ask in `gate`, what the page is made of in `assets`.
//! A page is told by `events` what others do, and by `observe` what happens to the files.

mod assets;
mod desk;
mod events;
mod fault;
mod gate;
mod listen;
mod observe;
mod preview;
mod question;
mod route;
mod secret;
mod shape;
mod site;
mod words;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use crate::session::{Failure, Session};
use desk::Desk;
use gate::{Behind, Gate};

pub use observe::{Changes, Observer};
pub use site::SiteServer;
pub use words::{LANGUAGES, words};

/// The first port that is tried, and how many there are: one folder has the same every time, so that the
/// browser finds there what it has kept.
const PORTS: (u16, u16) = (20_000, 10_000);

/// How the desk is served.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The port; without one, one that belongs to the folder.
    pub port: Option<u16>,
    /// The address, as `https://desk.example`, under which a house's own proxy hands this server on.
    pub origin: Option<String>,
    /// Whether nothing can be changed.
    pub is_read_only: bool,
    /// Who stands for what is confirmed here.
    pub name: Option<String>,
}

/// Opens the workspace again, once its configuration has changed.
pub type Opener = Box<dyn Fn() -> Result<Session, Failure> + Send + Sync>;

/// A server that has its place and is not running yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    desk: Arc<Desk>,
}

impl Server {
    /// Takes a port of this machine for a workspace.
    ///
    /// # Errors
    /// If no port is free, or the origin is none.
    pub fn bind(session: Session, opener: Opener, options: Options) -> Result<Self, Failure> {
        let listener = bind(session.root(), options.port)?;
        let address = listener.local_addr();
        let port = address
            .map_err(|error| Failure::from(format!("no port: {error}")))?
            .port();
        let gate = Gate::new(Behind::Desk, port, options.origin.as_deref())?;
        let desk = Arc::new(Desk::new(session, opener, gate, options)?);
        Ok(Self { listener, desk })
    }

    /// The address for the browser. What stands behind its `#` lets in, and a browser sends it nowhere by
    /// itself.
    pub fn address(&self) -> String {
        self.desk.gate.address()
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    /// If the system has no thread or no port left.
    pub fn run(self) -> Result<(), Failure> {
        self.desk.attend()?;
        listen::run(self.listener, route::router(self.desk))
    }
}

fn bind(folder: &Path, port: Option<u16>) -> Result<TcpListener, Failure> {
    let (first, count) = PORTS;
    let digest = blake3::hash(folder.as_os_str().as_encoded_bytes());
    let digest = u16::from_le_bytes([digest.as_bytes()[0], digest.as_bytes()[1]]);
    let ports = match port {
        Some(port) => vec![port],
        None => (0..8)
            .map(|step| first + (digest % count + step) % count)
            .chain([0])
            .collect(),
    };
    let mut last = None;
    for port in ports {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = Some((port, error)),
        }
    }
    let reason = last.map_or_else(String::new, |(port, error)| {
        format!("port {port} cannot be had ({error}); name another one with `--port`")
    });
    Err(reason.into())
}
