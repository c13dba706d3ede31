//! A way in, on paper: an address to scan or to type, and a code.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::Serialize;

use crate::Error;

/// An address with its code.
#[derive(Clone, Serialize)]
pub struct Link {
    /// The whole address.
    pub address: String,
    /// The code.
    pub code: String,
}

/// Whoever prints a paper for finding a fault sees no way in.
impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Link(…)")
    }
}

impl Link {
    /// The address as a picture that a phone can scan, also where a thumb or a fold is on it: an SVG.
    pub(crate) fn picture(&self) -> Result<String, Error> {
        let code = QrCode::with_error_correction_level(self.address.as_bytes(), EcLevel::Q)?;
        let picture =
            code.render::<svg::Color<'_>>().quiet_zone(false).dark_color(svg::Color("#000")).build();
        let start = picture.find("<svg").unwrap_or(0);
        Ok(picture.get(start..).unwrap_or_default().to_owned())
    }
}
