//! Patience with whoever is slow: it runs out while nothing comes, and every stretch that does come earns it back.
//!
//! Time counts only while we wait for them, never while they wait for us.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// How much has to pass to earn patience anew, in bytes. With a minute of patience this is a line of about 140 bytes
/// a second, slower than any telephone.
const STRETCH: usize = 8 * 1024;

/// The patience that is left with one side.
#[derive(Debug)]
pub struct Pace {
    patience: Duration,
    left: Duration,
    passed: usize,
    /// Since when we wait; nothing while we do not.
    waiting: Option<Instant>,
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Pace {
    /// All patience.
    pub const fn new(patience: Duration) -> Self {
        Self { patience, left: patience, passed: 0, waiting: None, alarm: None }
    }

    /// So many bytes passed.
    pub fn passed(&mut self, bytes: usize) {
        if let Some(since) = self.waiting.take() {
            self.left = self.left.saturating_sub(since.elapsed());
        }
        self.passed = self.passed.saturating_add(bytes);
        if self.passed >= STRETCH {
            (self.passed, self.left) = (0, self.patience);
        }
    }

    /// Nothing passes now. Ready when patience has run out.
    pub fn wait(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.waiting.is_none() {
            let now = Instant::now();
            self.waiting = Some(now);
            let until = now + self.left;
            match &mut self.alarm {
                Some(alarm) => alarm.as_mut().reset(until),
                None => self.alarm = Some(Box::pin(sleep_until(until))),
            }
        }
        match &mut self.alarm {
            Some(alarm) => alarm.as_mut().poll(context),
            None => Poll::Pending,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::time::{sleep, timeout};

    const PATIENCE: Duration = Duration::from_secs(10);

    async fn waits(pace: &mut Pace, seconds: u64) -> bool {
        timeout(Duration::from_secs(seconds), poll_fn(|context| pace.wait(context))).await.is_err()
    }

    #[tokio::test(start_paused = true)]
    async fn a_trickle_runs_out_of_patience_and_a_slow_line_does_not() {
        let mut trickle = Pace::new(PATIENCE);
        for _ in 0..4 {
            assert!(waits(&mut trickle, 2).await);
            trickle.passed(1);
        }
        assert!(!waits(&mut trickle, 3).await, "four bytes in eight seconds earn nothing");

        let mut slow = Pace::new(PATIENCE);
        for _ in 0..50 {
            assert!(waits(&mut slow, 9).await);
            slow.passed(STRETCH);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_we_take_ourselves_is_not_counted() {
        let mut pace = Pace::new(PATIENCE);
        assert!(waits(&mut pace, 5).await);
        pace.passed(1);
        sleep(Duration::from_secs(60)).await;
        assert!(waits(&mut pace, 4).await);
        assert!(!waits(&mut pace, 2).await);
    }
}
