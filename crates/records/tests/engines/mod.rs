//! Both engines for a test: SQLite always, PostgreSQL when `MEERZIEN_TEST_POSTGRES_URL` names a server.

use records::Db;
use sqlx::Connection;

/// A database of the test's own, with the folder that keeps it while the test runs.
pub struct Engine {
    pub db: Db,
    _folder: tempfile::TempDir,
}

pub async fn engines() -> Vec<Engine> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&format!("sqlite:{}", folder.path().join("records.db").display())).await.unwrap();
    let mut engines = vec![Engine { db, _folder: folder }];
    if let Ok(server) = std::env::var("MEERZIEN_TEST_POSTGRES_URL") {
        let name = format!("t{}", uuid::Uuid::new_v4().simple());
        let mut admin = sqlx::PgConnection::connect(&server).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}")))
            .execute(&mut admin)
            .await
            .unwrap();
        let address = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        let db = Db::open(&address).await.unwrap();
        engines.push(Engine { db, _folder: tempfile::tempdir().unwrap() });
    }
    engines
}
