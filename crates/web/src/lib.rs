//! Placeholder root, replaced within the hour.
