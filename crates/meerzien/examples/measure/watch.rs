//! People who watch, each over a connection of their own, jumping about.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures::future::try_join_all;
use serde_json::json;

use super::Done;
use super::http::Connection;

/// What is watched.
#[derive(Clone)]
pub struct What {
    pub server: SocketAddr,
    pub path: String,
    pub bytes: u64,
    pub range: u64,
    pub header: Vec<String>,
}

/// What one viewer saw.
#[derive(Default)]
struct Seen {
    bytes: u64,
    first: Vec<f64>,
    whole: Vec<f64>,
}

pub async fn watch(what: What, viewers: usize, seconds: u64) -> Done {
    let began = Instant::now();
    let until = began + Duration::from_secs(seconds);
    let tasks = (0..viewers as u64).map(|seed| tokio::spawn(one(what.clone(), seed + 1, until)));
    let mut all = Seen::default();
    for seen in try_join_all(tasks).await? {
        let seen = seen?;
        all.bytes += seen.bytes;
        all.first.extend(seen.first);
        all.whole.extend(seen.whole);
    }
    let rate = all.bytes as f64 / began.elapsed().as_secs_f64();
    let (first, whole) = (sorted(all.first), sorted(all.whole));
    println!(
        "{}",
        json!({
            "bytes_per_second": rate,
            "ranges": whole.len(),
            "first_p50": at(&first, 0.5), "first_p99": at(&first, 0.99),
            "whole_p50": at(&whole, 0.5), "whole_p99": at(&whole, 0.99),
        })
    );
    Ok(())
}

async fn one(what: What, mut seed: u64, until: Instant) -> Done<Seen> {
    let mut connection = Connection::open(what.server).await?;
    let mut seen = Seen::default();
    while Instant::now() < until {
        // xorshift: the same places for whoever is measured.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let start = seed % (what.bytes - what.range);
        let mut headers = what.header.clone();
        headers.push(format!("Range: bytes={start}-{}", start + what.range - 1));
        let began = Instant::now();
        connection.ask("GET", &what.path, &headers).await?;
        let head = connection.head().await?;
        connection.first_byte().await?;
        seen.first.push(began.elapsed().as_secs_f64() * 1000.0);
        let got = connection.body(&head).await?;
        seen.whole.push(began.elapsed().as_secs_f64() * 1000.0);
        if head.status != 206 || got != what.range {
            return Err(format!("{} with {got} bytes", head.status).into());
        }
        seen.bytes += got;
    }
    Ok(seen)
}

fn sorted(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers
}

fn at(sorted: &[f64], part: f64) -> f64 {
    let place = (sorted.len() as f64 * part) as usize;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}
