//! What is wrong with an installation, and how to mend it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use media::Sandbox;
use practice::{House, Settings};

use crate::{Done, config::Place, work};

/// Less room than this on the disk is told: an hour of video is about this much.
const ROOM: u64 = 2 << 30;

/// One thing that was looked at: what was found, or what to do about it.
struct Check {
    name: &'static str,
    outcome: Result<String, String>,
}

/// Looks everything over and says what it found.
///
/// # Errors
/// When there is something to mend.
pub async fn doctor(place: &Place) -> Done {
    let settings = place.settings()?;
    let mut checks = vec![folder(&settings.data), room(&settings.data)];
    checks.push(mail(place).await);
    checks.extend(programs().await);
    checks.extend(house(settings).await);
    let mut faults = 0;
    for check in &checks {
        match &check.outcome {
            Ok(found) => println!("ok    {:<14} {found}", check.name),
            Err(mend) => {
                faults += 1;
                println!("MEND  {:<14} {}", check.name, mend.replace('\n', "\n                     "));
            }
        }
    }
    match faults {
        0 => Ok(()),
        1 => Err("one thing to mend".into()),
        many => Err(format!("{many} things to mend").into()),
    }
}

/// The folder is ours to write in, and nobody else's to read.
fn folder(data: &Path) -> Check {
    let shown = data.display();
    let outcome = match fs::metadata(data) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Ok(format!("{shown} is not there yet; it is made at the first start"))
        }
        Err(error) => Err(format!("{shown}: {error}")),
        Ok(found) if !found.is_dir() => Err(format!("{shown} is not a folder")),
        Ok(found) if found.permissions().mode() & 0o007 != 0 => {
            Err(format!("{shown} is open to everybody on this machine: chmod o-rwx {shown}"))
        }
        Ok(_) => match tempfile::tempfile_in(data) {
            Ok(_) => Ok(shown.to_string()),
            Err(error) => Err(format!("{shown} cannot be written in: {error}")),
        },
    };
    Check { name: "data folder", outcome }
}

/// There is room for recordings.
fn room(data: &Path) -> Check {
    let there = data.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    let outcome = match rustix::fs::statvfs(there) {
        Err(error) => Err(format!("{}: {error}", there.display())),
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let gib = free as f64 / f64::from(1 << 30);
            if free < ROOM {
                Err(format!("only {gib:.1} GiB left; make room or move the folder to a larger disk"))
            } else {
                Ok(format!("{gib:.0} GiB left"))
            }
        }
    };
    Check { name: "disk", outcome }
}

/// Mail is set up and its server answers; or it is off, which is fine too.
async fn mail(place: &Place) -> Check {
    let outcome = match place.post() {
        Err(fault) => Err(fault.to_string()),
        Ok(None) => {
            Ok("not set up; what waits is told in the program only (--mail, --mail-from, --address)".into())
        }
        Ok(Some(post)) => match post.answers().await {
            Ok(()) => Ok("its server answers".into()),
            Err(kind) => Err(format!("its server: {kind}. What waits is told in the program meanwhile")),
        },
    };
    Check { name: "mail", outcome }
}

/// What recordings are made watchable with.
async fn programs() -> Vec<Check> {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return vec![Check { name: "program", outcome: Err(error.to_string()) }],
    };
    let checks = media::doctor(&Sandbox::new(program, &[work::LAUNCH])).await;
    checks.into_iter().map(|check| Check { name: check.name, outcome: check.outcome }).collect()
}

/// Records, keys, and whether someone can sign in. Looks at nothing that does not exist yet, and makes nothing.
async fn house(settings: Settings) -> Vec<Check> {
    let begun = fs::read_dir(&settings.data).is_ok_and(|mut folder| folder.next().is_some());
    if !begun && settings.database.is_none() {
        return Vec::new();
    }
    let house = match House::open(settings).await {
        Ok(house) => house,
        Err(error) => return vec![Check { name: "records", outcome: Err(error.to_string()) }],
    };
    let mut checks = vec![Check { name: "records", outcome: Ok("they open, and so do the keys".to_owned()) }];
    match house.first_organisation().await {
        Err(error) => checks.push(Check { name: "organisation", outcome: Err(error.to_string()) }),
        Ok(None) => checks.push(Check { name: "organisation", outcome: Err(crate::serve::FIRST.to_owned()) }),
        Ok(Some((id, terms))) => {
            checks.push(Check { name: "organisation", outcome: Ok(terms.name) });
            let outcome = match house.verify_audit(id).await {
                Ok(found) if found.holds() => Ok(crate::audit::said(&found)),
                Ok(found) => Err(format!("{}\n{}", crate::audit::said(&found), crate::audit::MEND)),
                Err(error) => Err(error.to_string()),
            };
            checks.push(Check { name: "audit log", outcome });
        }
    }
    checks
}
