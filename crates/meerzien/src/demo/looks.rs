//! The looks of the demo, and what the people of a case did with them.

use std::collections::BTreeMap;

use method::dialogue::Subject;
use method::ids::{ConversationId, MomentId, TryoutId};
use method::looking::LeadQuestion;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::Rating;
use practice::dialogue::{Draft, Idea, Words, Written};
use practice::looking::writing::{Answered, Base, Marked};
use practice::tryout::{Plan, Telling};
use practice::{Error, House, Result};

use super::cases::{Case, Look, Moment};
use super::conversations::Held;
use super::people::People;

/// The moments that were marked, by chair and turn of the conversation.
pub type Marks = BTreeMap<(u32, &'static str), MomentId>;

/// One person looks, marks, answers and seals.
pub async fn look(
    house: &House,
    people: &People,
    held: &Held,
    look: &Look,
    marks: &mut Marks,
    now: Stamp,
) -> Result<()> {
    let at = |minutes| held.caller(people, look.perspective, now.plus_minutes(minutes));
    let id = house.begin_look(&at(0)?, held.id).await?;
    let mut moments = Vec::new();
    for (minute, moment) in (1..).zip(&look.moments) {
        let moment_id = MomentId::new();
        house.put_moment(&at(minute)?, id, moment_id, marked(moment), Base::Version(None)).await?;
        marks.insert((moment.turn, look.perspective.key()), moment_id);
        moments.push(moment_id);
    }
    for (minute, answer) in (10..).zip(&look.answers) {
        let linked = answer.links.iter().filter_map(|link| moments.get(link.moment?).copied()).collect();
        let answered = Answered { step: Some(answer.step), text: answer.text.clone(), moments: linked };
        house.put_answer(&at(minute)?, id, answer.question, answered, Base::Version(None)).await?;
    }
    house.seal_look(&at(20)?, id).await?;
    Ok(())
}

fn marked(moment: &Moment) -> Marked {
    Marked {
        timeline: 0,
        kind: moment.kind,
        whose: moment.whose,
        strength: moment.strength,
        start: moment.from,
        end: moment.to,
        note: moment.note.clone(),
        word: moment.word.clone().unwrap_or_default(),
    }
}

fn subject(marks: &Marks, turn: u32) -> Result<Subject> {
    let mark = marks.range((turn, "")..).next().filter(|((at, _), _)| *at == turn);
    mark.map(|(_, id)| Subject::Moment(*id))
        .ok_or_else(|| Error::Inner(format!("nobody marked a moment at turn {turn}")))
}

/// What they read together, what could have been said instead, and the choice to try it out.
pub async fn talk(
    house: &House,
    people: &People,
    held: &Held,
    case: &Case,
    marks: &Marks,
    now: Stamp,
) -> Result<TryoutId> {
    let coach = held.caller(people, Perspective::Coach, now)?;
    for reading in &case.readings {
        let about = match (reading.question.as_deref().and_then(LeadQuestion::parse), reading.turn) {
            (Some(question), _) => Subject::Question(question),
            (None, Some(turn)) => subject(marks, turn)?,
            (None, None) => continue,
        };
        let words = Words { ours: reading.text.clone(), ..Words::default() };
        let draft = Draft { words, differs: reading.differ, seen: 0 };
        if let Written::Meanwhile(_) = house.write_reading(&coach, held.id, about, &draft).await? {
            return Err(Error::Inner("someone else writes in the demo".to_owned()));
        }
    }
    let idea = Idea {
        intention: case.alternative.intention.clone(),
        words: case.alternative.words.clone(),
        might: String::new(),
        asks: String::new(),
        of: case.alternative.idea_of.into(),
    };
    let about = subject(marks, case.alternative.turn)?;
    let alternative = house.add_alternative(&coach, held.id, about, &idea).await?;
    let professional = held.caller(people, Perspective::Professional, now.plus_minutes(30))?;
    let plan =
        Plan { doing: case.tryout.will.clone(), noticing: case.tryout.sign.clone(), ..Plan::default() };
    house.plan_tryout(&professional, held.id, alternative, &plan).await
}

/// After the next conversation: what each tells, how each found it, and the verdict.
pub async fn tell(
    house: &House,
    people: &People,
    held: &Held,
    case: &Case,
    tryout: TryoutId,
    next: ConversationId,
    now: Stamp,
) -> Result<()> {
    let professional = held.caller(people, Perspective::Professional, now)?;
    house.choose_next(&professional, tryout, next).await?;
    let (after, outcomes) = (&case.tryout.after, &case.tryout.outcomes);
    let client = Some((after.client.different, after.client.helped));
    for (chair, words, answers) in [
        (
            Perspective::Professional,
            vec![String::new(), case.tryout.effect.clone(), after.professional.text.clone()],
            None,
        ),
        (Perspective::Client, vec![after.client.text.clone()], client),
        (Perspective::Coach, vec![after.coach.text.clone()], None),
    ] {
        let rating = Some(Rating {
            focus: outcomes.focus.of(chair),
            noise: outcomes.noise.of(chair),
            result: outcomes.result.of(chair),
        });
        let caller = held.caller(people, chair, now.plus_minutes(60))?;
        house.tell(&caller, tryout, &Telling { words, answers, rating }).await?;
    }
    let professional = held.caller(people, Perspective::Professional, now.plus_days(1))?;
    house.judge(&professional, tryout, case.tryout.verdict, "").await
}
