//! What happened in the demo's organisation in the last weeks, told through the same deeds as people use.

use method::consent::{Means, Purpose};
use method::roles::Perspective;
use method::time::Stamp;
use practice::{Error, House, Result};

use super::cases::{self, Case};
use super::conversations::{self, Held, Setting, link, record, say_again, set_up, watchable};
use super::looks::{Marks, look, talk, tell};
use super::people::People;

/// What a client needs to come in.
#[derive(Debug)]
pub struct Invitation {
    /// The name that the client chose.
    pub client: String,
    /// What there is to do for them.
    pub what: &'static str,
    /// The token in the link.
    pub token: String,
    /// The code.
    pub code: String,
}

/// What was told.
#[derive(Debug)]
pub struct Told {
    /// The clients who can come in.
    pub invitations: Vec<Invitation>,
    /// Whether the recordings could be made watchable here.
    pub watchable: bool,
}

fn case<'a>(cases: &'a [Case], key: &str) -> Result<&'a Case> {
    cases.iter().find(|case| case.key == key).ok_or_else(|| Error::Inner(format!("no case {key}")))
}

/// Ten in the morning, so many days from now.
fn day(now: Stamp, days: i64) -> Stamp {
    const DAY: i64 = 86_400_000;
    Stamp(now.0 - now.0.rem_euclid(DAY) + 9 * 3_600_000).plus_days(days)
}

/// What must be whole before the recordings are made watchable: no consent may hang on how quick that is.
#[derive(Debug)]
pub struct Begun {
    cases: Vec<Case>,
    merel: Merel,
    kastanje: Held,
}

/// Tells it up to where the recordings are needed.
pub async fn begin(house: &House, people: &People, now: Stamp) -> Result<Begun> {
    let cases = cases::all().map_err(|fault| Error::Inner(fault.to_string()))?;
    // Recordings are made watchable in the order in which they came: first those whose looks are told of.
    let first = Merel::first(house, people, case(&cases, "merel")?, now).await?;
    let kastanje = kastanje(house, people, case(&cases, "kastanje")?, now).await?;
    let next = Merel::next(house, people, case(&cases, "merel")?, now).await?;
    Ok(Begun { cases, merel: Merel { first, next }, kastanje })
}

/// Tells the rest, up to `now`, while a worker makes the recordings watchable.
pub async fn go_on(house: &House, people: &People, begun: &Begun, now: Stamp) -> Result<Told> {
    let Begun { cases, merel, kastanje } = begun;
    let mut watchable = merel.go_on(house, people, case(cases, "merel")?, now).await?;
    watchable &= kastanje_looks(house, people, case(cases, "kastanje")?, kastanje, now).await?;
    let zilver = zilver(house, people, case(cases, "zilver")?, now).await?;
    let linde = linde(house, people, now).await?;

    let mut invitations = Vec::new();
    for (held, client, what) in [
        (kastanje, "Kastanje", "looks at the conversation"),
        (&zilver, "Zilver", "says the second yes"),
        (&linde, "Linde", "said yes, and is not recorded yet"),
        (&merel.next, "Merel", "looks at the next conversation"),
    ] {
        let link = link(house, people, held, now).await?;
        invitations.push(Invitation { client: client.to_owned(), what, token: link.token, code: link.code });
    }
    Ok(Told { invitations, watchable })
}

/// Merel: the whole round, from consent to what came of it.
#[derive(Debug)]
struct Merel {
    first: Held,
    next: Held,
}

impl Merel {
    /// One conversation with Merel, up to the second yes.
    async fn one(house: &House, people: &People, case: &Case, held_on: Stamp, media: &str) -> Result<Held> {
        let (yes, second) = (&case.consent.first, &case.consent.second);
        let professional = people.address_of(&case.people.professional.name)?;
        let client = &case.people.client.name;
        let setting = Setting { professional, coach: "ruud", client, held_on, yes, means: Means::Tablet };
        let held = set_up(house, people, &setting, held_on.plus_days(-2)).await?;
        record(house, people, &held, media, held_on.plus_minutes(40)).await?;
        say_again(house, people, &held, yes, second.way, held_on.plus_days(second.after_days)).await?;
        Ok(held)
    }

