//! A store and, when it is a folder on this machine, what the disk needs beside it.
//!
//! `object_store` publishes a file with a hard link after syncing it, and syncs the folder. What it does not do
//! is sync deletions, overwrite a key before unlinking it, or clear the staging files of a killed process.

use crate::error::{Error, Result};
use futures::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::sync::Arc;

/// Where sealed things lie.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) store: Arc<dyn ObjectStore>,
    /// The folder behind the store, if it is one.
    folder: Option<PathBuf>,
}

impl Place {
    /// A folder on this machine, made if it is not there, readable by nobody else.
    pub(crate) fn on_disk(folder: &std::path::Path) -> Result<Self> {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let folder = folder.canonicalize()?;
        let store = LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), folder: Some(folder) })
    }

    /// Any other store.
    pub(crate) fn in_store(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, folder: None }
    }

    /// Puts a new object; one that is there already is never overwritten.
    pub(crate) async fn put_new(&self, path: &Path, payload: PutPayload) -> Result<()> {
        let options = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        self.store.put_opts(path, payload, options).await?;
        Ok(())
    }

    /// Puts an object in the place of what may be there; whoever reads meets the old one or the new one, whole.
    pub(crate) async fn put(&self, path: &Path, payload: PutPayload) -> Result<()> {
        self.store.put(path, payload).await?;
        Ok(())
    }

    /// Whether something lies at this path.
    pub(crate) async fn holds(&self, path: &Path) -> Result<bool> {
        match self.store.head(path).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// All that lies under a prefix, in the order of the names.
    pub(crate) async fn list(&self, prefix: &Path) -> Result<Vec<ObjectMeta>> {
        let mut found: Vec<_> = self.store.list(Some(prefix)).try_collect().await?;
        found.sort_unstable_by(|a, b| a.location.cmp(&b.location));
        Ok(found)
    }

    /// Deletes one small secret: on a disk it is overwritten first, and the deletion is synced.
    pub(crate) async fn shred(&self, path: &Path) -> Result<()> {
        if let Some(file) = self.folder.as_ref().map(|folder| folder.join(path.as_ref())) {
            let shredded = tokio::task::spawn_blocking(move || shred_file(&file)).await?;
            return match shredded {
                // Someone else was faster: gone is gone.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
                other => other.map_err(Error::from),
            };
        }
        match self.store.delete(path).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes all that lies under a prefix and gives the paths back; on a disk also its folder and leftovers in it.
    pub(crate) async fn clear(&self, prefix: &Path) -> Result<Vec<Path>> {
        let found: Vec<Path> = self.list(prefix).await?.into_iter().map(|meta| meta.location).collect();
        let paths = futures::stream::iter(found.clone()).map(Ok).boxed();
        let mut gone = self.store.delete_stream(paths);
        while let Some(one) = gone.next().await {
            match one {
                // Someone else was faster: gone is gone.
                Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(dir) = self.folder.as_ref().map(|folder| folder.join(prefix.as_ref())) {
            tokio::task::spawn_blocking(move || remove_dir(&dir)).await??;
        }
        Ok(found)
    }

    /// Clears what a killed process left of files it was still writing, in a folder that nobody writes to any more.
    pub(crate) async fn sweep(&self, prefix: &Path) -> Result<()> {
        if let Some(dir) = self.folder.as_ref().map(|folder| folder.join(prefix.as_ref())) {
            tokio::task::spawn_blocking(move || sweep_dir(&dir)).await??;
        }
        Ok(())
    }
}

/// `object_store` writes to `name#1` beside `name`, and never lists such files.
fn sweep_dir(dir: &std::path::Path) -> std::io::Result<()> {
    let entries = match std::fs::read_dir(dir) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().contains('#') {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn shred_file(file: &std::path::Path) -> std::io::Result<()> {
    use std::io::Write;
    match std::fs::OpenOptions::new().write(true).open(file) {
        Ok(mut open) => {
            let len = usize::try_from(open.metadata()?.len()).unwrap_or(0);
            open.write_all(&vec![0; len])?;
            open.sync_all()?;
            std::fs::remove_file(file)?;
            sync_parent(file)
        }
        Err(error) => Err(error),
    }
}

fn remove_dir(dir: &std::path::Path) -> std::io::Result<()> {
    match std::fs::remove_dir_all(dir) {
        Ok(()) => sync_parent(dir),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

pub(crate) fn sync_parent(path: &std::path::Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), |parent| std::fs::File::open(parent)?.sync_all())
}
