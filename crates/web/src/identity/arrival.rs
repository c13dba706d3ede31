//! From where somebody comes: the network, and the cookie of a browser that signed in before.

use std::convert::Infallible;
use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use practice::identity::Whence;

use crate::app::App;

/// The cookie by which a browser is known again. It signs nobody in.
const fn cookie(https: bool) -> &'static str {
    crate::headers::cookie(https, "known", "__Host-known")
}

/// How long it is kept, in days.
const DAYS: i64 = 180;

/// Who holds the other end of the connection, as whoever listens says it.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// From where somebody comes.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    network: String,
    device: Option<String>,
}

impl Arrival {
    /// As deeds are told it.
    pub(crate) fn whence(&self) -> Whence<'_> {
        Whence { network: &self.network, device: self.device.as_deref() }
    }

    pub(crate) fn of(app: &App, parts: &Parts) -> Self {
        let device = CookieJar::from_headers(&parts.headers)
            .get(cookie(app.https))
            .map(|cookie| cookie.value().to_owned());
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
        let from = peer.map(|peer| behind(peer, &parts.headers, &app.house.settings.proxies));
        Self { network: from.map_or_else(String::new, network), device }
    }
}

impl FromRequestParts<App> for Arrival {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::of(app, parts))
    }
}

/// The cookie by which this browser is known from now on.
pub(crate) fn known(app: &App, token: String) -> Cookie<'static> {
    Cookie::build((cookie(app.https), token))
        .path("/")
        .same_site(SameSite::Lax)
        .http_only(true)
        .secure(app.https)
        .max_age(time::Duration::days(DAYS))
        .build()
}

/// Who is behind the proxies we trust: the last address that one of them names and that is not itself one of them. What
/// stands before it can have been written by anyone.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let trusted = |address: &IpAddr| address.to_canonical().is_loopback() || proxies.contains(address);
    let said = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let said: Vec<&str> = said.flat_map(|line| line.split(',')).map(str::trim).collect();
    let mut from = peer;
    for name in said.iter().rev() {
        if !trusted(&from) {
            break;
        }
        match name.parse() {
            Ok(address) => from = address,
            Err(_) => break,
        }
    }
    from
}

/// An address as far as one household or office holds it: all of IPv4's, the first half of IPv6's.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(four) => four.to_string(),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, said: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in said {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let proxies = ["10.0.0.1".parse().unwrap()];
        network(behind(peer.parse().unwrap(), &headers, &proxies))
    }

    #[test]
    fn only_a_trusted_proxy_says_where_somebody_comes_from() {
        assert_eq!(from("198.51.100.7", &["203.0.113.9"]), "198.51.100.7", "anyone can write a header");
        assert_eq!(from("127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(
            from("10.0.0.1", &["192.0.2.1, 203.0.113.9"]),
            "203.0.113.9",
            "what was sent along is not believed"
        );
        assert_eq!(from("127.0.0.1", &["192.0.2.1, 203.0.113.9", "10.0.0.1"]), "203.0.113.9");
        assert_eq!(from("127.0.0.1", &["nonsense"]), "127.0.0.1");
        assert_eq!(from("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn an_office_with_many_addresses_is_one_network() {
        assert_eq!(from("2001:db8:1:2:3:4:5:6", &[]), from("2001:db8:1:2:ffff::1", &[]));
        assert_ne!(from("2001:db8:1:2::1", &[]), from("2001:db8:1:3::1", &[]));
        assert_eq!(from("::ffff:198.51.100.7", &[]), "198.51.100.7");
    }
}
