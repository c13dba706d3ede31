//! Three people at a table with a recording between them, and raw HTTP for each of them.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use bytes::Bytes;
use futures::stream;
use method::consent::{Means, Purpose};
use method::ids::{ConversationId, LookId, MomentId, ObjectId, ParticipantId};
use method::looking::{LeadQuestion, MomentKind, Step, Strength, Whose};
use method::roles::{Perspective, Role};
use method::time::Stamp;
use practice::consent::Answers;
use practice::conversation::Plan;
use practice::identity::NewMember;
use practice::looking::writing::{Answered, Base, Marked};
use practice::organisation::Terms;
use practice::recording::{Incoming, Made, Maker, Playing};
use practice::sessions::Session;
use practice::{Caller, House, Member, Settings};
use tower::ServiceExt;

/// One person: as a caller of deeds, and with a browser's cookie.
pub struct Person {
    pub caller: Caller,
    pub cookie: String,
}

/// A conversation whose recording can be watched, with everyone's second yes.
pub struct Table {
    pub house: Arc<House>,
    pub app: Router,
    pub conversation: ConversationId,
    pub film: ObjectId,
    people: Vec<(Perspective, Person)>,
    _folder: tempfile::TempDir,
}

/// An answer, all of it.
pub struct Said {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Said {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
}

pub const DURATION: i64 = 60_000;

fn now() -> Stamp {
    Stamp::from(jiff::Timestamp::now())
}

impl Table {
    pub async fn set() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = Arc::new(House::open(Settings::in_folder(folder.path())).await.unwrap());
        let terms = Terms::of("Gemeente Voorbeeld", "010 123", "fg@voorbeeld.example");
        let organisation = house.add_organisation(&terms, now()).await.unwrap();
        let mut members: Vec<Member> = Vec::new();
        for (name, role) in [("Sanne", Role::Professional), ("Ruud", Role::Coach)] {
            let email = format!("{}@voorbeeld.example", name.to_lowercase());
            let roles = [role];
            let new =
                NewMember { organisation, name, email: &email, password: None, roles: &roles, demo: true };
            let id = house.add_member(new, now()).await.unwrap();
            members.push(house.member(id).await.unwrap().unwrap());
        }
        let callers: Vec<Caller> = members.into_iter().map(|member| Caller::member(member, now())).collect();
        let [professional, coach] = <[Caller; 2]>::try_from(callers).unwrap();
        let plan = Plan { held_on: now(), coach: coach.member.as_ref().map(|member| member.id) };
        let conversation = house.set_up_conversation(&professional, plan).await.unwrap();
        let parties = house.conversation(&professional, conversation).await.unwrap().facts.parties;
        let client = parties.iter().find(|party| party.perspective == Perspective::Client).unwrap();
        let client = Caller::participant(client.id, now());
        let film = consented_film(&house, conversation, &professional, &client).await;
        let mut people = Vec::new();
        for (chair, caller) in [
            (Perspective::Professional, professional),
            (Perspective::Client, client),
            (Perspective::Coach, coach),
        ] {
            let cookie = session(&house, &caller).await;
            people.push((chair, Person { caller, cookie }));
        }
        let app = web::router(web::App::new(Arc::clone(&house), false));
        Self { house, app, conversation, film, people, _folder: folder }
    }

    pub fn person(&self, chair: Perspective) -> &Person {
        &self.people.iter().find(|(one, _)| *one == chair).unwrap().1
    }

