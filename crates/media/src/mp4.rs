//! MP4: which way its boxes lie, and a new head for fragmented files.
//!
//! A fragmented file (as telephones record live, and as ffmpeg writes into a pipe) says neither how
//! long it is nor where its fragments are. Walking its boxes once is enough to write both (`mehd`,
//! `sidx`) into a new head; head and fragments together are one virtual file that a browser can jump
//! in. Boxes are read and written with the `mp4-atom` crate, except that `moov` is patched in place,
//! so that nothing in it that we do not know is lost.

mod boxes;
mod fragments;
mod layout;
mod movie;

pub(crate) use fragments::Fragments;
pub(crate) use layout::{Layout, layout};
