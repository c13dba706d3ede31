//! How long a recording really is, when its header does not say or cannot be trusted.

use std::sync::Arc;

use crate::{
    error::{Error, Refused},
    probe,
    sandbox::{Exit, Job, Limits, SOURCE, Sandbox, Tool},
    sniff::Container,
    source::Source,
};

/// Goes through all packets, without decoding any, and gives the end of the last one in milliseconds.
pub(crate) async fn by_packets(
    sandbox: &Sandbox,
    source: Arc<dyn Source>,
    container: Container,
) -> Result<u64, Error> {
    let mut arguments = probe::input(container);
    arguments.extend(
        ["-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", "-i", SOURCE].map(str::to_owned),
    );
    // Reading is bounded by the size of the file, not by what its header says of its length.
    let limits = Limits { output: 1 << 30, ..Limits::whole(source.len() / 100, 1, 0) };
    let mut running = sandbox.start(Job { tool: Tool::Ffprobe, arguments, limits }, source).await?;
    let mut span = Span::default();
    let mut line = Vec::new();
    while let Some(piece) = running.next().await? {
        for byte in piece {
            match byte {
                b'\n' => {
                    span.packet(&line);
                    line.clear();
                }
                _ if line.len() < 80 => line.push(byte),
                _ => {}
            }
        }
    }
    span.packet(&line);
    match running.finish().await? {
        Exit::Done => span.length_ms().ok_or_else(|| Refused::Broken.into()),
        Exit::Failed => Err(Refused::Broken.into()),
    }
}

/// The stretch of time that the packets cover.
#[derive(Default)]
struct Span {
    times: Option<(f64, f64)>,
}

impl Span {
    fn packet(&mut self, line: &[u8]) {
        let Ok(line) = std::str::from_utf8(line) else { return };
        let mut fields = line.trim().split(',').map(|field| field.parse::<f64>().ok());
        let Some(start) = fields.next().flatten().filter(|start| start.is_finite()) else { return };
        let end = start + fields.next().flatten().filter(|length| length.is_finite()).unwrap_or(0.0);
        let (first, last) = self.times.unwrap_or((start, end));
        self.times = Some((first.min(start), last.max(end)));
    }

    fn length_ms(&self) -> Option<u64> {
        let (first, last) = self.times?;
        let length = ((last - first) * 1000.0).round();
        (length >= 1.0).then_some(length as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_out_of_order_and_without_times_still_give_the_length() {
        let mut span = Span::default();
        for line in ["1.000,0.040", "N/A,0.040", "0.500,0.040", "", "2.000,N/A", "1.980,0.040"] {
            span.packet(line.as_bytes());
        }
        assert_eq!(span.length_ms(), Some(1_520));
        assert_eq!(Span::default().length_ms(), None);
    }
}
