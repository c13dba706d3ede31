//! Everything as a page that opens without the internet: in words, in the order in which it happened.

use askama::Template;
use method::consent::Purpose;
use method::dialogue::Subject;
use method::interview::Topic;
use method::looking::LookState;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Outcome, Rating};
use practice::client::Everything;
use practice::dialogue::{Alternative, Reading};

use super::{Files, page_name};
use crate::client::Here;
use crate::consent::receipt;
use crate::consent::texts::Text;
use crate::fault::{Answer, Fault};
use crate::looking::shown::Audience;
use crate::tryout::step_word;
use crate::words::{Lang, Words, position};

/// One thing under a heading.
#[derive(Debug)]
pub(super) enum Block {
    /// A sentence of ours.
    Say(String),
    /// What it is, and what stands there; the words of whoever it is about.
    Line(String, String),
    /// Another file: what it is called here, and where it lies.
    File(String, String),
    /// A film to see here: where it lies, and whether there is a picture.
    Film(String, bool),
    /// A drawing on a card: the path.
    Drawing(String),
}

/// A heading and what stands under it.
#[derive(Debug)]
pub(super) struct Section {
    heading: String,
    blocks: Vec<Block>,
}

/// The page.
#[derive(Template)]
#[template(path = "client/everything/index.html")]
pub(super) struct Document {
    words: Words,
    title: String,
    lead: String,
    /// The same page in another language: where it lies, what that language calls itself, and its tag.
    others: Vec<(String, &'static str, &'static str)>,
    sections: Vec<Section>,
}

/// A text that was before someone, as it was.
#[derive(Template)]
#[template(path = "client/everything/text.html")]
pub(super) struct TextDocument {
    text: Text,
}

/// The page of a text.
pub(super) fn text(content: &str) -> Answer<TextDocument> {
    let text = serde_json::from_str(content);
    Ok(TextDocument { text: text.map_err(|_| Fault::from(practice::Error::Inner("text".into())))? })
}

/// The whole page.
pub(super) fn whole(
    words: Words,
    here: &Here,
    all: &Everything,
    files: &Files,
    log: Vec<String>,
    now: Stamp,
    own: Lang,
) -> Document {
    let telling = Telling { words, all, files };
    let mut sections = vec![telling.conversation(), telling.consents(here)];
    sections.extend(telling.recording());
    sections.extend(telling.look());
    sections.extend(telling.interview());
    sections.extend(telling.told());
    sections.extend(telling.cards());
    sections.extend(telling.together());
    let log = log.into_iter().map(Block::Say).collect();
    sections.push(Section { heading: words.t("everything-log"), blocks: log });
    sections.push(telling.rest(here));
    let others = Lang::ALL.iter().copied().filter(|lang| *lang != words.lang);
    let date = words.date_time(&now);
    Document {
        words,
        title: words.t("everything-index-title"),
        lead: words.with("everything-index-lead").s("date", date).to_string(),
        others: others.map(|lang| (page_name(own, lang), lang.own_name(), lang.tag())).collect(),
        sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
    }
}

struct Telling<'a> {
    words: Words,
    all: &'a Everything,
    files: &'a Files,
}

