//! The drawer: pieces without a name wait here for one another.
//!
//! There are always as many slips, of one length, and all are sealed anew together: by the clock, and when one is put in
//! or taken out. Whoever lays two copies of the database side by side sees that everything changed, as always. Every
//! Monday what is there comes on the board, in no order, if enough people came in since the last time that it can be
//! from any of them. Nothing here knows who wrote.

use method::board::{CROWD, Month, PieceKind, TakenFor, turn};
use method::consent::beyond;
use method::ids::{OrganisationId, PieceId};
use method::looking::{LeadQuestion, MomentKind};
use method::time::Stamp;
use records::Conn;
use records::board as rows;
use records::board::drawer::Turn;
use serde::{Deserialize, Serialize};
use vault::TextKey;

use super::{piece_place, writing};
use crate::house::ids;
use crate::{Error, House, Result, audit};

/// How many pieces fit: more than an organisation writes in a week.
const SLOTS: i64 = 48;
/// How long every slip is, in bytes: more than the longest piece takes.
const LENGTH: usize = 4 * 1024;
/// How often all slips are sealed anew by the clock, in milliseconds.
const STIR: i64 = 30 * 60_000;

/// A piece without a name, as it waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Slip {
    pub(super) kind: PieceKind,
    pub(super) moment: Option<MomentKind>,
    pub(super) question: Option<LeadQuestion>,
    pub(super) alternative: Option<String>,
    pub(super) text: String,
    pub(super) mark: String,
}

/// What became of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    /// The piece is gone.
    Gone,
    /// It had been taken away already, for this; now nothing of it is left.
    TakenAway(TakenFor),
}

fn place(organisation: OrganisationId, slot: i64) -> String {
    format!("board_drawer.slip/{organisation}/{slot}")
}

/// A slip as it is sealed, filled or empty: as many bytes as any other.
fn written(slip: Option<&Slip>) -> Result<String> {
    let mut json = serde_json::to_string(&slip).map_err(|_| Error::Inner("a slip of the drawer".into()))?;
    let room = LENGTH.checked_sub(json.len()).ok_or(Error::invalid("text", "invalid-board-long"))?;
    json.extend(std::iter::repeat_n(' ', room));
    Ok(json)
}

/// What lies in the drawer of an organisation.
struct Drawer {
    organisation: OrganisationId,
    key: TextKey,
    slips: Vec<Slip>,
    turn: Turn,
}

impl Drawer {
    /// Opens it, with nobody else at it until the transaction ends. One that is not there is made.
    async fn open(house: &House, c: &mut Conn, organisation: OrganisationId, now: Stamp) -> Result<Self> {
        let permit = beyond::nobody(organisation);
        house.vault.create_key(&permit).await?;
        let key = house.vault.text_key(&permit).await?;
        let turn = match rows::drawer::hold(c, organisation).await? {
            Some(turn) => turn,
            None => {
                let turn = Turn { turn: house.turn(now), since: now.0, stirred_at: now.0 };
                rows::drawer::put_turn(c, organisation, turn).await?;
                turn
            }
        };
        let mut slips = Vec::new();
        for (slot, sealed) in rows::drawer::slips(c, organisation).await? {
            let json = key.open(&place(organisation, slot), &sealed)?;
            let slip: Option<Slip> =
                serde_json::from_str(&json).map_err(|_| Error::Inner("a slip of the drawer".into()))?;
            slips.extend(slip);
        }
        Ok(Self { organisation, key, slips, turn })
    }

    /// Seals every slip anew, the empty ones too, and all of one length.
    async fn stir(&self, c: &mut Conn) -> Result<()> {
        for slot in 0..SLOTS {
            let slip = usize::try_from(slot).ok().and_then(|at| self.slips.get(at));
            let sealed = self.key.seal(&place(self.organisation, slot), &written(slip)?)?;
            rows::drawer::put_slip(c, self.organisation, slot, &sealed).await?;
        }
        Ok(())
    }

    /// Hangs everything on the board, in the order of ids that mean nothing.
    async fn lay_out(&mut self, c: &mut Conn, now: Stamp) -> Result<usize> {
        let mut laid: Vec<_> = self.slips.drain(..).map(|slip| (PieceId::new(), slip)).collect();
        laid.sort_by_key(|(id, _)| *id);
        for (id, slip) in &laid {
            let sealed = self.key.seal(&piece_place(&id.to_string()), &slip.text)?;
            let new = rows::New {
                id: *id,
                organisation: self.organisation,
                about: rows::About {
                    kind: slip.kind,
                    moment: slip.moment,
                    question: slip.question,
                    alternative: slip.alternative.as_deref(),
                },
                sealed: &sealed,
                author: None,
                month: Month::of(now),
                mark: &slip.mark,
            };
            rows::insert(c, &new).await?;
        }
        Ok(laid.len())
    }
}

