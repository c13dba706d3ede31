//! Mail that says that something waits, and nothing more: no name, no text, not even in which room.
//!
//! What is to be told is asked anew each time, so a server that cannot be reached loses nothing and keeps nobody
//! waiting: this goes on by itself, beside everything else. The other letters are invitations (`invitation`), what is about
//! somebody's own account (`account`), and that a month of the learning board is there to read (`digest`).

mod account;
mod digest;
mod invitation;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::{AsyncTransport, Tokio1Executor};
use method::time::Stamp;
use practice::House;
use practice::identity::invitations::MailTrouble;
use practice::notices::Mail;
use web::words::{Lang, Words};

/// How long one mail may take, the connection included.
const PATIENCE: Duration = Duration::from_secs(20);

/// How mail is sent from here.
#[derive(Clone)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// Where people find this installation, without a slash at the end.
    address: String,
    every: Duration,
}

/// How mail is set up, as it was told.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    /// The server's address.
    pub server: &'a str,
    /// The sender.
    pub from: Option<&'a str>,
    /// Where people find this installation.
    pub address: Option<&'a str>,
    /// A file with the certificates to trust the server by, instead of the usual ones.
    pub authority: Option<&'a Path>,
    /// How often it is looked whether a mail is to go.
    pub every: Duration,
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
    /// The certificates to trust the server by cannot be used.
    #[error("mail-ca: {0} holds no certificates that can be read (PEM)")]
    Authority(std::path::PathBuf),
}

impl Post {
    /// A post as it is set up.
    ///
    /// # Errors
    /// When something is missing or cannot be read, or when mail would leave this machine in the clear.
    pub fn new(way: Way<'_>) -> Result<Self, Fault> {
        let from = way.from.ok_or(Fault::Missing("mail-from"))?.parse().map_err(|_| Fault::From)?;
        let address = way.address.ok_or(Fault::Missing("address"))?.trim_end_matches('/').to_owned();
        if !sealed(way.server)? {
            return Err(Fault::Clear);
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(way.server);
        let mut transport = transport.map_err(|_| Fault::Server)?.timeout(Some(PATIENCE));
        if let Some(authority) = way.authority {
            transport = transport.tls(trusting(way.server, authority)?);
        }
        Ok(Self { transport: transport.build(), from, address, every: way.every })
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
        let link = format!("{}/home", self.address);
        let part =
            |words: Words| format!("{}\r\n\r\n{link}\r\n\r\n{}", words.t("mail-text"), words.t("mail-why"));
        self.message(&mail.email, Words::from(Lang::Nl).t("mail-subject"), part)
    }

    /// A letter that says the same in every language.
    fn message(
        &self,
        to: &str,
        subject: String,
        part: impl Fn(Words) -> String,
    ) -> Result<Message, &'static str> {
        let [dutch, english] = [Lang::Nl, Lang::En].map(|lang| part(Words::from(lang)));
        Message::builder()
            .from(self.from.clone())
            .to(to.parse::<Mailbox>().map_err(|_| "address")?)
            .subject(subject)
            .raw_header(automatic())
            .header(ContentType::TEXT_PLAIN)
            .body(format!("{dutch}\r\n\r\n--\r\n\r\n{english}\r\n"))
            .map_err(|_| "letter")
    }

    async fn send(&self, letter: Result<Message, &'static str>) -> Result<(), Refused> {
        let letter = letter.map_err(Refused::Mail)?;
        match tokio::time::timeout(PATIENCE, self.transport.send(letter)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(refused(&error)),
            Err(_) => Err(Refused::Server("it does not answer")),
        }
    }
}