impl Telling<'_> {
    fn section(&self, key: &str, blocks: Vec<Block>) -> Section {
        Section { heading: self.words.t(key), blocks }
    }

    fn line(&self, key: &str, text: impl Into<String>) -> Block {
        Block::Line(self.words.t(key), text.into())
    }

    fn say(&self, key: &str) -> Block {
        Block::Say(self.words.t(key))
    }

    fn beside(&self) -> bool {
        self.all.conversation.companion.is_some()
    }

    fn conversation(&self) -> Section {
        let (words, here) = (self.words, &self.all.conversation);
        let mut blocks = vec![self.line("everything-day", words.date(&here.held_on))];
        if let Some(name) = here.name_of(here.me).filter(|_| !self.beside()) {
            blocks.push(self.line("everything-name", name));
        }
        match (here.facts.destroyed, here.facts.retention_until) {
            (Some(_), _) => blocks.push(self.say("everything-ended")),
            (None, Some(until)) => {
                blocks.push(Block::Say(words.with("agreed-until").s("date", words.date(&until)).to_string()));
            }
            (None, None) => {}
        }
        self.section("everything-conversation", blocks)
    }

    fn consents(&self, here: &Here) -> Section {
        let words = self.words;
        let mut blocks = Vec::new();
        for purpose in Purpose::ALL {
            let yes = self.all.consents.iter().find(|yes| yes.purpose == *purpose);
            let Some(yes) = yes else { continue };
            let said = [
                Some(("everything-yes", yes.given)),
                yes.confirmed.map(|at| ("everything-yes-again", at)),
                yes.withdrawn.map(|at| ("agreed-withdrawn", at)),
            ];
            let said = said.into_iter().flatten();
            let said: Vec<_> =
                said.map(|(key, at)| words.with(key).s("date", words.date_time(&at)).to_string()).collect();
            blocks.push(Block::Line(words.t(&format!("consent-{purpose}-name")), said.join("; ")));
            let versions = [Some(&yes.text_version), yes.confirmed_version.as_ref()];
            for file in versions.into_iter().flatten().filter_map(|version| self.files.text(version)) {
                let known = |block: &Block| matches!(block, Block::File(_, there) if there == file);
                if !blocks.iter().any(known) {
                    blocks.push(Block::File(words.t("agreed-text"), file.to_owned()));
                }
            }
        }
        if blocks.is_empty() {
            blocks.push(self.say("agreed-none"));
        }
        for (paper, file) in self.all.papers.iter().zip(&self.files.papers) {
            let text = words.with("agreed-paper").s("date", words.date(&paper.filed)).to_string();
            blocks.push(Block::File(text, file.clone()));
        }
        for one in &self.all.receipts {
            blocks.push(Block::Say(receipt::for_client(words, &here.terms, one)));
        }
        self.section("agreed-title", blocks)
    }

    fn recording(&self) -> Option<Section> {
        let ended = self.all.conversation.facts.destroyed.is_some();
        let blocks = match (&self.all.film, &self.files.film) {
            (Some((film, _)), Some(file)) => {
                let length = self.words.spoken(&film.duration_ms);
                vec![
                    Block::Film(file.clone(), film.picture.is_some()),
                    self.line("everything-length", length),
                ]
            }
            // Whoever came along is in the picture of someone else's conversation.
            _ if self.beside() && !ended => vec![self.say("everything-video-beside")],
            _ => return None,
        };
        Some(self.section("everything-video", blocks))
    }

    fn look(&self) -> Option<Section> {
        let desk = self.all.look.as_ref()?;
        let a = Audience { words: self.words, perspective: Perspective::Client };
        let mut blocks = Vec::new();
        if let LookState::Sealed(at) = desk.state {
            let said = self.words.with("everything-sealed").s("date", self.words.date(&at));
            blocks.push(Block::Say(said.to_string()));
        }
        let mut when = |moment: &practice::looking::Moment| {
            let name = if moment.word.is_empty() { a.kind_name(moment.kind) } else { moment.word.clone() };
            format!("{} · {name}", position(moment.span.start))
        };
        for moment in &desk.moments {
            let strength = a.strength_name(moment.strength);
            let text = if moment.note.is_empty() { strength } else { format!("{}\n{strength}", moment.note) };
            blocks.push(Block::Line(when(moment), text));
        }
        for answer in &desk.answers {
            let step = answer.step.map(|step| a.step_name(answer.question, step));
            let mut parts: Vec<String> = step.into_iter().collect();
            if !answer.text.is_empty() {
                parts.push(answer.text.clone());
            }
            let links = desk.moments.iter().filter(|moment| answer.moments.contains(&moment.id));
            parts.extend(links.map(&mut when));
            if !parts.is_empty() {
                blocks.push(Block::Line(a.question_title(answer.question), parts.join("\n")));
            }
        }
        for added in &desk.additions {
            blocks.push(Block::Line(self.words.date(&added.at), added.text.clone()));
        }
        Some(self.section("everything-look", blocks))
    }

    fn interview(&self) -> Option<Section> {
        let back = self.all.interview.as_ref()?;
        let words = self.words;
        let mut blocks = Vec::new();
        if back.notes.is_empty() {
            blocks.push(self.say("refusal-interview-waiting"));
        }
        for note in &back.notes {
            let about = match note.topic.lead() {
                Some(question) => words.t(&format!("guide-{question}-client-q")),
                None => words.t(&format!("notes-topic-{}", topic(note.topic))),
            };
            let at = note.at.map(|at| format!(" · {}", position(at))).unwrap_or_default();
            let own = note.own.iter().map(|own| format!("{}: {own}", words.t("everything-own-words")));
            let text: Vec<String> =
                Some(note.text.clone()).filter(|text| !text.is_empty()).into_iter().chain(own).collect();
            blocks.push(Block::Line(format!("{about}{at}"), text.join("\n")));
        }
        blocks.extend(self.files.sounds.iter().map(|file| Block::Film(file.clone(), false)));
        Some(self.section("everything-interview", blocks))
    }

    fn rating(&self, rating: Rating) -> Vec<Block> {
        let line = |(n, outcome): (usize, &Outcome)| {
            let answer = step_word(self.words, Perspective::Client, rating.step(*outcome));
            self.line(&format!("outcome-client-{n}"), answer)
        };
        (1..).zip(Outcome::ALL).map(line).collect()
    }

    fn told(&self) -> Option<Section> {
        let words = self.words;
        let mut blocks: Vec<Block> = self.all.rating.map(|rating| self.rating(rating)).unwrap_or_default();
        for one in &self.all.told {
            let Some(told) = &one.told else { continue };
            blocks.push(self.line("everything-day", words.date(&one.held_on)));
            for (n, answer) in (1..).zip([told.different, told.helped]) {
                let step = answer.map(|step| words.t(&format!("tryout-after-client-step-{step}")));
                let question = format!("tryout-after-client-{n}");
                blocks.extend(step.map(|step| self.line(&question, step)));
            }
            let said = told.words.iter().filter(|text| !text.is_empty());
            blocks.extend(said.map(|text| self.line("everything-own-words", text.clone())));
            blocks.extend(one.rating.into_iter().flat_map(|rating| self.rating(rating)));
        }
        (!blocks.is_empty()).then(|| self.section("place-tell", blocks))
    }

    fn cards(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        for half in &self.all.cards {
            let question = self.words.t(&format!("cards-{}-client", half.card));
            blocks.push(Block::Line(question, half.written.text.clone()));
            if !half.written.drawing.is_empty() {
                blocks.push(Block::Drawing(half.written.drawing.clone()));
            }
        }
        (!blocks.is_empty()).then(|| self.section("place-cards", blocks))
    }

    fn about(&self, subject: Subject) -> String {
        match subject {
            Subject::Question(question) => self.words.t(&format!("guide-{question}-client-q")),
            Subject::Moment(id) => {
                // A place that someone else marked is told without what they made of it.
                let own = self.all.look.iter().flat_map(|desk| &desk.moments).find(|moment| moment.id == id);
                own.map_or_else(|| self.words.t("everything-place"), |moment| position(moment.span.start))
            }
        }
    }

    fn reading(&self, one: &Reading) -> Block {
        let words = &one.words;
        let parts = [
            ("", &words.ours),
            ("everything-all-saw", &words.all_saw),
            ("everything-unknown", &words.unknown),
        ];
        let mut lines: Vec<String> = parts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(
                |(key, text)| {
                    if key.is_empty() { text.clone() } else { format!("{}: {text}", self.words.t(key)) }
                },
            )
            .collect();
        if one.differs {
            lines.push(self.words.t("everything-differs"));
        }
        Block::Line(format!("{} · {}", self.about(one.subject), self.words.date(&one.at)), lines.join("\n"))
    }

    fn idea(&self, one: &Alternative) -> Block {
        let more = [&one.might, &one.asks].into_iter().flatten().filter(|text| !text.is_empty());
        let lines: Vec<&str> = [one.words.as_str()].into_iter().chain(more.map(String::as_str)).collect();
        Block::Line(one.intention.clone(), lines.join("\n"))
    }

    fn together(&self) -> Option<Section> {
        let together = self.all.together.as_ref()?;
        let mut blocks: Vec<Block> = together.readings.iter().map(|one| self.reading(one)).collect();
        if !together.earlier.is_empty() {
            blocks.push(self.say("everything-earlier"));
            blocks.extend(together.earlier.iter().map(|one| self.reading(one)));
        }
        blocks.extend(together.takeaway.iter().map(|text| self.line("everything-takeaway", text.clone())));
        if !together.ideas.is_empty() {
            blocks.push(self.say("everything-ideas"));
            blocks.extend(together.ideas.iter().map(|one| self.idea(one)));
        }
        Some(self.section("everything-together", blocks))
    }

    /// Where the link is known, what else is here, and what is not.
    fn rest(&self, here: &Here) -> Section {
        let words = self.words;
        let devices = self.all.devices.iter().map(|device| {
            let seen = words.with("place-device-seen").s("when", words.date_time(&device.seen)).to_string();
            Block::Line(device.agent.clone(), seen)
        });
        let mut blocks: Vec<Block> = devices.collect();
        blocks.push(Block::File(words.t("everything-data"), "data.json".into()));
        blocks.push(self.say("everything-not-here"));
        let ask = words.with("everything-ask").s("phone", here.terms.phone.clone());
        blocks.push(Block::Say(ask.s("privacyOfficer", here.terms.privacy_officer.clone()).to_string()));
        self.section("everything-rest", blocks)
    }
}

const fn topic(topic: Topic) -> &'static str {
    topic.key()
}
