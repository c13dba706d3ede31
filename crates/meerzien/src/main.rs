//! The program `meerzien`: serve, work, demo, admin, audit, doctor.

mod admin;
mod audit;
mod config;
mod demo;
mod doctor;
mod mail;
mod memory;
mod serve;
mod sweep;
mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Door, Place};

/// Looking back together at a conversation, and doing better next time.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answers on the web, with a worker in the same process.
    Serve {
        #[command(flatten)]
        door: Door,
        /// Leaves the work to `meerzien work` elsewhere.
        #[arg(long, env = "MEERZIEN_NO_WORK")]
        no_work: bool,
    },
    /// Makes recordings watchable and sweeps what ended, and answers nobody.
    Work(Place),
    /// Fills an empty folder with the demo organisation and answers on the web.
    Demo {
        #[command(flatten)]
        door: Door,
        #[command(flatten)]
        many: demo::Many,
    },
    /// Sets up an organisation.
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Verifies the log of deeds, and locks it.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Says what is wrong with an installation, and how to mend it.
    Doctor(Place),
    /// Prints every address, whom it is for, and under which consent.
    Doors,
}

fn main() -> ExitCode {
    // Inside the sandbox this program becomes the decoder, before it starts a thread or reads an argument of its own.
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|word| word == work::LAUNCH) {
        return media::launch::main(arguments);
    }
    memory::give_back();
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
            Command::Serve { door, no_work } => serve::serve(&door, !no_work).await,
            Command::Work(place) => serve::work(&place).await,
            Command::Demo { door, many } => demo::demo(&door, many).await,
            Command::Admin(admin) => admin::run(admin).await,
            Command::Audit(audit) => audit::run(audit).await,
            Command::Doctor(place) => doctor::doctor(&place).await,
            Command::Doors => {
                web::doors::DOORS.iter().for_each(|door| println!("{door}"));
                Ok(())
            }
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
