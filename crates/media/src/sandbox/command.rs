//! The words with which bubblewrap is called: everything not named here does not exist inside.

use std::path::Path;

use tokio::process::Command;

use super::{Job, Sandbox, Tool};

/// Where the launcher is seen inside.
const LAUNCHER: &str = "/launcher";

impl Sandbox {
    /// The whole command of a job.
    pub(super) fn command(&self, job: &Job) -> Command {
        let program = match job.tool {
            Tool::Ffmpeg => &self.ffmpeg,
            Tool::Ffprobe => &self.ffprobe,
        };
        let mut command = Command::new(&self.bwrap);
        // Every namespace of its own, no controlling terminal, no environment, gone when we are gone.
        command.args(["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]);
        command.args(["--cap-drop", "ALL", "--hostname", "sandbox"]);
        // BLAS comes along with ffmpeg and would take a stack per core before anything is asked of it.
        command.args(["--setenv", "OPENBLAS_NUM_THREADS", "1"]);
        command.arg("--ro-bind").arg(program).arg(program);
        for libraries in ["/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib64"] {
            bind(&mut command, Path::new(libraries));
        }
        // Where Debian says which of two libraries of one name is meant, and where they all are.
        for file in ["/etc/alternatives", "/etc/ld.so.cache"] {
            bind(&mut command, Path::new(file));
        }
        command.args(["--dev-bind", "/dev/null", "/dev/null"]);
        command.arg("--ro-bind").arg(&self.launcher).arg(LAUNCHER);
        command.args(["--remount-ro", "/", "--chdir", "/", "--", LAUNCHER]);
        command.args(&self.launcher_arguments);
        command.arg(job.limits.cpu.to_string()).arg(job.limits.memory.to_string());
        command.arg(program).args(&job.arguments);
        command
    }
}

/// Shows a folder or file read-only at its own place, or repeats it as a link where it is one.
fn bind(command: &mut Command, path: &Path) {
    match std::fs::read_link(path) {
        Ok(target) => command.arg("--symlink").arg(target).arg(path),
        Err(_) if path.exists() => command.arg("--ro-bind").arg(path).arg(path),
        Err(_) => command,
    };
}
