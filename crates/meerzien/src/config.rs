//! What the program is told: by flag, else by environment, else by file, else as usual.

mod paper;
mod provider;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use practice::Settings;
use serde::Deserialize;
use web::provider::Provider;

use crate::mail::{self, Post, Way};

/// The port when nobody says another.
const PORT: u16 = 8080;
/// How often it is looked whether a mail is to go, in seconds, when nobody says otherwise.
const MAIL_EVERY: u64 = 300;

/// Where an installation lies.
#[derive(Args, Clone, Debug, Default)]
pub struct Place {
    /// A file with settings (TOML): data, database, upload-max, address,
    /// client-rest, mail, mail-from, mail-ca, mail-every, fresh-minutes, proxies,
    /// paper-accent, paper-logo, listen, https, [provider]. Flags and
    /// environment go before it.
    #[arg(long, env = "MEERZIEN_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder where everything is kept [default: ./data].
    #[arg(long, env = "MEERZIEN_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// The database's address; SQLite in the data folder when left out.
    #[arg(long, env = "MEERZIEN_DATABASE", value_name = "URL", hide_env_values = true)]
    database: Option<String>,
    /// The largest recording that is taken, in bytes [default: 16 GiB].
    #[arg(long, env = "MEERZIEN_UPLOAD_MAX", value_name = "BYTES")]
    upload_max: Option<u64>,
    /// Where people find this installation, for links in mail and calendars, like https://meerzien.gemeente.example.
    #[arg(long, env = "MEERZIEN_ADDRESS", value_name = "URL")]
    address: Option<String>,
    /// The mail server, like smtp://name:password@mail.example:587?tls=required; no mail is sent without it.
    #[arg(long, env = "MEERZIEN_MAIL", value_name = "URL", hide_env_values = true)]
    mail: Option<String>,
    /// After how many seconds of rest a client has to type their code again [default: 1800].
    #[arg(long, env = "MEERZIEN_CLIENT_REST", value_name = "SECONDS")]
    client_rest: Option<u32>,
    /// The sender of mail.
    #[arg(long, env = "MEERZIEN_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// A file with the certificates (PEM) to trust the mail server by, for one with a certificate of one's own; without
    /// it those that browsers trust.
    #[arg(long, env = "MEERZIEN_MAIL_CA", value_name = "FILE")]
    mail_ca: Option<PathBuf>,
    /// What this program proves itself with to the provider of sign-ins; else the file that [provider] names.
    #[arg(long, env = "MEERZIEN_PROVIDER_SECRET", value_name = "SECRET", hide_env_values = true)]
    provider_secret: Option<String>,
    /// How often it is looked whether a mail is to go, in seconds [default: 300].
    #[arg(long, env = "MEERZIEN_MAIL_EVERY", value_name = "SECONDS")]
    mail_every: Option<u64>,
    /// After how many minutes people prove anew that it is them, before what reaches far [default: 10].
    #[arg(long, env = "MEERZIEN_FRESH_MINUTES", value_name = "MINUTES")]
    fresh_minutes: Option<i64>,
    /// For tests: how long a turn of the learning board is, in seconds. Not there in programs that are released.
    #[cfg(debug_assertions)]
    #[arg(long, env = "MEERZIEN_TEST_BOARD_TURN", hide = true)]
    test_board_turn: Option<i64>,
    /// Proxies whose X-Forwarded-For is believed, besides those on this machine: their addresses, with commas between.
    #[arg(long, env = "MEERZIEN_PROXIES", value_name = "ADDRS", value_delimiter = ',')]
    proxies: Option<Vec<IpAddr>>,
    /// The colour of titles on papers, like #5a2b50; it must be readable on white.
    #[arg(long, env = "MEERZIEN_PAPER_ACCENT", value_name = "COLOUR")]
    paper_accent: Option<String>,
    /// The organisation's logo on papers: an SVG or PNG of at most 1 MiB.
    #[arg(long, env = "MEERZIEN_PAPER_LOGO", value_name = "FILE")]
    paper_logo: Option<PathBuf>,
}

/// Where an installation lies, and where people find it.
#[derive(Args, Clone, Debug, Default)]
pub struct Door {
    /// Where it lies.
    #[command(flatten)]
    pub place: Place,
    /// For whom there is a place, and for how long. In a file: `[limits]`.
    #[command(flatten)]
    limits: crate::serve::limits::Told,
    /// The address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8080].
    #[arg(long, env = "MEERZIEN_LISTEN", value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// People reach this program by https (a proxy in front of it), so cookies may demand it.
    #[arg(long, env = "MEERZIEN_HTTPS", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    https: Option<bool>,
    /// For tests: offers a language that is written from right to left. Not there in programs that are released.
    #[cfg(debug_assertions)]
    #[arg(long, env = "MEERZIEN_TEST_LANGUAGE", hide = true)]
    test_language: bool,
}

