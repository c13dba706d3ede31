//! What the kernel stops ffmpeg at, whatever it was made to do.

use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Sets the limits for this process and what it becomes.
pub(super) fn set(cpu_seconds: u64, memory: u64) -> io::Result<()> {
    for (resource, most) in [
        (Resource::Cpu, cpu_seconds),
        (Resource::As, memory),
        // No file can grow, and no image of the memory is left behind by a crash.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Memlock, 0),
        (Resource::Nofile, 64),
        // Threads count too; the filter lets no process be started at all.
        (Resource::Nproc, 256),
    ] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}
