//! One conversation: set up, and shown as the path of six steps on which everything hangs.

mod new;
pub(crate) mod show;
pub(crate) mod steps;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(new::routes()).merge(show::routes())
}
