//! How long is waited for whom, and for how many there is a place at once.

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde::Deserialize;

/// How long a slow sender gets, in seconds, when nobody says otherwise.
const PATIENCE: u64 = 60;
/// How long somebody may take nothing of an answer, in seconds, when nobody says otherwise. Long, because a film that
/// was paused is one of those; a player that was cut off asks for the rest when it goes on.
const STALL: u64 = 600;
/// How many connections there can be at once, when nobody says otherwise.
const CONNECTIONS: usize = 4096;
/// How many of them can come from one address, when people come straight here.
const PER_ADDRESS: usize = 256;
/// The most open files that are asked of the machine.
const FILES: u64 = 65_536;
/// Out of how many open files one may be a connection: what is opened to answer it needs room too.
const SHARE: u64 = 2;

/// Limits as they are told; what is left out is as usual.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Told {
    /// How long a sender may take to say what it wants, and over every 8 KiB that it sends [default: 60].
    #[arg(long, env = "MEERZIEN_PATIENCE", value_name = "SECONDS")]
    patience: Option<u64>,
    /// How long somebody may take nothing of what is sent to them [default: 600].
    #[arg(long, env = "MEERZIEN_STALL", value_name = "SECONDS")]
    stall: Option<u64>,
    /// How many connections there can be at once [default: 4096, and at most half of the files that can be open].
    #[arg(long, env = "MEERZIEN_CONNECTIONS", value_name = "NUMBER")]
    connections: Option<usize>,
    /// How many connections one address can have; without limit when people come by a proxy [default: 256].
    #[arg(long, env = "MEERZIEN_CONNECTIONS_PER_ADDRESS", value_name = "NUMBER")]
    connections_per_address: Option<usize>,
}

/// How long is waited for whom, and for how many there is a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the head of a request, between two of them, and for every stretch of a body.
    pub patience: Duration,
    /// For whoever takes nothing of an answer.
    pub stall: Duration,
    /// Connections at once.
    pub connections: usize,
    /// Connections at once from one address.
    pub per_address: usize,
}

impl Told {
    /// What was told here, else what was told there.
    pub fn or(self, other: Self) -> Self {
        Self {
            patience: self.patience.or(other.patience),
            stall: self.stall.or(other.stall),
            connections: self.connections.or(other.connections),
            connections_per_address: self.connections_per_address.or(other.connections_per_address),
        }
    }

    /// The limits for who listens here. Behind a proxy everyone comes from the proxy's address.
    pub fn settle(self, listen: SocketAddr, https: bool) -> Limits {
        let seconds = |told: Option<u64>, usual| Duration::from_secs(told.unwrap_or(usual).max(1));
        let connections = self.connections.unwrap_or(CONNECTIONS).max(1);
        let by_proxy = https || listen.ip().is_loopback();
        let usual = if by_proxy { connections } else { PER_ADDRESS };
        Limits {
            patience: seconds(self.patience, PATIENCE),
            stall: seconds(self.stall, STALL),
            connections,
            per_address: self.connections_per_address.unwrap_or(usual).clamp(1, connections),
        }
    }
}

impl Limits {
    /// Asks the machine for as many open files as it allows, and takes no more connections than there is room for.
    pub fn fitting(self) -> Self {
        let allowed = getrlimit(Resource::Nofile);
        let most = allowed.maximum.unwrap_or(FILES).min(FILES);
        let wanted = Rlimit { current: Some(most), ..allowed };
        let raised =
            allowed.current.is_some_and(|now| now < most) && setrlimit(Resource::Nofile, wanted).is_ok();
        let files = if raised { most } else { allowed.current.unwrap_or(FILES) };
        let room = usize::try_from(files / SHARE).unwrap_or(CONNECTIONS).max(1);
        let connections = self.connections.min(room);
        Self { connections, per_address: self.per_address.min(connections), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_counted_where_people_come_by_their_own() {
        let settle = |told: Told, listen: &str, https| told.settle(listen.parse().unwrap(), https);
        assert_eq!(settle(Told::default(), "0.0.0.0:80", false).per_address, PER_ADDRESS);
        assert_eq!(settle(Told::default(), "0.0.0.0:80", true).per_address, CONNECTIONS, "all by the proxy");
        assert_eq!(settle(Told::default(), "127.0.0.1:80", false).per_address, CONNECTIONS);
        let told = Told { connections: Some(9), connections_per_address: Some(20), ..Told::default() };
        let limits = settle(told, "127.0.0.1:80", true);
        assert_eq!((limits.connections, limits.per_address), (9, 9));
        let first = Told { patience: Some(0), ..Told::default() };
        let then = Told { patience: Some(5), stall: Some(7), ..Told::default() };
        let limits = settle(first.or(then), "127.0.0.1:80", false);
        assert_eq!((limits.patience.as_secs(), limits.stall.as_secs()), (1, 7), "never no patience at all");
    }

    #[test]
    fn there_are_never_more_connections_than_half_the_files() {
        let many = Told { connections: Some(10_000_000), ..Told::default() };
        let limits = many.settle("127.0.0.1:80".parse().unwrap(), false).fitting();
        assert!(limits.connections <= usize::try_from(FILES / SHARE).unwrap());
        assert_eq!(limits.per_address, limits.connections);
    }
}
