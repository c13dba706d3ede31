//! The log of deeds from the command line: whether it holds, and its lock.

use clap::Subcommand;
use practice::House;
use practice::audit::verifying::Verified;

use crate::Done;
use crate::config::Place;

/// What to do when a log does not hold.
pub const MEND: &str = "someone changed the log, or a disk did. Keep this folder as it is for whoever looks into it, tell \
    the privacy officer, and put back a copy from before. A lock is put back by meerzien audit lock";

/// What can be done with the log.
#[derive(Subcommand)]
pub enum Audit {
    /// Says of every organisation's log whether it holds, and names each gap, reorder, forged line and cut-off end.
    Verify(Place),
    /// Makes the database refuse changes to the log again, after somebody took that away.
    Lock(Place),
}

/// What verifying found, for an operator: one line, and one for each place where it does not hold.
pub fn said(found: &Verified) -> String {
    let kept = found.kept.map_or_else(String::new, |seq| format!(", kept among the keys up to line {seq}"));
    if found.holds() {
        return format!("{} lines, the chain holds{kept}", found.lines);
    }
    let places = found.breaks.iter().map(|place| format!("\n  {place}")).collect::<String>();
    format!("{} lines{kept}, the chain is broken:{places}", found.lines)
}

/// Does it.
///
/// # Errors
/// When the installation cannot be opened, or a log does not hold.
pub async fn run(audit: Audit) -> Done {
    match audit {
        Audit::Verify(place) => {
            let house = House::open(place.settings()?).await?;
            let organisations = house.organisations().await?;
            if organisations.is_empty() {
                println!("no organisation yet");
            }
            let mut broken = 0;
            for (id, name) in organisations {
                let found = house.verify_audit(id).await?;
                broken += usize::from(!found.holds());
                println!("{name}: {}", said(&found));
            }
            if broken > 0 {
                return Err(MEND.into());
            }
        }
        Audit::Lock(place) => {
            let was = House::open(place.settings()?).await?.lock_audit().await?;
            println!("{}", if was { "the log is locked again" } else { "the log was locked already" });
        }
    }
    Ok(())
}
