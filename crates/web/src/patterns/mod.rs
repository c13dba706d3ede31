//! Patterns: what many conversations together show of a team or of the organisation, as pictures with the numbers beside
//! them, and the same as a file. The page shows what was made public and computes nothing but sums of it.

mod view;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use method::ids::TeamId;
use method::patterns::period::Quarter;
use practice::patterns::Patterns;
use serde::Deserialize;

use self::view::{Chart, Group, View};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::privacy::{csv, file};
use crate::visit::Staff;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/patterns", get(show)).route("/patterns.csv", get(take))
}

/// What is asked for: a team, or the organisation when nobody is named; a quarter, or the last one.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    team: String,
    #[serde(default)]
    quarter: String,
}

/// A team or a quarter that can be chosen.
struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "patterns/patterns.html")]
struct PatternsPage {
    frame: Frame,
    teams: Vec<Choice>,
    quarters: Vec<Choice>,
    /// Whose, and over which quarter; nothing while no quarter was counted.
    of: Option<(String, String)>,
    /// On what it stands, in a sentence; nothing when there is too little.
    base: Option<String>,
    /// The same address as a file.
    file: String,
    charts: Vec<Chart>,
    /// Whether any quarter before showed anything of this.
    over_time: bool,
    groups: Vec<Group>,
}

async fn read(
    app: &App,
    staff: &Staff,
    asked: &Asked,
) -> Answer<(Patterns, Option<TeamId>, Option<Quarter>)> {
    let team = match asked.team.as_str() {
        "" => None,
        team => Some(TeamId::parse(team).ok_or_else(Fault::unknown)?),
    };
    let patterns = app.house.patterns(&staff.caller, team).await?;
    let known = |quarter: &Quarter| patterns.quarters.iter().any(|(one, _)| one == quarter);
    let quarter = match asked.quarter.as_str() {
        "" => patterns.quarters.last().map(|(quarter, _)| *quarter),
        quarter => Some(Quarter::parse(quarter).filter(known).ok_or_else(Fault::unknown)?),
    };
    Ok((patterns, team, quarter))
}

async fn show(State(app): State<App>, staff: Staff, Query(asked): Query<Asked>) -> Answer {
    let words = staff.visit.words;
    let (patterns, team, quarter) = read(&app, &staff, &asked).await?;
    let view = View::of(words, &patterns, quarter);
    let teams = patterns.teams.iter().map(|(id, name)| Choice {
        value: id.to_string(),
        name: name.clone(),
        chosen: team == Some(*id),
    });
    let whole = Choice { value: String::new(), name: words.t("patterns-whole"), chosen: team.is_none() };
    let quarters = patterns.quarters.iter().rev().map(|(one, _)| Choice {
        value: one.key(),
        name: words.quarter(*one),
        chosen: Some(*one) == quarter,
    });
    let name = patterns.teams.iter().find(|(id, _)| Some(*id) == team).map(|(_, name)| name.clone());
    let whose = name.unwrap_or_else(|| words.t("patterns-whole"));
    let team = team.map_or_else(String::new, |team| team.to_string());
    Ok(page(&PatternsPage {
        frame: staff.visit.frame("patterns-title").wide(),
        teams: std::iter::once(whole).chain(teams).collect(),
        quarters: quarters.collect(),
        of: quarter.map(|quarter| (whose, words.quarter(quarter))),
        base: view.base_said(),
        file: quarter
            .map_or_else(String::new, |one| format!("/patterns.csv?team={team}&quarter={}", one.key())),
        over_time: view.charts.iter().any(Chart::tells),
        charts: view.charts,
        groups: view.groups,
    }))
}

async fn take(State(app): State<App>, staff: Staff, Query(asked): Query<Asked>) -> Answer {
    let words = staff.visit.words;
    let (patterns, _, quarter) = read(&app, &staff, &asked).await?;
    let view = View::of(words, &patterns, quarter);
    let head =
        ["patterns-quarter", "patterns-about", "patterns-answer", "patterns-conversations", "patterns-of"];
    let head = head.iter().map(|key| words.t(key)).collect();
    let text = csv::table(std::iter::once(head).chain(view.rows()));
    Ok(file("patronen", "csv", "text/csv; charset=utf-8", staff.visit.now, text))
}
