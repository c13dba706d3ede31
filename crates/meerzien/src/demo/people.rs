//! Who is in the demo: the people of the three cases, and one of each other role.

use std::collections::BTreeMap;

use method::roles::Role::{self, Administrator, Coach, Manager, PrivacyOfficer, Professional, Researcher};
use method::time::Stamp;
use practice::identity::NewMember;
use practice::organisation::Terms;
use practice::{Caller, Error, House, Member, Result};

/// The password of every demo account, for signing in by form; the page offers a button too.
pub const PASSWORD: &str = "kijken naar zien";

/// Name, address, roles, team.
const PEOPLE: &[(&str, &str, &[Role], &str)] = &[
    ("Sanne Verhoef", "sanne", &[Professional], "Werk en inkomen"),
    ("Ruud de Wit", "ruud", &[Coach], "Werk en inkomen"),
    ("Youssef Amrani", "youssef", &[Professional], "Schuldhulp"),
    ("Ineke Bos", "ineke", &[Coach], "Schuldhulp"),
    ("Marleen Kok", "marleen", &[Professional], "Zorg en ondersteuning"),
    ("Tarik Yilmaz", "tarik", &[Coach], "Zorg en ondersteuning"),
    ("Joris Smit", "joris", &[Professional], "Werk en inkomen"),
    ("Anne Mulder", "anne", &[Professional, Coach], "Werk en inkomen"),
    ("Els van Dam", "els", &[Manager], "Werk en inkomen"),
    ("Hanneke Prins", "hanneke", &[Manager], "Schuldhulp"),
    ("Bram Hendriks", "bram", &[PrivacyOfficer], ""),
    ("Noor Jansen", "noor", &[Researcher], ""),
    ("Wim Peters", "wim", &[Administrator], ""),
];

/// For how many months a demo of many keeps its conversations: two years of them are there to look back on.
pub const LONG_MONTHS: i64 = 36;

/// The address of somebody in the demo.
pub fn email(address: &str) -> String {
    format!("{address}@waterlandaanzee.example")
}

/// Everybody, by the first part of their address.
#[derive(Debug)]
pub struct People(BTreeMap<&'static str, Member>);

impl People {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Somebody of the demo.
    pub fn member(&self, address: &str) -> Result<&Member> {
        self.0.get(address).ok_or_else(|| Error::Inner(format!("nobody called {address} in the demo")))
    }

    /// Somebody who asks, at some time.
    pub fn caller(&self, address: &str, now: Stamp) -> Result<Caller> {
        Ok(Caller::member(self.member(address)?.clone(), now))
    }

    /// The first part of the address of whoever has this name.
    pub fn address_of(&self, name: &str) -> Result<&'static str> {
        let found = self.0.iter().find(|(_, member)| member.name == name);
        found.map(|(address, _)| *address).ok_or_else(|| Error::Inner(format!("nobody called {name}")))
    }
}

/// Adds the organisation, its people and their teams.
///
/// # Errors
/// When the installation cannot keep them.
pub async fn fill(house: &House, many: bool, now: Stamp) -> Result<People> {
    let mut terms = Terms::of("Gemeente Waterland aan Zee", "0299 123 456", &email("fg"));
    if many {
        terms.retention_months = LONG_MONTHS;
    }
    let organisation = house.add_organisation(&terms, now).await?;
    let mut people = BTreeMap::new();
    for (n, (name, address, roles, _)) in (0_i64..).zip(PEOPLE) {
        let (email, password) = (email(address), Some(PASSWORD.to_owned()));
        let new = NewMember { organisation, name, email: &email, password, roles, demo: true };
        let id = house.add_member(new, Stamp(now.0 + n)).await?;
        let member =
            house.member(id).await?.ok_or_else(|| Error::Inner("a member went missing".to_owned()))?;
        people.insert(*address, member);
    }
    let people = People(people);
    let administrator = people.caller("wim", now)?;
    let mut teams = BTreeMap::new();
    for (_, address, _, team) in PEOPLE.iter().filter(|(.., team)| !team.is_empty()) {
        let id = match teams.get(team) {
            Some(id) => *id,
            None => house.add_team(&administrator, team).await?,
        };
        teams.insert(*team, id);
        house.set_team(&administrator, people.member(address)?.id, Some(id)).await?;
    }
    Ok(people)
}