/// Where and how to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answering {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// Whether cookies demand https.
    pub https: bool,
}

/// The file with settings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    upload_max: Option<u64>,
    address: Option<String>,
    mail: Option<String>,
    mail_from: Option<String>,
    mail_ca: Option<PathBuf>,
    mail_every: Option<u64>,
    provider: Option<provider::File>,
    client_rest: Option<u32>,
    fresh_minutes: Option<i64>,
    proxies: Option<Vec<IpAddr>>,
    paper_accent: Option<String>,
    paper_logo: Option<PathBuf>,
    listen: Option<SocketAddr>,
    https: Option<bool>,
    #[serde(default)]
    limits: crate::serve::limits::Told,
}

/// Why a file with settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It cannot be read.
    #[error("{0}: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// It says something that is no setting.
    #[error("{0}: {1}")]
    Malformed(PathBuf, toml::de::Error),
    /// The provider of sign-ins cannot be used as it is set up.
    #[error(transparent)]
    Provider(#[from] provider::Fault),
    /// Mail cannot be sent as it is set up.
    #[error(transparent)]
    Mail(#[from] mail::Fault),
    /// Papers cannot look as they were told to.
    #[error(transparent)]
    Paper(#[from] paper::Fault),
}

impl Place {
    fn file(&self) -> Result<File, Fault> {
        let Some(path) = &self.config else { return Ok(File::default()) };
        let text = std::fs::read_to_string(path).map_err(|error| Fault::Unreadable(path.clone(), error))?;
        let mut file: File = toml::from_str(&text).map_err(|error| Fault::Malformed(path.clone(), error))?;
        // A path in a file is meant from where the file lies, whoever starts the program and from wherever.
        let beside = |named: PathBuf| path.parent().unwrap_or(Path::new("")).join(named);
        file.data = file.data.map(beside);
        file.mail_ca = file.mail_ca.map(beside);
        file.paper_logo = file.paper_logo.map(beside);
        if let Some(provider) = &mut file.provider {
            provider.secret_file = provider.secret_file.take().map(beside);
        }
        Ok(file)
    }

    /// Where everything lies.
    ///
    /// # Errors
    /// When the file with settings cannot be used.
    pub fn settings(&self) -> Result<Settings, Fault> {
        let file = self.file()?;
        let data = self.data.clone().or(file.data).unwrap_or_else(|| "./data".into());
        let mut settings = Settings::in_folder(data);
        settings.database = self.database.clone().or(file.database);
        settings.upload_max = self.upload_max.or(file.upload_max).unwrap_or(settings.upload_max);
        let address = self.address.clone().or(file.address);
        settings.address = address.map(|address| address.trim_end_matches('/').to_owned());
        let mail = self.mail.clone().or(file.mail);
        settings.mail = mail.is_some();
        settings.mail_server = mail.as_deref().and_then(server).map(ToOwned::to_owned);
        // A rest of no time would ask for the code at every step.
        let rest = self.client_rest.or(file.client_rest).map(|rest| i64::from(rest).max(1));
        settings.client_rest = rest.unwrap_or(settings.client_rest);
        settings.provider = file.provider.as_ref().map(provider::File::rules);
        let minutes = self.fresh_minutes.or(file.fresh_minutes).filter(|minutes| *minutes > 0);
        settings.fresh_minutes = minutes.unwrap_or(settings.fresh_minutes);
        #[cfg(debug_assertions)]
        if let Some(turn) = self.test_board_turn {
            settings.board_turn = turn;
        }
        settings.proxies = self.proxies.clone().or(file.proxies).unwrap_or_default();
        let accent = self.paper_accent.clone().or(file.paper_accent);
        let logo = self.paper_logo.clone().or(file.paper_logo);
        settings.papers = paper::look(accent.as_deref(), logo.as_deref())?;
        Ok(settings)
    }

    /// The organisation's own provider of sign-ins; nothing when it has none.
    ///
    /// # Errors
    /// When the file with settings cannot be used, or the provider as it is set up.
    pub fn provider(&self) -> Result<Option<Arc<Provider>>, Fault> {
        let file = self.file()?;
        let Some(provider) = file.provider else { return Ok(None) };
        let address = self.address.clone().or(file.address);
        let secret = self.provider_secret.clone();
        Ok(Some(provider.open(secret, address.as_deref().unwrap_or_default())?))
    }

    /// How mail is sent; nothing when it was not set up.
    ///
    /// # Errors
    /// When the file with settings cannot be used, or mail cannot be sent as it says.
    pub fn post(&self) -> Result<Option<Arc<Post>>, Fault> {
        let file = self.file()?;
        let Some(server) = self.mail.clone().or(file.mail) else { return Ok(None) };
        let from = self.mail_from.clone().or(file.mail_from);
        let address = self.address.clone().or(file.address);
        let every = self.mail_every.or(file.mail_every).unwrap_or(MAIL_EVERY).max(1);
        let authority = self.mail_ca.clone().or(file.mail_ca);
        let way = Way {
            server: &server,
            from: from.as_deref(),
            address: address.as_deref(),
            authority: authority.as_deref(),
            every: Duration::from_secs(every),
        };
        Ok(Some(Arc::new(Post::new(way)?)))
    }
}

impl Door {
    /// Tells the pages which languages they may offer.
    pub fn offer_languages(&self) {
        #[cfg(debug_assertions)]
        if self.test_language {
            web::words::offer_test_language();
        }
    }

    /// Where and how to answer.
    ///
    /// # Errors
    /// When the file with settings cannot be used.
    pub fn answering(&self) -> Result<Answering, Fault> {
        let file = self.place.file()?;
        let usual = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
        Ok(Answering {
            listen: self.listen.or(file.listen).unwrap_or(usual),
            https: self.https.or(file.https).unwrap_or(false),
        })
    }

    /// How long is waited for whom there.
    ///
    /// # Errors
    /// When the file with settings cannot be used.
    pub fn limits(&self, answering: Answering) -> Result<crate::serve::limits::Limits, Fault> {
        let told = self.limits.clone().or(self.place.file()?.limits);
        Ok(told.settle(answering.listen, answering.https))
    }
}

/// The name of the server in a mail address like `smtp://name:password@mail.example:587`, and nothing else of it.
fn server(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let place = rest.split(['/', '?', '#']).next()?;
    let host = place.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("meerzien.toml");
        std::fs::write(&path, text).unwrap();
        (folder, Place { config: Some(path), ..Place::default() })
    }

    #[test]
    fn a_flag_goes_before_the_file_and_the_file_before_what_is_usual() {
        let (folder, place) =
            written("data = \"house\"\nlisten = \"127.0.0.1:9\"\nhttps = true\nupload-max = 5\n");
        let door = Door { place: place.clone(), ..Door::default() };
        let settings = place.settings().unwrap();
        assert_eq!((settings.data, settings.upload_max), (folder.path().join("house"), 5));
        assert_eq!(
            door.answering().unwrap(),
            Answering { listen: "127.0.0.1:9".parse().unwrap(), https: true }
        );

        let place = Place { data: Some("/elsewhere".into()), ..place };
        assert_eq!(place.settings().unwrap().data, PathBuf::from("/elsewhere"));
        let door = Door {
            place,
            listen: Some("127.0.0.1:7".parse().unwrap()),
            https: Some(false),
            ..Door::default()
        };
        assert_eq!(
            door.answering().unwrap(),
            Answering { listen: "127.0.0.1:7".parse().unwrap(), https: false }
        );

        let (_folder, place) = written("[limits]\nstall = 7\n");
        let door = Door { place, ..Door::default() };
        let limits = door.limits(door.answering().unwrap()).unwrap();
        assert_eq!(limits.stall, Duration::from_secs(7));

        let usual = Door::default();
        assert_eq!(usual.place.settings().unwrap().data, PathBuf::from("./data"));
        assert_eq!(usual.answering().unwrap().listen.port(), PORT);
    }

    #[test]
    fn mail_is_off_until_it_is_set_up_whole() {
        assert!(Place::default().post().unwrap().is_none() && !Place::default().settings().unwrap().mail);
        let (_folder, place) =
            written("mail = \"smtps://m:s3cret@mail.example\"\nmail-from = \"m@x.example\"\n");
        let told = place.post().unwrap_err().to_string();
        assert!(told.contains("address") && !told.contains("s3cret"), "{told}");
        assert_eq!(place.settings().unwrap().mail_server.as_deref(), Some("mail.example"));
        assert_eq!(server("smtp://n:p%40ss@mail.example:587?tls=required"), Some("mail.example"));
        assert_eq!((server("mail.example"), server("smtp://n:p@")), (None, None));
        let place = Place { address: Some("https://meerzien.example/".into()), ..place };
        assert!(place.post().unwrap().is_some());
        let settings = place.settings().unwrap();
        assert_eq!((settings.address.as_deref(), settings.mail), (Some("https://meerzien.example"), true));
    }

    #[test]
    fn a_setting_that_does_not_exist_is_told() {
        let (_folder, place) = written("lissten = \"127.0.0.1:9\"\n");
        assert!(place.settings().unwrap_err().to_string().contains("lissten"));
        let place = Place { config: Some("/nowhere/at/all.toml".into()), ..Place::default() };
        assert!(place.settings().unwrap_err().to_string().starts_with("/nowhere/at/all.toml"));
    }
}
