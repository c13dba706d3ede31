//! What ends by itself: terms that are over, destructions and cuts that were interrupted, sessions that ran out.

use std::sync::Arc;
use std::time::Duration;

use method::time::Stamp;
use practice::House;

/// How often it is looked for. A term is a matter of days; a minute is soon enough.
const EVERY: Duration = Duration::from_secs(60);

/// Sweeps now and then until the program ends. What fails is tried again the next time.
pub async fn sweep(house: Arc<House>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        let now = Stamp::from(jiff::Timestamp::now());
        match house.finish_destructions(now).await {
            Ok(0) => {}
            Ok(finished) => tracing::info!(finished, "destructions seen to their end"),
            Err(error) => tracing::error!(kind = kind(&error), "a destruction could not be finished"),
        }
        match house.expire_due(now).await {
            Ok(0) => {}
            Ok(ended) => tracing::info!(ended, "conversations ended by themselves"),
            Err(error) => tracing::error!(kind = kind(&error), "what ended could not be destroyed"),
        }
        if let Err(error) = house.note_sweep(now).await {
            tracing::error!(kind = kind(&error), "that terms were looked after could not be written down");
        }
        match house.keep_heads().await {
            Ok(0) => {}
            Ok(logs) => tracing::error!(logs, "a log of deeds does not go on: meerzien audit verify"),
            Err(error) => tracing::error!(kind = kind(&error), "how far the log went could not be kept"),
        }
        match house.go_on_cutting(now).await {
            Ok(0) => {}
            Ok(waiting) => tracing::info!(waiting, "cuts asked for again"),
            Err(error) => tracing::error!(kind = kind(&error), "cuts could not be asked for again"),
        }
        match house.count_patterns(now).await {
            Ok(0) => {}
            Ok(quarters) => tracing::info!(quarters, "quarters counted"),
            Err(error) => tracing::error!(kind = kind(&error), "a quarter could not be counted"),
        }
        match house.turn_boards(now).await {
            Ok(0) => {}
            Ok(laid) => tracing::info!(laid, "pieces without a name came on a board"),
            Err(error) => tracing::error!(kind = kind(&error), "the boards could not be turned"),
        }
        if let Err(error) = house.close_months(now).await {
            tracing::error!(kind = kind(&error), "that a month of a board is over could not be told");
        }
        if let Err(error) = house.forget_old_cards(now).await {
            tracing::error!(kind = kind(&error), "old cards could not be forgotten");
        }
        if let Err(error) = house.forget_old_devices(now).await {
            tracing::error!(kind = kind(&error), "old browsers could not be forgotten");
        }
        if let Err(error) = house.forget_old_invitations(now).await {
            tracing::error!(kind = kind(&error), "old invitations could not be forgotten");
        }
        if let Err(error) = house.forget_old_letters(now).await {
            tracing::error!(kind = kind(&error), "old letters could not be forgotten");
        }
        if let Err(error) = house.forget_provider_endings(now).await {
            tracing::error!(kind = kind(&error), "old words of the provider could not be forgotten");
        }
        if let Err(error) = house.forget_old_sessions(now).await {
            tracing::error!(kind = kind(&error), "old sessions could not be forgotten");
        }
    }
}

/// The kind of failure: the text of a database error can hold values.
const fn kind(error: &practice::Error) -> &'static str {
    match error {
        practice::Error::Refused(_) => "refused",
        practice::Error::Invalid { .. } => "invalid",
        practice::Error::Records(_) => "records",
        practice::Error::Full | practice::Error::Vault(_) => "vault",
        practice::Error::Inner(_) => "inner",
    }
}
