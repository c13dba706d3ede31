//! Places for connections: so many at once, and so many from one address. When they are all taken, whoever asks
//! nothing makes room, the longest idle first; when all are busy, a newcomer is turned away.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::time::Instant;

use super::limits::Limits;

/// All places.
#[derive(Debug)]
pub struct Places {
    limits: Limits,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    next: u64,
    by: HashMap<u64, Holder>,
}

#[derive(Debug)]
struct Holder {
    address: IpAddr,
    /// How many requests are being answered.
    busy: usize,
    /// Since when there were none.
    idle: Instant,
    leave: Arc<Notify>,
}

/// A place, given up when dropped.
#[derive(Clone, Debug)]
pub struct Seat(Arc<Held>);

#[derive(Debug)]
struct Held {
    places: Arc<Places>,
    number: u64,
    leave: Arc<Notify>,
}

/// A request that is being answered.
#[derive(Debug)]
pub struct Busy(Seat);

/// Who an address counts as: a house with IPv6 has as many addresses as it likes, all with the same beginning.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        known => known,
    }
}

impl Taken {
    /// Makes room among these, or says that there is none.
    fn make_room(&mut self, among: impl Fn(&Holder) -> bool, most: usize) -> bool {
        let there = || self.by.iter().filter(|(_, holder)| among(holder));
        if there().count() < most {
            return true;
        }
        let longest = there().filter(|(_, holder)| holder.busy == 0).min_by_key(|(_, holder)| holder.idle);
        let Some(number) = longest.map(|(number, _)| *number) else { return false };
        if let Some(holder) = self.by.remove(&number) {
            holder.leave.notify_one();
        }
        true
    }
}

impl Places {
    /// As many as these limits say, all free.
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, taken: Mutex::default() })
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a newcomer, if there is one or one can be made.
    pub fn take(self: &Arc<Self>, address: IpAddr) -> Option<Seat> {
        let address = household(address);
        let mut taken = self.taken();
        let own = |holder: &Holder| holder.address == address;
        if !taken.make_room(own, self.limits.per_address)
            || !taken.make_room(|_| true, self.limits.connections)
        {
            return None;
        }
        let number = taken.next;
        taken.next += 1;
        let leave = Arc::new(Notify::new());
        let holder = Holder { address, busy: 0, idle: Instant::now(), leave: Arc::clone(&leave) };
        taken.by.insert(number, holder);
        Some(Seat(Arc::new(Held { places: Arc::clone(self), number, leave })))
    }
}

impl Seat {
    /// Ends when somebody else needs the place.
    pub async fn wanted(&self) {
        self.0.leave.notified().await;
    }

    /// Something is asked: until it is answered nobody takes this place.
    pub fn busy(&self) -> Busy {
        if let Some(holder) = self.0.places.taken().by.get_mut(&self.0.number) {
            holder.busy += 1;
        }
        Busy(self.clone())
    }
}

impl Busy {
    /// Nobody takes this place any more, as long as the connection is there: it became a live socket.
    pub fn stay(self) {
        if let Some(holder) = self.0.0.places.taken().by.get_mut(&self.0.0.number) {
            holder.busy += 1;
        }
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        if let Some(holder) = self.0.0.places.taken().by.get_mut(&self.0.0.number) {
            holder.busy -= 1;
            holder.idle = Instant::now();
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.places.taken().by.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn places(connections: usize, per_address: usize) -> Arc<Places> {
        let (patience, stall) = (Duration::from_secs(1), Duration::from_secs(1));
        Places::new(Limits { patience, stall, connections, per_address })
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    async fn is_wanted(seat: &Seat) -> bool {
        tokio::time::timeout(Duration::from_millis(10), seat.wanted()).await.is_ok()
    }

    #[tokio::test(start_paused = true)]
    async fn the_longest_idle_makes_room_and_nobody_who_is_being_answered() {
        let places = places(3, 3);
        let [busy, first, last] = ["10.0.0.1", "10.0.0.2", "10.0.0.3"].map(|from| {
            let seat = places.take(address(from)).unwrap();
            (seat.busy(), seat)
        });
        drop(first.0);
        tokio::time::advance(Duration::from_secs(1)).await;
        drop(last.0);
        let newcomer = places.take(address("10.0.0.4")).unwrap();
        assert!(is_wanted(&first.1).await && !is_wanted(&last.1).await && !is_wanted(&busy.1).await);
        let [_a, _b] = [newcomer.busy(), last.1.busy()];
        assert!(places.take(address("10.0.0.5")).is_none(), "everyone is being answered");
        drop(newcomer);
        drop(busy);
        assert!(places.take(address("10.0.0.5")).is_some(), "a place that was given up is free");
    }

    #[tokio::test]
    async fn one_address_takes_no_more_than_its_share() {
        let places = places(100, 2);
        let hold = |from: &str| places.take(address(from)).map(|seat| (seat.busy(), seat));
        let _held = [hold("2001:db8::1").unwrap(), hold("2001:db8::ffff:2").unwrap()];
        assert!(hold("2001:db8::3").is_none(), "one house, whatever the end of its address");
        assert!(hold("2001:db8:0:1::1").is_some() && hold("10.0.0.1").is_some());
        assert_eq!(household(address("::ffff:10.0.0.1")), address("10.0.0.1"));
    }

    #[tokio::test]
    async fn a_live_socket_stays() {
        let places = places(1, 1);
        let seat = places.take(address("10.0.0.1")).unwrap();
        seat.busy().stay();
        assert!(places.take(address("10.0.0.2")).is_none());
        drop(seat);
        assert!(places.take(address("10.0.0.2")).is_some());
    }
}
