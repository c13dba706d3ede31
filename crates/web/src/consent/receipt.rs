//! Receipts in words: what was destroyed or taken away, when and why.

use method::consent::receipt::{Ending, Receipt};
use practice::organisation::Terms;

use crate::conversation::steps::listed;
use crate::words::{Words, clock_time};

fn items(words: Words, receipt: &Receipt) -> String {
    let names: Vec<String> =
        receipt.items.iter().map(|item| words.t(&format!("consent-item-{}", item.key()))).collect();
    listed(words, &names)
}

/// A receipt as the professional and the privacy officer read it.
pub(crate) fn for_staff(words: Words, receipt: &Receipt) -> String {
    let key = match receipt.purpose {
        Some(_) => "asking-ended-part",
        None if receipt.items.is_empty() => "asking-ended-empty",
        None => "asking-ended",
    };
    let why = words.with(&format!("ending-{}", receipt.why.key()));
    words
        .with(key)
        .s("date", words.date(&receipt.at))
        .s("time", clock_time(receipt.at))
        .s("why", why)
        .s("items", items(words, receipt))
        .s("purpose", receipt.purpose.map_or_else(String::new, |p| words.t(&format!("consent-{p}-name"))))
        .s("backupDate", words.date(&receipt.copies_until))
        .to_string()
}

/// A receipt as the client reads it.
pub(crate) fn for_client(words: Words, terms: &Terms, receipt: &Receipt) -> String {
    let key = match (receipt.purpose, receipt.why) {
        (Some(_), _) => "consent-receipt-part",
        (None, _) if receipt.items.is_empty() => "consent-receipt-empty",
        (None, Ending::Professional) => "consent-receipt-professional",
        (None, Ending::Beside | Ending::OfficerBeside) => "consent-receipt-beside",
        (None, Ending::SecondYes) => "consent-receipt-second-yes",
        (None, Ending::Retention) => "consent-receipt-retention",
        (None, Ending::Client | Ending::PrivacyOfficer) => "consent-receipt",
    };
    words
        .with(key)
        .s("date", words.date(&receipt.at))
        .s("time", clock_time(receipt.at))
        .s("items", items(words, receipt))
        .s("purpose", receipt.purpose.map_or_else(String::new, |p| words.t(&format!("consent-{p}-name"))))
        .s("backupDate", words.date(&receipt.copies_until))
        .s("phone", &terms.phone)
        .to_string()
}
