//! People who send, each over a connection of their own.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Instant;

use bytes::Bytes;
use futures::future::try_join_all;
use serde_json::json;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::Done;
use super::http::Connection;

/// As much as is sent at a time.
const PIECE: usize = 256 * 1024;

pub async fn upload(
    server: SocketAddr,
    bytes: u64,
    headers: Vec<String>,
    file: Option<PathBuf>,
    paths: Vec<String>,
) -> Done {
    // Noise, so that nothing on the way can make it smaller.
    let noise: Vec<u8> =
        (0..PIECE as u64).map(|n| (n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
    let noise = Bytes::from(noise);
    let began = Instant::now();
    let sending = paths.iter().map(|path| one(server, path, bytes, &headers, &noise, file.as_ref()));
    try_join_all(sending).await?;
    println!("{}", json!({ "seconds": began.elapsed().as_secs_f64() }));
    Ok(())
}

async fn one(
    server: SocketAddr,
    path: &str,
    bytes: u64,
    headers: &[String],
    noise: &Bytes,
    file: Option<&PathBuf>,
) -> Done {
    let mut connection = Connection::open(server).await?;
    let mut all = headers.to_vec();
    all.extend([
        "Tus-Resumable: 1.0.0".to_owned(),
        "Upload-Offset: 0".to_owned(),
        "Content-Type: application/offset+octet-stream".to_owned(),
        format!("Content-Length: {bytes}"),
    ]);
    connection.ask("PATCH", path, &all).await?;
    let mut left = bytes;
    let mut file = match file {
        Some(path) => Some(File::open(path).await?),
        None => None,
    };
    let mut buffer = vec![0; PIECE];
    while left > 0 {
        let take = PIECE.min(usize::try_from(left).unwrap_or(PIECE));
        let piece = match &mut file {
            Some(file) => {
                file.read_exact(&mut buffer[..take]).await?;
                &buffer[..take]
            }
            None => &noise[..take],
        };
        connection.send.write_all(piece).await?;
        left -= take as u64;
    }
    let head = connection.head().await?;
    connection.body(&head).await?;
    if head.status == 204 { Ok(()) } else { Err(format!("{path}: {}", head.status).into()) }
}