    pub async fn send(&self, chair: Perspective, request: Request<Body>) -> Said {
        let (mut parts, body) = request.into_parts();
        let cookie = self.person(chair).cookie.parse().unwrap();
        parts.headers.insert(header::COOKIE, cookie);
        parts.headers.insert("sec-fetch-site", "same-origin".parse().unwrap());
        let response = self.app.clone().oneshot(Request::from_parts(parts, body)).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 64 << 20).await.unwrap();
        Said { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, chair: Perspective, path: &str) -> Said {
        self.send(chair, Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, chair: Perspective, path: &str, form: &str) -> Said {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(chair, request.body(form.to_owned().into()).unwrap()).await
    }

    pub async fn json(&self, chair: Perspective, how: Method, path: &str, body: &str) -> Said {
        let request = Request::builder().method(how).uri(path);
        let request = request
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json");
        self.send(chair, request.body(body.to_owned().into()).unwrap()).await
    }

    /// Begins someone's look.
    pub async fn begin(&self, chair: Perspective) -> LookId {
        self.house.begin_look(&self.person(chair).caller, self.conversation).await.unwrap()
    }

    /// Marks a moment with a note, and answers all three questions with it.
    pub async fn fill(&self, chair: Perspective, look: LookId) -> MomentId {
        let (caller, moment) = (&self.person(chair).caller, MomentId::new());
        let marked = Marked {
            timeline: 0,
            kind: MomentKind::Resistance,
            whose: Whose::Other,
            strength: Strength::Strong,
            start: 12_000,
            end: 12_000,
            note: format!("geheim van {chair}"),
            word: String::new(),
        };
        self.house.put_moment(caller, look, moment, marked, Base::Version(None)).await.unwrap();
        for question in LeadQuestion::ALL {
            let text = format!("antwoord van {chair} op {question}");
            let answered = Answered { step: Some(Step::Two), text, moments: vec![moment] };
            self.house.put_answer(caller, look, *question, answered, Base::Version(None)).await.unwrap();
        }
        moment
    }

    pub async fn seal(&self, chair: Perspective, look: LookId) {
        self.house.seal_look(&self.person(chair).caller, look).await.unwrap();
    }
}

/// Everyone's first yes, a recording made watchable, everyone's second yes.
async fn consented_film(
    house: &Arc<House>,
    conversation: ConversationId,
    professional: &Caller,
    client: &Caller,
) -> ObjectId {
    let yes = |means| Answers { yes: &[Purpose::Look], means, text_version: "1" };
    house.say_yes(professional, conversation, &yes(Means::Account)).await.unwrap();
    house.say_yes(client, conversation, &yes(Means::Link)).await.unwrap();
    let bytes = Bytes::from_static(b"these bytes stand for a film");
    let length = Some(bytes.len() as u64);
    let incoming = Incoming { maker: Maker::File, length, file_name: None, content_type: None };
    let id = house.begin_recording(professional, conversation, &incoming).await.unwrap();
    let body = stream::iter([Ok::<_, std::io::Error>(bytes)]);
    house.receive(professional, conversation, id, 0, body).await.unwrap();
    house.close_recording(professional, conversation, id).await.unwrap();
    let making = house.making(id, now()).await.unwrap().unwrap();
    let made = Made {
        duration_ms: DURATION,
        picture: Some((1280, 720)),
        cut_short: false,
        content_type: "video/mp4".into(),
        playing: Playing::Itself,
        peaks: vec![7; 600],
        stills: vec![(0, Bytes::from_static(b"still"))],
    };
    making.made(made).await.unwrap();
    house.say_yes_again(professional, conversation, &yes(Means::Account)).await.unwrap();
    house.say_yes_again(client, conversation, &yes(Means::Link)).await.unwrap();
    house.film(professional, conversation).await.unwrap().object
}

/// A session as a browser would have it after signing in, or after link and code.
async fn session(house: &House, caller: &Caller) -> String {
    let (id, far) = (tower_sessions::session::Id::default(), now().plus_days(1).0);
    let participant = match caller.reader {
        method::permit::Reader::Participant(ParticipantId(id)) => Some(id.to_string()),
        _ => None,
    };
    let member = caller.member.as_ref().map(|member| member.id.to_string());
    let data = serde_json::json!({ "member": member, "participant": participant, "seen": now().0 });
    let session = Session {
        id: practice::secrets::fingerprint(&id.to_string()),
        member,
        participant,
        device: None,
        data: data.to_string(),
        agent: String::new(),
        created_at: now().0,
        seen_at: now().0,
        expires_at: far,
    };
    house.create_session(&session).await.unwrap();
    format!("meerzien={id}; lang=nl")
}
