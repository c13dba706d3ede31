//! What the benches measure with: a house with room for recordings, a floor to compare with, and people who send and
//! watch. Run by `benches/`; every command prints one line of JSON.

mod floor;
mod http;
mod live;
mod prepare;
mod upload;
mod watch;

use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Parser;

type Done<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// Measures.
#[derive(Parser)]
enum Command {
    /// Makes an installation with one professional and conversations in which a recording may come; prints their ids.
    Prepare { data: PathBuf, conversations: usize },
    /// Prints where the recording of a conversation is served, once it can be watched; nothing before.
    Film { data: PathBuf, conversation: String },
    /// Takes uploads as our server does, but writes them down as they come.
    Floor { folder: PathBuf },
    /// Sends so many bytes to each address at once, and prints how many seconds it took.
    Upload {
        server: SocketAddr,
        bytes: u64,
        /// A header for every request, as `Name: value`.
        #[arg(long)]
        header: Vec<String>,
        /// Send this file instead of noise.
        #[arg(long)]
        file: Option<PathBuf>,
        paths: Vec<String>,
    },
    /// Watches with many at once, in ranges at random places, and prints throughput and waiting times.
    Watch {
        server: SocketAddr,
        path: String,
        bytes: u64,
        viewers: usize,
        seconds: u64,
        range: u64,
        #[arg(long)]
        header: Vec<String>,
    },
    /// Lets one point and many watch, over sockets; prints how long a pointer is on its way.
    Live {
        server: SocketAddr,
        path: String,
        watchers: usize,
        points: usize,
        /// The cookies of who points and of who watches, taken in turn.
        #[arg(long)]
        cookie: Vec<String>,
    },
    /// Passes on over sockets whatever it hears, with nothing asked: the floor of `live`.
    FloorLive,
}

#[tokio::main]
async fn main() -> Done {
    match Command::parse() {
        Command::Prepare { data, conversations } => prepare::prepare(data, conversations).await,
        Command::Film { data, conversation } => prepare::film(data, &conversation).await,
        Command::Floor { folder } => floor::serve(folder).await,
        Command::Upload { server, bytes, header, file, paths } => {
            upload::upload(server, bytes, header, file, paths).await
        }
        Command::Watch { server, path, bytes, viewers, seconds, range, header } => {
            let what = watch::What { server, path, bytes, range, header };
            watch::watch(what, viewers, seconds).await
        }
        Command::Live { server, path, watchers, points, cookie } => {
            live::live(live::What { server, path, watchers, points, cookie }).await
        }
        Command::FloorLive => live::floor().await,
    }
}
