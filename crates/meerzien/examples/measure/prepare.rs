//! An installation to measure on, filled through the deeds that people use.

use std::path::PathBuf;

use method::consent::{Means, Purpose};
use method::ids::ConversationId;
use method::roles::{Perspective, Role};
use method::time::Stamp;
use practice::consent::Answers;
use practice::conversation::Plan;
use practice::identity::NewMember;
use practice::organisation::Terms;
use practice::{Caller, House, Settings};
use serde_json::json;

use super::Done;

const EMAIL: &str = "meter@example.org";

fn now() -> Stamp {
    Stamp::from(jiff::Timestamp::now())
}

pub async fn prepare(data: PathBuf, conversations: usize) -> Done {
    let house = House::open(Settings::in_folder(data)).await?;
    let organisation = house.add_organisation(&Terms::of("Meting", "1", EMAIL), now()).await?;
    let roles = &[Role::Professional];
    let new = NewMember { organisation, name: "Meter", email: EMAIL, password: None, roles, demo: true };
    let id = house.add_member(new, now()).await?;
    let member = house.member(id).await?.ok_or("no member")?;
    let mut ids = Vec::new();
    for _ in 0..conversations {
        let professional = Caller::member(member.clone(), now());
        let id = house.set_up_conversation(&professional, Plan { held_on: now(), coach: None }).await?;
        let overview = house.conversation(&professional, id).await?;
        let client = overview.people.iter().find(|person| person.perspective == Perspective::Client);
        let client = Caller::participant(client.ok_or("no client")?.id, now());
        for (caller, means) in [(&client, Means::Tablet), (&professional, Means::Account)] {
            let answers = Answers { yes: &[Purpose::Look], means, text_version: "measure" };
            house.say_yes(caller, id, &answers).await?;
        }
        ids.push(id.to_string());
    }
    println!("{}", json!({ "member": id.to_string(), "conversations": ids }));
    Ok(())
}

pub async fn film(data: PathBuf, conversation: &str) -> Done {
    let house = House::open(Settings::in_folder(data)).await?;
    let demo = house.demo_members().await?.into_iter().next().ok_or("no member")?;
    let member = house.member(demo.id).await?.ok_or("no member")?;
    let id = ConversationId::parse(conversation).ok_or("no conversation")?;
    let film = house.film(&Caller::member(member, now()), id).await;
    let path = film.ok().map(|film| format!("/media/{}", film.object));
    println!("{}", json!({ "path": path }));
    Ok(())
}
