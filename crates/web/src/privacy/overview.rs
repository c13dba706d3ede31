//! What waits for the privacy officer, and the way to everything of theirs.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use practice::privacy::measures::Standing;

use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/privacy", get(show))
}

/// Something that waits: a sentence and where it is seen to.
struct Line {
    sentence: String,
    href: &'static str,
    act: String,
}

#[derive(Template)]
#[template(path = "privacy/overview.html")]
struct OverviewPage {
    frame: Frame,
    waiting: Vec<Line>,
    facts: Vec<(String, String)>,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let register = app.house.processing(&staff.caller).await?;
    let endings = app.house.endings(&staff.caller).await?;
    let measures = app.house.measures(&staff.caller, app.https).await?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let line = |key: &str, n: usize, href, act: &str| Line {
        sentence: words.with(key).a("n", count(n)).to_string(),
        href,
        act: words.t(act),
    };
    let mut waiting = Vec::new();
    if !endings.overdue.is_empty() {
        waiting.push(line(
            "privacy-wait-overdue",
            endings.overdue.len(),
            "/privacy/endings",
            "privacy-endings",
        ));
    }
    let undone = endings.carried.iter().filter(|one| one.proof.is_some_and(|proof| !proof.holds())).count();
    if undone > 0 {
        waiting.push(line("privacy-wait-proof", undone, "/privacy/endings#carried", "privacy-endings"));
    }
    let unchosen = register.lines.iter().filter(|one| one.basis.is_none()).count();
    if unchosen > 0 {
        waiting.push(line("privacy-wait-basis", unchosen, "/privacy/processing", "privacy-processing"));
    }
    for (measure, _) in measures.iter().filter(|(_, standing)| *standing == Standing::Open) {
        let name = words.t(&format!("measure-{measure}"));
        let sentence = words.with("privacy-wait-measure").s("name", name).to_string();
        waiting.push(Line { sentence, href: "/privacy/dpia#measures", act: words.t("privacy-dpia") });
    }
    let swept = endings.swept.map_or_else(|| words.t("privacy-never"), |at| words.date_time(&at));
    let first = endings.coming.first();
    let coming = first.map_or_else(
        || words.t("privacy-coming-none"),
        |due| {
            let n = count(endings.coming.len());
            words.with("privacy-coming-some").a("n", n).s("date", words.date(&due.at)).to_string()
        },
    );
    let facts = vec![
        (words.t("privacy-conversations"), register.numbers.conversations.to_string()),
        (words.t("privacy-recorded"), register.numbers.recorded.to_string()),
        (words.t("privacy-members"), register.numbers.members.to_string()),
        (words.t("privacy-coming"), coming),
        (words.t("privacy-swept"), swept),
    ];
    Ok(page(&OverviewPage { frame: staff.visit.frame("privacy-title").wide(), waiting, facts }))
}
