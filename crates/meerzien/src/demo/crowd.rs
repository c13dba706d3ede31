//! A demo of many: an organisation of hundreds of people in teams, with two years of conversations behind it. Invented from
//! a seed, so that the same numbers come back; sealed as everything is. Recordings are left out: they would be hours of film.

mod dice;
mod invented;

use std::collections::BTreeMap;

use method::consent::Purpose;
use method::ids::{ConversationId, TeamId};
use method::looking::{LeadQuestion, MomentKind, Step};
use method::roles::{Perspective, Role};
use method::time::Stamp;
use method::tryout::{Rating, Verdict};
use practice::conversation::told::{Look, Texts, Told, Tried};
use practice::identity::NewMember;
use practice::{Caller, Error, House, Member, Result};
use web::texts::{Hand, Text};
use web::words::{Lang, Words};

use self::dice::Dice;
use super::people::People;

/// How long it has been going on.
const DAYS: i64 = 730;

/// How many people there are, and from which seed they are invented.
#[derive(Clone, Copy, Debug)]
pub struct Crowd {
    /// Everybody with an account, those of the small demo included.
    pub people: usize,
    /// The seed.
    pub seed: u64,
}

/// One of the crowd.
struct One {
    member: Member,
    team: Option<usize>,
}

/// Fills the demo's organisation until it has so many people, tells what they did in two years, and counts it.
///
/// # Errors
/// When the installation cannot keep it.
pub async fn fill(house: &House, people: &People, crowd: Crowd, now: Stamp) -> Result<()> {
    let mut dice = Dice::new(crowd.seed);
    let began = now.plus_days(-DAYS - 30);
    let everyone = invite(house, people, crowd, &mut dice, began).await?;
    let coaches: Vec<&Member> =
        everyone.iter().map(|one| &one.member).filter(|one| one.roles.contains(&Role::Coach)).collect();
    let leading: Vec<&One> =
        everyone.iter().filter(|one| one.member.roles.contains(&Role::Professional)).collect();
    if coaches.is_empty() || leading.is_empty() {
        return Ok(());
    }
    let texts = texts(house, people, began).await?;
    let mut taken_back = Vec::new();
    for one in &leading {
        let told = story(one, &coaches, &leading, &mut dice, now);
        let caller = Caller::member(one.member.clone(), began);
        let ids = house.tell_conversations(&caller, &told, &texts).await?;
        taken_back.extend(take_back(&caller, &told, &ids, &mut dice));
    }
    for (caller, id, purpose) in taken_back {
        house.take_back(&caller, id, purpose).await?;
    }
    house.count_patterns(now).await?;
    Ok(())
}

/// Adds the people and puts them in teams.
async fn invite(
    house: &House,
    people: &People,
    crowd: Crowd,
    dice: &mut Dice,
    began: Stamp,
) -> Result<Vec<One>> {
    let administrator = people.caller("wim", began)?;
    let organisation = administrator.account()?.organisation;
    let mut teams: BTreeMap<usize, TeamId> = BTreeMap::new();
    let mut everyone = Vec::new();
    for n in 0..crowd.people.saturating_sub(people.count()) {
        let roles: &[Role] = match n % 20 {
            0 | 7 | 13 => &[Role::Coach],
            3 => &[Role::Manager],
            16 => &[Role::Professional, Role::Coach],
            _ => &[Role::Professional],
        };
        let (name, email) = (invented::name(n), format!("{}@waterlandaanzee.example", invented::address(n)));
        let new = NewMember { organisation, name: &name, email: &email, password: None, roles, demo: false };
        let id = house.add_member(new, began).await?;
        let member =
            house.member(id).await?.ok_or_else(|| Error::Inner("a member went missing".to_owned()))?;
        // A few are in no team.
        let team = (!dice.chance(3)).then(|| dice.weighed(&invented::TEAMS.map(|(_, size)| size)));
        if let Some(team) = team {
            let id = match teams.get(&team) {
                Some(id) => *id,
                None => house.add_team(&administrator, invented::TEAMS[team].0).await?,
            };
            teams.insert(team, id);
            house.set_team(&administrator, member.id, Some(id)).await?;
        }
        everyone.push(One { member, team });
    }
    Ok(everyone)
}

