//! Mail that says that something waits, and nothing more: no name, no text, not even in which room.
//!
//! What is to be told is asked anew each time, so a server that cannot be reached loses nothing and keeps nobody
//! waiting: this goes on by itself, beside everything else.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Tokio1Executor};
use method::time::Stamp;
use practice::House;
use practice::notices::Mail;
use web::words::{Lang, Words};

/// How long one mail may take, the connection included.
const PATIENCE: Duration = Duration::from_secs(20);

/// How mail is sent from here.
#[derive(Clone)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    link: String,
    every: Duration,
}

impl fmt::Debug for Post {
    // The transport knows a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Post(from {})", self.from)
    }
}

/// What is wrong with how mail is set up.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A sender or an address to come back to is missing.
    #[error("mail needs {0} as well")]
    Missing(&'static str),
    /// The sender is no address.
    #[error("mail-from is no mail address, like meerzien@gemeente.example")]
    From,
    /// The server's address cannot be read. It is not repeated: there may be a password in it.
    #[error("mail is no address of a mail server, like smtp://name:password@mail.example:587?tls=required")]
    Server,
    /// Mail would go in the clear.
    #[error("mail must go over TLS: end its address in ?tls=required, or begin it with smtps://")]
    Clear,
}

impl Post {
    /// A post on the server at `server`, for an installation that people find at `address`.
    ///
    /// # Errors
    /// When something is missing or cannot be read, or when mail would leave this machine in the clear.
    pub fn new(
        server: &str,
        from: Option<&str>,
        address: Option<&str>,
        every: Duration,
    ) -> Result<Self, Fault> {
        let from = from.ok_or(Fault::Missing("mail-from"))?.parse().map_err(|_| Fault::From)?;
        let address = address.ok_or(Fault::Missing("address"))?;
        if !sealed(server)? {
            return Err(Fault::Clear);
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server).map_err(|_| Fault::Server)?;
        let transport = transport.timeout(Some(PATIENCE)).build();
        Ok(Self { transport, from, link: format!("{}/home", address.trim_end_matches('/')), every })
    }

    /// Whether the server answers now.
    ///
    /// # Errors
    /// Why it does not, without what it said.
    pub async fn answers(&self) -> Result<(), &'static str> {
        match tokio::time::timeout(PATIENCE, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err("it hangs up"),
            Ok(Err(error)) => Err(kind(&error)),
            Err(_) => Err("it does not answer"),
        }
    }

    fn letter(&self, mail: &Mail) -> Result<Message, &'static str> {
        let [dutch, english] = [Lang::Nl, Lang::En].map(Words::from);
        let part = |words: Words| {
            format!("{}\r\n\r\n{}\r\n\r\n{}", words.t("mail-text"), self.link, words.t("mail-why"))
        };
        let to = mail.email.parse::<Mailbox>().map_err(|_| "address")?;
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(dutch.t("mail-subject"))
            .raw_header(automatic())
            .header(ContentType::TEXT_PLAIN)
            .body(format!("{}\r\n\r\n--\r\n\r\n{}\r\n", part(dutch), part(english)))
            .map_err(|_| "letter")
    }

    async fn send(&self, mail: &Mail) -> Result<(), Refused> {
        let letter = self.letter(mail).map_err(Refused::Mail)?;
        match tokio::time::timeout(PATIENCE, self.transport.send(letter)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(Refused::Mail(kind(&error))),
            Ok(Err(error)) => Err(Refused::Server(kind(&error))),
            Err(_) => Err(Refused::Server("it does not answer")),
        }
    }
}

/// Why a mail did not go: this one, or any now.
#[derive(Debug)]
enum Refused {
    Mail(&'static str),
    Server(&'static str),
}

/// So that no machine answers a machine.
fn automatic() -> lettre::message::header::HeaderValue {
    lettre::message::header::HeaderValue::new(
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".to_owned(),
    )
}

/// Whether mail to this server goes over TLS, or stays on this machine.
fn sealed(server: &str) -> Result<bool, Fault> {
    let (scheme, rest) = server.split_once("://").ok_or(Fault::Server)?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
    let here = ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| {
        host.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    match scheme {
        "smtps" => Ok(true),
        "smtp" => Ok(here || query.split('&').any(|pair| pair == "tls=required")),
        _ => Err(Fault::Server),
    }
}

/// The kind of failure: what a server says can quote an address.
fn kind(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_timeout() {
        "it does not answer"
    } else if error.is_tls() {
        "TLS does not come about"
    } else if error.is_permanent() {
        "it refuses this mail"
    } else if error.is_transient() {
        "it cannot take mail now"
    } else {
        "it cannot be reached"
    }
}

/// Tells by mail what is to be told, now and then, until the program ends.
pub async fn deliver(house: Arc<House>, post: Arc<Post>) {
    let mut ticks = tokio::time::interval(post.every);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if round(&house, &post).await.is_err() {
            tracing::error!(
                "what is to be told by mail could not be read or written down; it is tried again"
            );
        }
    }
}

async fn round(house: &House, post: &Post) -> practice::Result<()> {
    for mail in house.mails_due(now()).await? {
        match post.send(&mail).await {
            Ok(()) => house.mail_sent(&mail, now()).await?,
            Err(Refused::Mail(kind)) => {
                tracing::warn!(member = %mail.member, kind, "a mail was refused; it is tried again later");
                house.mail_failed(&mail, now()).await?;
            }
            Err(Refused::Server(kind)) => {
                tracing::warn!(kind, "the mail server; what is to be told waits");
                house.mail_failed(&mail, now()).await?;
                // The others would only wait for the same server: they are asked again the next time.
                break;
            }
        }
    }
    Ok(())
}

fn now() -> Stamp {
    Stamp::from(jiff::Timestamp::now())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(server: &str) -> Result<Post, Fault> {
        let address = Some("https://meerzien.example/");
        Post::new(server, Some("meerzien@gemeente.example"), address, PATIENCE)
    }

    #[test]
    fn mail_leaves_this_machine_over_tls_only() {
        for server in [
            "smtps://a:b@mail.example",
            "smtp://mail.example:587?tls=required",
            "smtp://127.0.0.1:1025",
            "smtp://localhost",
        ] {
            assert!(post(server).is_ok(), "{server}");
        }
        for server in [
            "smtp://mail.example",
            "smtp://mail.example?tls=opportunistic",
            "smtp://127.0.0.1.mail.example:25",
            "smtp://localhost@mail.example",
        ] {
            assert!(matches!(post(server), Err(Fault::Clear)), "{server}");
        }
        for server in ["mail.example", "https://mail.example"] {
            assert!(matches!(post(server), Err(Fault::Server)), "{server}");
        }
        assert!(matches!(Post::new("smtps://m", None, Some("https://x"), PATIENCE), Err(Fault::Missing(_))));
        assert!(matches!(Post::new("smtps://m", Some("x"), Some("https://x"), PATIENCE), Err(Fault::From)));
    }

    #[test]
    fn a_letter_says_that_something_waits_and_nothing_of_what() {
        let mail = Mail {
            member: method::ids::MemberId::new(),
            email: "sanne@gemeente.example".into(),
            keys: vec!["second-own!/0190a1b2".into()],
        };
        let text = post("smtps://m").unwrap().letter(&mail).unwrap().formatted();
        let text = String::from_utf8(text).unwrap().replace("=\r\n", "");
        assert!(text.contains("https://meerzien.example/home"), "{text}");
        assert!(text.contains("Auto-Submitted: auto-generated"), "{text}");
        assert!(!text.contains("second") && !text.contains("0190a1b2"), "{text}");
    }
}
