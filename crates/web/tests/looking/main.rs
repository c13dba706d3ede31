//! Looking, over raw HTTP: what is saved, what is refused, and what stays unseen.

mod blind;
mod saving;
mod sealing;
mod table;
