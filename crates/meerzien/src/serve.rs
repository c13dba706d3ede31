//! Answering on the web.

mod connections;
pub mod limits;
mod line;
mod pace;
mod places;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use practice::House;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use web::App;

use crate::config::{Answering, Door, Place};
use crate::mail::{self, Post};
use crate::serve::limits::Limits;
use crate::{Done, sweep, work};

/// How long running answers may take to end once the program is told to stop.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// What an installation in which nobody can sign in yet needs first.
pub const FIRST: &str = "nobody can sign in yet. Make the organisation and its first administrator with\n\
    meerzien admin init --data DIR --organisation NAME --phone NUMBER --privacy-officer ADDRESS --name NAME --email ADDRESS";

/// Opens the installation and answers until the program is told to stop.
///
/// # Errors
/// When the installation cannot be opened or the address cannot be listened on.
pub async fn serve(door: &Door, working: bool) -> Done {
    door.offer_languages();
    let answering = door.answering()?;
    let post = door.place.post()?;
    let house = Arc::new(House::open(door.place.settings()?).await?);
    if house.first_organisation().await?.is_none() {
        eprintln!("meerzien: {FIRST}");
    }
    let working = if working { labour(&house, post) } else { Vec::new() };
    answer(house, answering, door.limits(answering)?, working, |_| {}).await
}

/// Opens the installation and works until the program is told to stop.
///
/// # Errors
/// When the installation cannot be opened.
pub async fn work(place: &Place) -> Done {
    let post = place.post()?;
    let house = Arc::new(House::open(place.settings()?).await?);
    let working = labour(&house, post);
    println!("working");
    told_to_stop().await;
    working.iter().for_each(JoinHandle::abort);
    Ok(())
}

/// Everything that goes on beside answering.
pub fn labour(house: &Arc<House>, post: Option<Arc<Post>>) -> Vec<JoinHandle<()>> {
    let workers = (0..work::WORKERS).map(|number| tokio::spawn(work::work(Arc::clone(house), number)));
    let letters = post.map(|post| tokio::spawn(mail::deliver(Arc::clone(house), post)));
    workers.chain([tokio::spawn(sweep::sweep(Arc::clone(house)))]).chain(letters).collect()
}

/// Answers on the web for an installation that is already open, while `working` goes on beside it. `greet` hears the
/// address before anyone else does.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn answer(
    house: Arc<House>,
    answering: Answering,
    limits: Limits,
    working: Vec<JoinHandle<()>>,
    greet: impl FnOnce(SocketAddr),
) -> Done {
    let listener = TcpListener::bind(answering.listen).await?;
    let address = listener.local_addr()?;
    let app = App::new(Arc::clone(&house), answering.https);
    greet(address);
    println!("ready http://{address}");
    // Whoever still watches or uploads gets a moment, and then goes on after the restart.
    connections::answer(listener, web::router(app), limits, told_to_stop(), LAST_WORDS).await;
    working.iter().for_each(JoinHandle::abort);
    house.keep_heads().await?;
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
