//! Whether recordings can be made watchable on this machine, and what to mend when not.

use std::{path::Path, sync::Arc};

use bytes::Bytes;

use crate::{examine::examine, sandbox::Sandbox, source::Source};

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub name: &'static str,
    /// What was found, or what to do about it.
    pub outcome: Result<String, String>,
}

/// Looks whether the programs are there, and whether a sound really goes through the sandbox.
pub async fn doctor(sandbox: &Sandbox) -> Vec<Check> {
    let mut checks = vec![
        program("bubblewrap", &sandbox.bwrap, "bubblewrap"),
        program("ffmpeg", &sandbox.ffmpeg, "ffmpeg"),
        program("ffprobe", &sandbox.ffprobe, "ffmpeg"),
    ];
    if checks.iter().all(|check| check.outcome.is_ok()) {
        let source: Arc<dyn Source> = Arc::new(sample());
        let outcome = match examine(sandbox, &source).await {
            Ok(_) => Ok("a sound went through it".to_owned()),
            Err(error) => Err(format!(
                "{error}\nThe sandbox needs user namespaces: see /proc/sys/user/max_user_namespaces, \
                 and on Ubuntu kernel.apparmor_restrict_unprivileged_userns"
            )),
        };
        checks.push(Check { name: "sandbox", outcome });
    }
    checks
}

fn program(name: &'static str, path: &Path, package: &str) -> Check {
    let outcome = if path.is_file() {
        Ok(path.display().to_string())
    } else {
        Err(format!("{} is missing: apt-get install {package}", path.display()))
    };
    Check { name, outcome }
}

/// A second of silence as a WAVE file.
fn sample() -> Bytes {
    let mut file =
        b"RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0".to_vec();
    file.extend_from_slice(b"data\x40\x1f\0\0");
    file.resize(44 + 8000, 0x80);
    file.into()
}