impl House {
    fn turn(&self, now: Stamp) -> i64 {
        turn(now, self.settings.board_turn)
    }

    /// Puts a piece without a name into the drawer.
    pub(super) async fn put_in_drawer(
        &self,
        c: &mut Conn,
        organisation: OrganisationId,
        slip: Slip,
        now: Stamp,
    ) -> Result<()> {
        let mut drawer = Drawer::open(self, c, organisation, now).await?;
        // The same form again.
        let known = drawer.slips.iter().any(|one| one.mark == slip.mark);
        if !known && rows::nameless(c, &slip.mark).await?.is_none() {
            if drawer.slips.len() >= usize::try_from(SLOTS).unwrap_or(0) {
                return Err(Error::invalid("text", "invalid-board-full"));
            }
            drawer.slips.push(slip);
        }
        drawer.stir(c).await
    }

    /// Takes back what was written without a name, for whoever knows its word. They need not come in for it: so nothing
    /// can tell who did.
    ///
    /// # Errors
    /// `Invalid` for a word to which nothing belongs.
    #[crate::boxed]
    pub async fn withdraw_nameless(&self, word: &str, now: Stamp) -> Result<Withdrawn> {
        const NONE: Error = Error::invalid("word", "invalid-board-word");
        let mark = writing::mark(word).ok_or(NONE)?;
        let mut c = self.db.write().await?;
        if let Some(row) = rows::nameless(&mut c, &mark).await? {
            rows::remove(&mut c, &row.id).await?;
            c.commit().await?;
            let taken = row.taken_for.as_deref().and_then(TakenFor::parse);
            return Ok(taken.map_or(Withdrawn::Gone, Withdrawn::TakenAway));
        }
        for organisation in rows::drawer::organisations(&mut c).await? {
            let mut drawer = Drawer::open(self, &mut c, ids::organisation(&organisation)?, now).await?;
            let before = drawer.slips.len();
            drawer.slips.retain(|slip| slip.mark != mark);
            if drawer.slips.len() < before {
                drawer.stir(&mut c).await?;
                c.commit().await?;
                return Ok(Withdrawn::Gone);
            }
        }
        Err(NONE)
    }

    /// Does what the clock asks of every board: seals the slips anew, and lays out what waited when a turn is over and
    /// enough people came in. Gives how many pieces came on a board.
    ///
    /// # Errors
    /// When records or vault fail.
    #[crate::boxed]
    pub async fn turn_boards(&self, now: Stamp) -> Result<usize> {
        let organisations = rows::drawer::organisations(&mut self.db.read().await?).await?;
        let mut laid = 0;
        for organisation in organisations {
            laid += self.turn_board(ids::organisation(&organisation)?, now).await?;
        }
        Ok(laid)
    }

    async fn turn_board(&self, organisation: OrganisationId, now: Stamp) -> Result<usize> {
        let mut c = self.db.write().await?;
        let known = rows::drawer::hold(&mut c, organisation).await?;
        let over = |turn: Turn| self.turn(now) > turn.turn;
        let due = |turn: Turn| over(turn) || now.0 - turn.stirred_at >= STIR || now.0 < turn.stirred_at;
        if known.is_some_and(|turn| !due(turn)) {
            return Ok(0);
        }
        let mut drawer = Drawer::open(self, &mut c, organisation, now).await?;
        let mut laid = 0;
        if over(drawer.turn) {
            let signed_in = audit::Deed::SignedIn.key();
            let since = Stamp(drawer.turn.since);
            // Whoever is one of so few would be known; what waits, waits for the next Monday.
            if rows::drawer::came_in(&mut c, organisation, since, signed_in).await? >= CROWD {
                laid = drawer.lay_out(&mut c, now).await?;
                drawer.turn.since = now.0;
            }
            drawer.turn.turn = self.turn(now);
        }
        drawer.turn.stirred_at = now.0;
        drawer.stir(&mut c).await?;
        rows::drawer::put_turn(&mut c, organisation, drawer.turn).await?;
        c.commit().await?;
        Ok(laid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::board::PIECE_MAX;

    #[test]
    fn the_longest_piece_fits_on_a_slip_and_none_is_longer_than_an_empty_one() {
        assert_eq!(written(None).unwrap().len(), LENGTH);
        for sign in ["😀", "\"", "\n", "é"] {
            let slip = Slip {
                kind: PieceKind::Dilemma,
                moment: Some(MomentKind::Disengaging),
                question: Some(LeadQuestion::InterventionFit),
                alternative: Some(method::ids::SharedId::new().to_string()),
                text: sign.repeat(PIECE_MAX),
                mark: "a".repeat(64),
            };
            assert_eq!(written(Some(&slip)).unwrap().len(), LENGTH, "{sign}");
            let read: Option<Slip> = serde_json::from_str(&written(Some(&slip)).unwrap()).unwrap();
            assert_eq!(read.unwrap().text, slip.text);
        }
    }
}
