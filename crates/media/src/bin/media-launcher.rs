//! The launcher of the sandbox by itself, for the tests of this crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    media::launch::main(std::env::args_os().skip(1))
}
