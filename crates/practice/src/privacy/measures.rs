//! The measures of this installation (AVG art. 32), as they are now: what is built in, and what was looked at.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use method::words;

use crate::{Caller, House, Result};

words! {
    /// A measure. Those that are built in cannot be switched off; the others are looked at.
    Measure {
        /// Built in: everything about a person is sealed, one key per conversation.
        Sealed = "sealed",
        /// Built in: keys lie apart, and destroying one is final.
        KeysApart = "keys-apart",
        /// Built in: every opening asks consent, part and purpose anew.
        Asked = "asked",
        /// Built in: nobody sees another's look before sealing their own.
        Blind = "blind",
        /// Built in: no machine judges people.
        NoJudging = "no-judging",
        /// Built in: what came from outside is decoded in a closed process.
        Sandbox = "sandbox",
        /// Built in: whose deeds reach far signs in with a second step, and proves themselves anew before them.
        SecondStep = "second-step",
        /// The data folder is for the program's own account only.
        Folder = "folder",
        /// The organisation's key is for the program's own account only.
        KeyFile = "key-file",
        /// People reach the program over https, and cookies demand it.
        Https = "https",
        /// The database refuses changes to the log.
        LogLocked = "log-locked",
        /// How far the log went is kept among the keys.
        LogKept = "log-kept",
        /// What ended is looked for every minute.
        Sweep = "sweep",
        /// Mail goes over TLS and says nothing.
        Mail = "mail",
        /// Nobody can come in as one of the demo's people.
        NoDemo = "no-demo",
    }
}

/// How a measure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is part of the program.
    BuiltIn,
    /// It was looked at, and holds.
    Holds,
    /// It was looked at, and does not.
    Open,
    /// There is nothing here that needs it.
    NotHere,
}

impl Standing {
    /// The word for it, for message keys.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BuiltIn => "built-in",
            Self::Holds => "holds",
            Self::Open => "open",
            Self::NotHere => "not-here",
        }
    }
}

impl House {
    /// The measures of this installation and how each stands now. `https` is whether people reach it so.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
    pub async fn measures(&self, caller: &Caller, https: bool) -> Result<Vec<(Measure, Standing)>> {
        let organisation = Self::officer(caller)?;
        let mut c = self.db.read().await?;
        let looked = |holds: bool| if holds { Standing::Holds } else { Standing::Open };
        // Whether nobody but the program's own account can open it. What lies elsewhere was not looked at.
        let own = |path: &std::path::Path, others: u32| match fs::metadata(path) {
            Ok(found) => looked(found.permissions().mode() & others == 0),
            Err(_) => Standing::NotHere,
        };
        let numbers = records::privacy::numbers(&mut c, organisation).await?;
        let locked = records::audit::lock::missing(&mut c).await?.is_empty();
        let kept = matches!(self.vault.kept_head(organisation).await, Ok(Some(_)));
        let (_, asleep) = Self::swept(&mut c, caller.now).await?;
        let standing = |measure: &Measure| match measure {
            Measure::Sealed
            | Measure::KeysApart
            | Measure::Asked
            | Measure::Blind
            | Measure::NoJudging
            | Measure::Sandbox
            | Measure::SecondStep => Standing::BuiltIn,
            Measure::Folder => own(&self.settings.data, 0o007),
            Measure::KeyFile => own(&self.settings.data.join("organisation.key"), 0o077),
            Measure::Https => looked(https),
            Measure::LogLocked => looked(locked),
            Measure::LogKept => looked(kept),
            Measure::Sweep => looked(!asleep),
            Measure::Mail if self.settings.mail => Standing::Holds,
            Measure::Mail => Standing::NotHere,
            Measure::NoDemo => looked(numbers.demo == 0),
        };
        Ok(Measure::ALL.iter().map(|measure| (*measure, standing(measure))).collect())
    }
}
