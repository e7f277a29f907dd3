//! Connections: taken one by one, as many as a desk needs, each with a time to say what it wants.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::Semaphore;

use crate::session::Failure;

/// Connections at one time. A browser has six, and one more per page that listens.
const CONNECTIONS: usize = 96;

/// How long the head of a request may take.
const HEAD: Duration = Duration::from_secs(5);

/// Bytes of the head of a request.
const HEAD_BYTES: usize = 16 * 1024;

/// Headers of a request.
const HEADERS: usize = 64;

/// How long nothing more is taken after the system had no more to give.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until the process ends.
pub(super) fn run(listener: TcpListener, router: Router) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::from(format!("the server cannot run: {error}"));
    listener.set_nonblocking(true).map_err(failed)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(16)
        .enable_io()
        .enable_time()
        .build()
        .map_err(failed)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
        serve(listener, router).await;
        Ok(())
    })
}

async fn serve(listener: tokio::net::TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // One more than there are places for is closed at once: it must not keep others waiting.
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .max_buf_size(HEAD_BYTES)
                .max_headers(HEADERS)
                .serve_connection(TokioIo::new(stream), service);
            // A connection that breaks is nobody's fault.
            drop(connection.await);
            drop(place);
        });
    }
}