/// The texts that people have before them, kept once.
async fn texts(house: &House, people: &People, began: Stamp) -> Result<Texts> {
    let caller = people.caller("sanne", began)?;
    let none = || Error::Inner("no organisation".to_owned());
    let (_, terms) = house.first_organisation().await?.ok_or_else(none)?;
    let words = Words::from(Lang::Nl);
    let mut kept = Vec::new();
    for hand in [Hand::Client, Hand::Professional] {
        kept.push((
            house.keep_text(&caller, &Text::first(words, &terms, hand).written()?).await?,
            house.keep_text(&caller, &Text::second(words, hand, None).written()?).await?,
        ));
    }
    let (first, second): (Vec<String>, Vec<String>) = kept.into_iter().unzip();
    let pair = |texts: Vec<String>| <[String; 2]>::try_from(texts).map_err(|_| none());
    Ok(Texts { first: pair(first)?, second: pair(second)? })
}

/// What one professional did in two years.
fn story(one: &One, coaches: &[&Member], leading: &[&One], dice: &mut Dice, now: Stamp) -> Vec<Told> {
    let mut told = Vec::new();
    let mut day = i64::try_from(dice.below(40)).unwrap_or(0) - DAYS;
    while day < -1 {
        let held_on = Stamp(now.0 - now.0.rem_euclid(86_400_000) + 11 * 3_600_000).plus_days(day);
        let peer = dice.pick(leading).member.clone();
        let coach = dice.chance(88).then(|| (*dice.pick(coaches)).clone());
        let coach = coach.filter(|coach| coach.id != one.member.id);
        let peer = Some(peer)
            .filter(|peer| peer.id != one.member.id && coach.as_ref().is_none_or(|one| one.id != peer.id));
        told.push(conversation(one.team, held_on, coach, peer, dice, now));
        day += 36 + i64::try_from(dice.below(34)).unwrap_or(0);
    }
    told
}

fn conversation(
    team: Option<usize>,
    held_on: Stamp,
    coach: Option<Member>,
    peer: Option<Member>,
    dice: &mut Dice,
    now: Stamp,
) -> Told {
    let yes = yeses(dice);
    // Whoever was there lately has yet to say whether it stays a yes.
    let again = if held_on.plus_days(10) < now && dice.chance(96) { yes.clone() } else { Vec::new() };
    let mut looks = Vec::new();
    for (by, often) in [(Perspective::Professional, 97), (Perspective::Client, 68), (Perspective::Coach, 92)]
    {
        if dice.chance(often) && (by != Perspective::Coach || coach.is_some()) && !again.is_empty() {
            looks.push(look(by, team, dice));
        }
    }
    let talked = looks.len() > 1 && looks.iter().any(|one| one.by == Perspective::Professional);
    let reading = (talked && dice.chance(80))
        .then(|| (*dice.pick(LeadQuestion::ALL), (*dice.pick(invented::READINGS)).to_owned()));
    let tryout = (reading.is_some() && dice.chance(62)).then(|| tried(team, dice));
    let colleagues = again.contains(&Purpose::Colleagues) && talked && dice.chance(35);
    let ratings = [(Perspective::Professional, 88), (Perspective::Client, 66), (Perspective::Coach, 74)]
        .into_iter()
        .filter(|(by, often)| {
            dice.chance(*often) && !again.is_empty() && (*by != Perspective::Coach || coach.is_some())
        })
        .map(|(by, _)| by)
        .collect::<Vec<_>>()
        .into_iter()
        .map(|by| (by, rating(team, dice)))
        .collect();
    Told {
        held_on,
        coach,
        client: (*dice.pick(invented::CODE_NAMES)).to_owned(),
        yes,
        again,
        // The organisation of this demo keeps long, so that there is something to look back on.
        kept_until: held_on.plus_months(super::people::LONG_MONTHS),
        looks,
        reading,
        peer: peer.filter(|_| colleagues).map(|peer| (peer, (*dice.pick(invented::NOTES)).to_owned())),
        ratings,
        tryout,
    }
}

/// What both said yes to; a no to recording is a no to all.
fn yeses(dice: &mut Dice) -> Vec<Purpose> {
    if !dice.chance(95) {
        return Vec::new();
    }
    let mut yes = vec![Purpose::Look];
    for (purpose, often) in
        [(Purpose::Colleagues, 45), (Purpose::Research, 78), (Purpose::Story, 20), (Purpose::Clip, 10)]
    {
        if dice.chance(often) {
            yes.push(purpose);
        }
    }
    yes
}

