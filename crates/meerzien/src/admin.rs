//! Setting up an organisation from the command line.

use clap::Subcommand;
use method::roles::Role;
use method::time::Stamp;
use practice::House;
use practice::identity::NewMember;
use practice::organisation::Terms;

use crate::Done;
use crate::config::Place;

/// What an operator can do from the command line.
#[derive(Subcommand)]
pub enum Admin {
    /// Makes an organisation and its first administrator; asks the password on standard input.
    Init {
        #[command(flatten)]
        place: Place,
        /// The organisation's name.
        #[arg(long)]
        organisation: String,
        /// The number that clients call.
        #[arg(long)]
        phone: String,
        /// How to reach the data protection officer.
        #[arg(long)]
        privacy_officer: String,
        /// The administrator's name.
        #[arg(long)]
        name: String,
        /// The administrator's e-mail address.
        #[arg(long)]
        email: String,
    },
}

/// Does it.
///
/// # Errors
/// When the installation cannot be opened or a field cannot be used.
pub async fn run(admin: Admin) -> Done {
    let now = Stamp::from(jiff::Timestamp::now());
    match admin {
        Admin::Init { place, organisation, phone, privacy_officer, name, email } => {
            let house = House::open(place.settings()?).await?;
            eprintln!("A password of at least fifteen characters, then Enter:");
            let mut password = String::new();
            std::io::stdin().read_line(&mut password)?;
            let password = Some(password.trim_end_matches(['\r', '\n']).to_owned());
            let terms = Terms::of(&organisation, &phone, &privacy_officer);
            let organisation = house.add_organisation(&terms, now).await?;
            let roles = &[Role::Administrator];
            let new = NewMember { organisation, name: &name, email: &email, password, roles, demo: false };
            house.add_member(new, now).await?;
            println!("{email} can sign in now");
        }
    }
    Ok(())
}
