//! What hangs on the demo's learning board: what the three cases taught, of this month and of the one before.

use method::board::PieceKind::{Dilemma, Lesson};
use method::looking::{LeadQuestion, MomentKind};
use method::time::Stamp;
use practice::board::{Draft, Wanted, Writing, Written, fresh_word};
use practice::{Error, House, Result};

use super::people::People;

/// By whom, a dilemma or a lesson, about what, how many months ago, and who recognises it.
type Told = (
    &'static str,
    method::board::PieceKind,
    (Option<LeadQuestion>, Option<MomentKind>),
    i64,
    &'static str,
    &'static [&'static str],
);

const PIECES: &[Told] = &[
    (
        "sanne",
        Lesson,
        (Some(LeadQuestion::Authenticity), None),
        1,
        "Een snel ja is een vraag. Wie heel vlug instemt, vertelt misschien dat er iets anders speelt.",
        &["joris", "anne", "ruud", "marleen"],
    ),
    (
        "sanne",
        Dilemma,
        (Some(LeadQuestion::Authenticity), Some(MomentKind::Spontaneity)),
        1,
        "Als eerlijk zijn een regel raakt, hoe blijf ik dan betrouwbaar, voor de cliënt en voor de wet?",
        &["youssef", "els"],
    ),
    (
        "youssef",
        Lesson,
        (Some(LeadQuestion::InterventionFit), Some(MomentKind::Rigidity)),
        1,
        "Duidelijk en veilig gaan samen. Niet de lijst is het probleem, wel de plek van de lijst.",
        &["marleen"],
    ),
    (
        "youssef",
        Dilemma,
        (Some(LeadQuestion::SharedGoal), None),
        0,
        "Hoeveel mag ik beloven als ik het zelf niet weet?",
        &["sanne", "joris", "hanneke"],
    ),
    (
        "marleen",
        Lesson,
        (None, Some(MomentKind::Disengaging)),
        0,
        "Wat wij afdwalen noemen, is soms het antwoord.",
        &["tarik", "sanne"],
    ),
    (
        "marleen",
        Dilemma,
        (Some(LeadQuestion::Authenticity), None),
        0,
        "Wat doe je met iets wat iemand pas bij het terugkijken vertelt?",
        &[],
    ),
];

/// Every word of a text: none of them is a name, also where somebody among hundreds of invented people is called so.
fn no_names(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

/// The last days of the month before this one.
fn last_month(now: Stamp) -> Stamp {
    let day = jiff::Timestamp::from_millisecond(now.0).unwrap_or_default();
    now.plus_days(-i64::from(day.to_zoned_datetime(jiff::tz::TimeZone::UTC).day()) - 2)
}

/// Fills the board.
///
/// # Errors
/// When the installation cannot keep it, or finds a name in what the demo says.
pub async fn fill(house: &House, people: &People, now: Stamp) -> Result<()> {
    for (by, kind, (question, moment), ago, text, recognise) in PIECES {
        let at = if *ago > 0 { last_month(now) } else { now };
        let piece = Written {
            kind: Some(*kind),
            moment: *moment,
            question: *question,
            alternative: None,
            text: (*text).to_owned(),
        };
        let draft = Draft { piece, named: true, word: fresh_word()?, no_names: no_names(text) };
        let Writing::Hung(id) = house.write_piece(&people.caller(by, at)?, &draft).await? else {
            return Err(Error::Inner(format!("a name in what {by} shares in the demo")));
        };
        for who in *recognise {
            house.recognise_piece(&people.caller(who, at)?, id, true).await?;
        }
    }
    let wanted =
        Wanted { kind: Some(Lesson), question: Some(LeadQuestion::Authenticity), ..Wanted::default() };
    for piece in house.board(&people.caller("anne", now)?, wanted).await? {
        let answer =
            (method::ids::ReactionId::new(), "Daar schrik ik van. Een snel ja is bij mij altijd welkom.");
        house.react(&people.caller("anne", last_month(now))?, piece.id, answer, &no_names(answer.1)).await?;
    }
    Ok(())
}
