//! Who is in the demo: the people of the three cases, and one of each other role.

use method::roles::Role::{self, Administrator, Coach, Manager, PrivacyOfficer, Professional, Researcher};
use method::time::Stamp;
use practice::House;
use practice::identity::NewMember;
use practice::organisation::Terms;

/// The password of every demo account, for signing in by form; the page offers a button too.
const PASSWORD: &str = "kijken naar zien";

const PEOPLE: &[(&str, &str, &[Role])] = &[
    ("Sanne Verhoef", "sanne", &[Professional]),
    ("Ruud de Wit", "ruud", &[Coach]),
    ("Youssef Amrani", "youssef", &[Professional]),
    ("Ineke Bos", "ineke", &[Coach]),
    ("Marleen Kok", "marleen", &[Professional]),
    ("Tarik Yilmaz", "tarik", &[Coach]),
    ("Joris Smit", "joris", &[Professional]),
    ("Anne Mulder", "anne", &[Professional, Coach]),
    ("Els van Dam", "els", &[Manager]),
    ("Bram Hendriks", "bram", &[PrivacyOfficer]),
    ("Noor Jansen", "noor", &[Researcher]),
    ("Wim Peters", "wim", &[Administrator]),
];

/// Adds the organisation and its people.
///
/// # Errors
/// When the installation cannot keep them.
pub async fn fill(house: &House) -> Result<(), practice::Error> {
    let now = Stamp::from(jiff::Timestamp::now());
    let terms = Terms::of("Gemeente Waterland aan Zee", "0299 123 456", "fg@waterlandaanzee.example");
    let organisation = house.add_organisation(&terms, now).await?;
    for (n, (name, address, roles)) in (0_i64..).zip(PEOPLE) {
        let email = format!("{address}@waterlandaanzee.example");
        let password = Some(PASSWORD.to_owned());
        let new = NewMember { organisation, name, email: &email, password, roles, demo: true };
        house.add_member(new, Stamp(now.0 + n)).await?;
    }
    Ok(())
}
