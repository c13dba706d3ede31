//! Whose names a text must not hold before it is shared: everybody of the organisation, and the people of a conversation.

use method::consent::Facts;
use method::ids::{ConversationId, OrganisationId};
use method::names::{Found, Known, Why, find, standing};
use method::roles::Perspective;
use records::Conn;

use crate::{Caller, Error, House, Result};

/// Names that are known beforehand.
#[derive(Debug, Default)]
pub(crate) struct Names {
    people: Vec<String>,
    members: Vec<String>,
}

impl Names {
    /// Everything that still stands in the way of sharing these texts. The writer can wave through what merely looks
    /// like a name.
    pub(crate) fn in_the_way(&self, texts: &[&str], no_names: &[String]) -> Vec<Found> {
        let known = Known { people: &self.people, members: &self.members };
        let mut found: Vec<Found> = Vec::new();
        for one in texts.iter().flat_map(|text| standing(text, known, no_names)) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        found
    }

    /// Only the people of the conversation: for a text that stays with its writer.
    pub(crate) fn of_people(&self, texts: &[&str]) -> Vec<Found> {
        let known = Known { people: &self.people, members: &[] };
        let all = texts.iter().flat_map(|text| find(text, known));
        all.filter(|one| one.why == Why::Person).collect()
    }
}

impl House {
    /// The names of everybody with an account in an organisation, also of whom it ended.
    pub(crate) async fn names_in(&self, c: &mut Conn, organisation: OrganisationId) -> Result<Names> {
        let members = records::identity::of_organisation(c, organisation).await?;
        Ok(Names { people: Vec::new(), members: members.into_iter().map(|member| member.name).collect() })
    }

    /// Adds the people of a conversation. One that ended has no names any more.
    pub(crate) async fn add_people(
        &self,
        c: &mut Conn,
        caller: &Caller,
        id: ConversationId,
        names: &mut Names,
    ) -> Result<()> {
        let facts = crate::dialogue::facts(c, id).await?;
        let people = self.people(c, caller, &facts).await?;
        names.people.extend(people.into_iter().filter_map(|person| person.name));
        Ok(())
    }

    /// Adds the client of a conversation: whose name a professional's own collection must not hold.
    pub(crate) async fn add_client(
        &self,
        c: &mut Conn,
        caller: &Caller,
        facts: &Facts,
        names: &mut Names,
    ) -> Result<()> {
        let people = self.people(c, caller, facts).await?;
        let client = people.into_iter().filter(|person| person.perspective == Perspective::Client);
        names.people.extend(client.filter_map(|person| person.name));
        Ok(())
    }
}

/// Reads words that the writer said are no names: what came with a form, as it came.
///
/// # Errors
/// `Invalid` when there are more than any text can hold.
pub fn tidy_no_names(typed: &[String]) -> Result<Vec<String>> {
    if typed.len() > 500 {
        return Err(Error::invalid("no_name", "invalid-text-long"));
    }
    Ok(typed.iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect())
}