    async fn first(house: &House, people: &People, case: &Case, now: Stamp) -> Result<Held> {
        let start = people.caller(people.address_of(&case.people.professional.name)?, day(now, -30))?;
        let journey = house.own_journey(&start).await?;
        house.set_learning_question(&start, journey, &case.question).await?;
        Self::one(house, people, case, day(now, -24), &case.conversation.media).await
    }

    async fn next(house: &House, people: &People, case: &Case, now: Stamp) -> Result<Held> {
        Self::one(house, people, case, day(now, -9), &case.next.media).await
    }

    async fn go_on(&self, house: &House, people: &People, case: &Case, now: Stamp) -> Result<bool> {
        if !watchable(house, people, &self.first, day(now, -20)).await? {
            return Ok(false);
        }
        let mut marks = Marks::new();
        for (days, one) in (-20..).zip(&case.looks) {
            look(house, people, &self.first, one, &mut marks, day(now, days)).await?;
        }
        let tryout = talk(house, people, &self.first, case, &marks, day(now, -15)).await?;
        tell(house, people, &self.first, case, tryout, self.next.id, day(now, -5)).await?;
        Ok(true)
    }
}

/// Kastanje: the professional and the coach have sealed, the client still looks.
async fn kastanje(house: &House, people: &People, case: &Case, now: Stamp) -> Result<Held> {
    let professional = people.address_of(&case.people.professional.name)?;
    let start = people.caller(professional, day(now, -12))?;
    let journey = house.own_journey(&start).await?;
    house.set_learning_question(&start, journey, &case.question).await?;
    let held_on = day(now, -6);
    let setting = Setting {
        professional,
        coach: "ineke",
        client: &case.people.client.name,
        held_on,
        yes: &case.consent.first,
        means: Means::Paper,
    };
    let held = set_up(house, people, &setting, held_on.plus_days(-1)).await?;
    record(house, people, &held, &case.conversation.media, held_on.plus_minutes(40)).await?;
    let again = held_on.plus_days(case.consent.second.after_days).plus_minutes(90);
    say_again(house, people, &held, &case.consent.first, case.consent.second.way, again).await?;
    Ok(held)
}

async fn kastanje_looks(
    house: &House,
    people: &People,
    case: &Case,
    held: &Held,
    now: Stamp,
) -> Result<bool> {
    if !watchable(house, people, held, day(now, -4)).await? {
        return Ok(false);
    }
    let mut marks = Marks::new();
    let waiting = case.looks.iter().filter(|look| look.perspective != Perspective::Client);
    for (days, one) in (-4..).zip(waiting) {
        look(house, people, held, one, &mut marks, day(now, days)).await?;
    }
    Ok(true)
}

/// Zilver: recorded just now; being made watchable, and waiting for the second yes.
async fn zilver(house: &House, people: &People, case: &Case, now: Stamp) -> Result<Held> {
    let professional = people.address_of(&case.people.professional.name)?;
    let start = people.caller(professional, day(now, -3))?;
    let journey = house.own_journey(&start).await?;
    house.set_learning_question(&start, journey, &case.question).await?;
    let setting = Setting {
        professional,
        coach: "tarik",
        client: &case.people.client.name,
        held_on: now,
        yes: &case.consent.first,
        means: Means::Link,
    };
    let held = set_up(house, people, &setting, now.plus_days(-1)).await?;
    record(house, people, &held, &case.conversation.media, now).await?;
    Ok(held)
}

/// Linde: the first yes was just said by link; nothing is recorded yet.
async fn linde(house: &House, people: &People, now: Stamp) -> Result<Held> {
    let setting = Setting {
        professional: "joris",
        coach: "anne",
        client: "Linde",
        held_on: day(now, 1),
        yes: &[Purpose::Look, Purpose::Colleagues],
        means: Means::Link,
    };
    conversations::set_up(house, people, &setting, now).await
}
