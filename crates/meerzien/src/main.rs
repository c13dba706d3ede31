//! The program `meerzien`: serve, demo, admin, doctor.

mod admin;
mod demo;
mod serve;
mod sweep;
mod work;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use practice::Settings;

/// Looking back together at a conversation, and doing better next time.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Args, Clone, Debug)]
struct Place {
    /// The folder where everything is kept.
    #[arg(long, env = "MEERZIEN_DATA", default_value = "./data")]
    data: PathBuf,
    /// The database's address; SQLite in the data folder when left out.
    #[arg(long, env = "MEERZIEN_DATABASE")]
    database: Option<String>,
}

#[derive(Args, Clone, Debug)]
struct Door {
    #[command(flatten)]
    place: Place,
    /// The address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "MEERZIEN_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// People reach this program by https (a proxy in front of it), so cookies may demand it.
    #[arg(long, env = "MEERZIEN_HTTPS")]
    https: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Answers on the web, with workers in the same process.
    Serve(Door),
    /// Fills an empty folder with the demo organisation and answers on the web.
    Demo(Door),
    /// Sets up an organisation or changes who may sign in.
    #[command(subcommand)]
    Admin(admin::Admin),
}

impl Place {
    fn settings(&self) -> Settings {
        Settings { database: self.database.clone(), ..Settings::in_folder(&self.data) }
    }
}

fn main() -> ExitCode {
    // Inside the sandbox this program becomes the decoder, before it starts a thread or reads an argument of its own.
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|word| word == work::LAUNCH) {
        return media::launch::main(arguments);
    }
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    let done = runtime.block_on(async {
        match cli.command {
            Command::Serve(door) => serve::serve(&door).await,
            Command::Demo(door) => demo::demo(&door).await,
            Command::Admin(admin) => admin::run(admin).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(error.as_ref()),
    }
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("meerzien: {error}");
    ExitCode::FAILURE
}

/// What a command gives back.
type Done = Result<(), Box<dyn std::error::Error>>;
