//! One thread that starts every sandboxed process.
//!
//! The kernel's "die with the parent" means the parent *thread*. The runtime's threads come and go,
//! this one stays as long as the program does.

use std::{
    io,
    sync::{OnceLock, mpsc},
    thread,
};

use tokio::{
    process::{Child, Command},
    runtime::Handle,
    sync::oneshot,
};

type Request = (Handle, Command, oneshot::Sender<io::Result<Child>>);

static REQUESTS: OnceLock<mpsc::Sender<Request>> = OnceLock::new();

/// Starts `command` from the lasting thread.
pub(super) async fn spawn(command: Command) -> io::Result<Child> {
    let gone = || io::Error::other("the thread that starts processes is gone");
    let (answer, child) = oneshot::channel();
    requests()?.send((Handle::current(), command, answer)).map_err(|_| gone())?;
    child.await.map_err(|_| gone())?
}

fn requests() -> io::Result<mpsc::Sender<Request>> {
    if let Some(requests) = REQUESTS.get() {
        return Ok(requests.clone());
    }
    let (sender, receiver) = mpsc::channel::<Request>();
    thread::Builder::new().name("media-spawner".to_owned()).spawn(move || {
        while let Ok((runtime, mut command, answer)) = receiver.recv() {
            let _entered = runtime.enter();
            // A caller that stopped waiting drops the child, which kills it.
            let _ = answer.send(command.spawn());
        }
    })?;
    // Of two first callers one thread is kept; the other ends as its sender is dropped.
    Ok(REQUESTS.get_or_init(|| sender).clone())
}
