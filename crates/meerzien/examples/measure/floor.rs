//! The floor for uploads: the same framework and the same protocol, to a plain file on the same disk.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::patch;
use futures::StreamExt;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

use super::Done;

pub async fn serve(folder: PathBuf) -> Done {
    let router = Router::new().route("/floor/{name}", patch(take)).with_state(Arc::new(folder));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("ready http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}

/// Writes the body down, and answers when it is durable.
async fn take(
    State(folder): State<Arc<PathBuf>>,
    Path(name): Path<u32>,
    body: Body,
) -> Result<StatusCode, StatusCode> {
    let kept = keep(folder.join(name.to_string()), body).await;
    kept.map(|()| StatusCode::NO_CONTENT).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn keep(path: PathBuf, body: Body) -> Done {
    let mut file = File::create(path).await?;
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        file.write_all(&piece?).await?;
    }
    file.flush().await?;
    Ok(file.sync_all().await?)
}
