//! Answering on the web.

use std::sync::Arc;
use std::time::Duration;

use practice::House;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use web::App;

use crate::{Done, Door, work};

/// How long running requests may go on after the program was told to stop.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the installation and answers until the program is told to stop.
///
/// # Errors
/// When the installation cannot be opened or the address cannot be listened on.
pub async fn serve(door: &Door) -> Done {
    let house = Arc::new(House::open(door.place.settings()).await?);
    answer(house, door).await
}

/// Answers on the web for an installation that is already open.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn answer(house: Arc<House>, door: &Door) -> Done {
    let listener = TcpListener::bind(door.listen).await?;
    let address = listener.local_addr()?;
    let working = tokio::spawn(work::work(Arc::clone(&house)));
    let app = App { house, https: door.https };
    println!("ready http://{address}");
    let stopping = Arc::new(Notify::new());
    let told = Arc::clone(&stopping);
    let answering = axum::serve(listener, web::router(app)).with_graceful_shutdown(async move {
        told_to_stop().await;
        told.notify_one();
    });
    // Whoever is still sending or watching gets a moment; an upload goes on from where it is after a restart.
    let patience = async {
        stopping.notified().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        ended = answering.into_future() => ended?,
        () = patience => {}
    }
    working.abort();
    Ok(())
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
