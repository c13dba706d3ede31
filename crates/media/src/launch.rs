//! The inside of the sandbox: what runs between bubblewrap and ffmpeg.
//!
//! It opens a listener on the private loopback, hands it out, gives up every right that ffmpeg does
//! not need, and becomes ffmpeg. The listener itself stays outside: inside there is nothing to read
//! the recording from but the address.

mod filter;
mod limits;

use std::{
    convert::Infallible,
    ffi::OsString,
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    os::unix::process::CommandExt,
    process::{Command, ExitCode, Stdio},
};

use crate::sandbox::{SOURCE, hand_out};

/// The exit code that says: ffmpeg was never started.
pub(crate) const NOT_STARTED: i32 = 113;

/// Becomes the sandboxed program. Returns only when that fails.
///
/// `arguments`: seconds of processor time, bytes of memory, the program, its arguments. Call it
/// before any thread is started, from the program that [`crate::Sandbox::new`] was given.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match become_program(arguments.into_iter()) {
        Ok(never) => match never {},
        Err(error) => {
            // Standard error is the only way to say it from here.
            let _ = io::Write::write_all(&mut io::stderr(), format!("launcher: {error}\n").as_bytes());
            ExitCode::from(u8::try_from(NOT_STARTED).unwrap_or(u8::MAX))
        }
    }
}

fn become_program(mut arguments: impl Iterator<Item = OsString>) -> io::Result<Infallible> {
    let cpu = number(arguments.next())?;
    let memory = number(arguments.next())?;
    let program = arguments.next().ok_or_else(|| io::Error::other("no program"))?;

    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    let address = format!("http://{}/source", listener.local_addr()?);
    hand_out(rustix::stdio::stdin(), &listener)?;
    drop(listener);

    let mut command = Command::new(program);
    command.args(arguments.map(|word| if word == SOURCE { address.clone().into() } else { word }));
    command.stdin(Stdio::null());
    limits::set(cpu, memory)?;
    filter::install()?;
    Err(command.exec())
}

fn number(word: Option<OsString>) -> io::Result<u64> {
    word.and_then(|word| word.to_str()?.parse().ok()).ok_or_else(|| io::Error::other("not a number"))
}
