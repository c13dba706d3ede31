//! Papers: every one that can be printed blank, what each is for, and the download.

mod blank;
mod consent;
mod evaluation;
mod file;
mod for_two;
mod guide;
mod interview;
mod list;
mod mine;
#[cfg(test)]
mod tests;

use axum::Router;

use crate::app::App;

pub(crate) use blank::{plan, worksheet};
pub(crate) use consent::form;
pub(crate) use file::{Asked, download, printed, shelf, with};

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(list::routes()).merge(mine::routes())
}