/// Why a mail did not go: this one, any to this address, or any now.
#[derive(Debug)]
enum Refused {
    Mail(&'static str),
    Address(&'static str),
    Server(&'static str),
}

impl Refused {
    /// What a letter that is kept until it went is told, and the kind for the log.
    const fn told(&self) -> (MailTrouble, &'static str) {
        match self {
            Self::Mail(kind) => (MailTrouble::Letter, kind),
            Self::Address(kind) => (MailTrouble::Address, kind),
            Self::Server(kind) => (MailTrouble::Server, kind),
        }
    }
}

/// What an error of the mail server is about, by the code it gave.
fn refused(error: &lettre::transport::smtp::Error) -> Refused {
    let kind = kind(error);
    match error.status().filter(|_| error.is_permanent()).map(|code| code.to_string()).as_deref() {
        None => Refused::Server(kind),
        // No such mailbox, not ours, moved away, over its room for good, an address that cannot be.
        Some("550" | "551" | "552" | "553" | "501") => Refused::Address(kind),
        // Who we are is not accepted, which is about no letter in particular.
        Some("530" | "534" | "535" | "538") => Refused::Server("it does not accept our name and password"),
        Some(_) => Refused::Mail(kind),
    }
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

/// The host of a mail server's address.
fn host(server: &str) -> Option<&str> {
    let (_, rest) = server.split_once("://")?;
    let place = rest.split(['?', '/']).next()?;
    let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
    match host.strip_prefix('[') {
        Some(six) => six.split(']').next(),
        None => host.split(':').next(),
    }
}

/// TLS that trusts the server by the certificates in a file, and by no others.
fn trusting(server: &str, authority: &Path) -> Result<Tls, Fault> {
    let unusable = || Fault::Authority(authority.to_owned());
    let pem = std::fs::read(authority).map_err(|_| unusable())?;
    // A file without any would trust nobody, and every mail would fail later.
    if !pem.windows(11).any(|words| words == b"BEGIN CERTI") {
        return Err(unusable());
    }
    let certificate = Certificate::from_pem(&pem).map_err(|_| unusable())?;
    let parameters = TlsParameters::builder(host(server).ok_or(Fault::Server)?.to_owned())
        .certificate_store(CertificateStore::None)
        .add_root_certificate(certificate)
        .build()
        .map_err(|_| unusable())?;
    Ok(if server.starts_with("smtps:") { Tls::Wrapper(parameters) } else { Tls::Required(parameters) })
}

/// The kind of failure: what a server says can quote an address.
fn kind(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_timeout() {
        "it does not answer"
    } else if error.is_tls() || is_handshake(error) {
        "TLS does not come about"
    } else if error.is_permanent() {
        "it refuses this mail"
    } else if error.is_transient() {
        "it cannot take mail now"
    } else {
        "it cannot be reached"
    }
}

/// Whether the handshake itself failed, most likely for a certificate that nobody vouches for: the library tells that as
/// any other trouble with a connection.
fn is_handshake(error: &lettre::transport::smtp::Error) -> bool {
    let first = std::error::Error::source(error);
    let mut reasons = std::iter::successors(first, |reason| reason.source());
    reasons.any(|reason| {
        let io = reason.downcast_ref::<std::io::Error>();
        io.is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData)
    })
}

/// Tells by mail what is to be told, now and then, and sends invitations as soon as they are ordered, until the program
/// ends.
pub async fn deliver(house: Arc<House>, post: Arc<Post>) {
    let mut ticks = tokio::time::interval(post.every);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        let everything = tokio::select! {
            _ = ticks.tick() => true,
            () = house.letter_ordered() => false,
        };
        let invited = invitation::round(&house, &post).await;
        let accounts = account::round(&house, &post).await;
        let told = if everything { round(&house, &post).await } else { Ok(()) };
        let months = digest::round(&house, &post).await;
        if invited.and(accounts).and(told).and(months).is_err() {
            tracing::error!(
                "what is to be told by mail could not be read or written down; it is tried again"
            );
        }
    }
}

async fn round(house: &House, post: &Post) -> practice::Result<()> {
    for mail in house.mails_due(now()).await? {
        match post.send(post.letter(&mail)).await {
            Ok(()) => house.mail_sent(&mail, now()).await?,
            Err(Refused::Mail(kind) | Refused::Address(kind)) => {
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

    fn way(server: &str) -> Way<'_> {
        let (from, address) = (Some("meerzien@gemeente.example"), Some("https://meerzien.example/"));
        Way { server, from, address, authority: None, every: PATIENCE }
    }

    pub(super) fn post(server: &str) -> Result<Post, Fault> {
        Post::new(way(server))
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
        let way = way("smtps://m");
        assert!(matches!(Post::new(Way { from: None, ..way }), Err(Fault::Missing(_))));
        assert!(matches!(Post::new(Way { address: None, ..way }), Err(Fault::Missing(_))));
        assert!(matches!(Post::new(Way { from: Some("x"), ..way }), Err(Fault::From)));
    }

    #[test]
    fn a_file_to_trust_the_server_by_holds_certificates() {
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("ca.pem");
        std::fs::write(&empty, "nothing").unwrap();
        for authority in [empty.as_path(), Path::new("/nowhere/ca.pem")] {
            let way = Way { authority: Some(authority), ..way("smtps://mail.example") };
            assert!(matches!(Post::new(way), Err(Fault::Authority(_))));
        }
    }

    #[test]
    fn the_host_of_a_server_is_read_whatever_stands_around_it() {
        for (server, name) in [
            ("smtps://mail.example", "mail.example"),
            ("smtp://a:b@mail.example:587?tls=required", "mail.example"),
            ("smtp://[::1]:25/x", "::1"),
        ] {
            assert_eq!(host(server), Some(name));
        }
        assert_eq!(host("mail.example"), None);
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
