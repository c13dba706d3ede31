//! Answering on the web.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use practice::House;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use web::App;

use crate::{Done, Door, sweep, work};

/// How long running answers may take to end once the program is told to stop.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Opens the installation and answers until the program is told to stop.
///
/// # Errors
/// When the installation cannot be opened or the address cannot be listened on.
pub async fn serve(door: &Door) -> Done {
    let house = Arc::new(House::open(door.place.settings()).await?);
    let working = work::start(&house);
    answer(house, door, working, |_| {}).await
}

/// Answers on the web for an installation that is already open, while `working` goes on beside it. `greet` hears the
/// address before anyone else does.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn answer(
    house: Arc<House>,
    door: &Door,
    working: JoinHandle<()>,
    greet: impl FnOnce(SocketAddr),
) -> Done {
    let listener = TcpListener::bind(door.listen).await?;
    let address = listener.local_addr()?;
    tokio::spawn(sweep::sweep(Arc::clone(&house)));
    let app = App { house, https: door.https };
    greet(address);
    println!("ready http://{address}");
    let serving = axum::serve(listener, web::router(app)).with_graceful_shutdown(told_to_stop());
    let done = tokio::select! {
        done = serving => Ok(done?),
        // Whoever still watches or uploads gets a moment, and then goes on after the restart.
        () = async { told_to_stop().await; tokio::time::sleep(LAST_WORDS).await } => Ok(()),
    };
    working.abort();
    done
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
        }
        Err(_) => drop(interrupt.await),
    }
}