/// How likely each answer is differs a little by team, or there would be nothing to see.
fn lean(team: Option<usize>, of: usize) -> usize {
    team.map_or(0, |team| (team * 7 + of * 5) % 13)
}

fn look(by: Perspective, team: Option<usize>, dice: &mut Dice) -> Look {
    let often = [22, 30, 18, 12, 26, 34, 20, 8];
    let mut moments = Vec::new();
    for (n, (kind, often)) in MomentKind::ALL.iter().zip(often).enumerate() {
        if dice.chance(often + lean(team, n)) {
            let at = i64::try_from(dice.below(2_400)).unwrap_or(0) * 1_000;
            moments.push((*kind, at, (*dice.pick(invented::NOTES)).to_owned()));
        }
    }
    let answer = |question: &LeadQuestion, dice: &mut Dice| {
        let step = if dice.chance(6) { Step::DontKnow } else { step(4 + lean(team, 3), dice) };
        (*question, step, (*dice.pick(invented::ANSWERS)).to_owned())
    };
    let answers = LeadQuestion::ALL.iter().map(|question| answer(question, dice)).collect();
    Look { by, moments, answers }
}

/// A step of the scale; more weight is higher.
fn step(weight: usize, dice: &mut Dice) -> Step {
    let steps = [Step::One, Step::Two, Step::Three, Step::Four, Step::Five];
    steps[dice.weighed(&[6, 12, 20, 10 + 3 * weight, 4 + weight])]
}

fn rating(team: Option<usize>, dice: &mut Dice) -> Rating {
    let mut one = |of: usize, base: usize| {
        if dice.chance(5) { Step::DontKnow } else { step(base + lean(team, of) / 2, dice) }
    };
    Rating { focus: one(1, 6), noise: one(2, 2), result: one(3, 5) }
}

fn tried(team: Option<usize>, dice: &mut Dice) -> Tried {
    let (intention, words) = dice.pick(invented::ALTERNATIVES);
    let verdicts = [Verdict::Keep, Verdict::Adapt, Verdict::Again, Verdict::Drop];
    let verdict = verdicts[dice.weighed(&[40 + lean(team, 4), 20, 10, 18])];
    Tried {
        intention: (*intention).to_owned(),
        words: (*words).to_owned(),
        noticing: (*dice.pick(invented::SIGNS)).to_owned(),
        verdict: dice.chance(80).then_some(verdict),
    }
}

/// Now and then somebody takes a yes back: one of them, or all.
fn take_back(
    caller: &Caller,
    told: &[Told],
    ids: &[ConversationId],
    dice: &mut Dice,
) -> Vec<(Caller, ConversationId, Purpose)> {
    let mut taken = Vec::new();
    for (told, id) in told.iter().zip(ids).filter(|(told, _)| told.again.contains(&Purpose::Research)) {
        let purpose = match dice.below(200) {
            0 | 1 => Purpose::Look,
            2..=5 => Purpose::Research,
            _ => continue,
        };
        taken.push((Caller { now: told.held_on.plus_days(20), ..caller.clone() }, *id, purpose));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::ids::{MemberId, OrganisationId};

    #[test]
    fn the_same_seed_tells_the_same_story_and_another_does_not() {
        let organisation = OrganisationId::new();
        let member = |n: usize, role: Role| Member {
            id: MemberId::new(),
            organisation,
            name: invented::name(n),
            roles: vec![role],
            demo: false,
        };
        let coach = member(0, Role::Coach);
        let ones: Vec<One> =
            (1..4).map(|n| One { member: member(n, Role::Professional), team: Some(n) }).collect();
        let leading: Vec<&One> = ones.iter().collect();
        let now = Stamp(1_800_000_000_000);
        let told = |seed| {
            let mut dice = Dice::new(seed);
            ones.iter()
                .map(|one| format!("{:?}", story(one, &[&coach], &leading, &mut dice, now)))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(1), told(1));
        assert_ne!(told(1), told(2));
        let all = story(leading[0], &[&coach], &leading, &mut Dice::new(1), now);
        assert!((10..20).contains(&all.len()), "{}", all.len());
        assert!(all.iter().all(|one| one.held_on < now && one.held_on > now.plus_days(-DAYS - 2)));
    }
}
