//! Dice that fall the same way for the same seed, on every machine (SplitMix64).

/// The dice.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that begin at a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below this one; nothing is below nothing, and gives nothing.
    pub fn below(&mut self, many: usize) -> usize {
        let many = u64::try_from(many).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.roll() % many).unwrap_or(0)
    }

    /// Whether something happens that happens so often in a hundred times.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// The place of one of these weights, the heavier the likelier.
    pub fn weighed(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (n, weight) in weights.iter().enumerate() {
            if left < *weight {
                return n;
            }
            left -= weight;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same_way_and_weights_weigh() {
        let falls = |seed| {
            let mut dice = Dice::new(seed);
            (0..1_000).map(|_| dice.weighed(&[1, 0, 9])).collect::<Vec<_>>()
        };
        assert_eq!(falls(7), falls(7));
        assert_ne!(falls(7), falls(8));
        let heavy = falls(7).iter().filter(|n| **n == 2).count();
        assert!((850..950).contains(&heavy), "{heavy}");
        assert!(!falls(7).contains(&1));
        let mut dice = Dice::new(1);
        assert_eq!(dice.below(0), 0);
        assert!((0..100).all(|_| !dice.chance(0) && dice.chance(100)));
    }
}
