//! Tables as CSV (RFC 4180): a line for each row, fields in quotes where they need them.

/// Rows as one text, with the mark by which spreadsheets know that it is UTF-8.
pub(crate) fn table(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    rows.into_iter().fold(String::from('\u{feff}'), |mut text, row| {
        let cells: Vec<String> = row.iter().map(|cell| cell_of(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
        text
    })
}

/// One field. What a spreadsheet would take for a formula gets a quote before it, so that a name cannot compute.
fn cell_of(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stay_whole_and_compute_nothing() {
        let rows = [vec!["a".into(), "b, \"c\"\nd".into()], vec!["=1+1".into(), String::new()]];
        assert_eq!(table(rows), "\u{feff}a,\"b, \"\"c\"\"\nd\"\r\n'=1+1,\r\n");
    }
}
