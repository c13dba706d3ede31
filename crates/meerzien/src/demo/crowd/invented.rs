//! What the crowd of the demo is called and says. None of it is anyone's.

const GIVEN: [&str; 30] = [
    "Aafke", "Bilal", "Carlijn", "Dirk", "Esra", "Femke", "Gijs", "Halima", "Ilse", "Jelle", "Kaoutar",
    "Lars", "Maud", "Nadir", "Oscar", "Petra", "Quinten", "Rosa", "Sjoerd", "Tessa", "Umut", "Vera", "Wout",
    "Xandra", "Yara", "Zeger", "Amira", "Bas", "Chantal", "Daan",
];
const FAMILY: [&str; 29] = [
    "Akkerman",
    "Bakir",
    "Cornelisse",
    "Dekker",
    "Elzinga",
    "Faber",
    "Groen",
    "Haddou",
    "Idema",
    "Jonker",
    "Kaya",
    "Laan",
    "Meulman",
    "Nauta",
    "Oosting",
    "Postma",
    "Rademaker",
    "Schipper",
    "Terlouw",
    "Uittenbogaard",
    "Veenstra",
    "Wagenaar",
    "Ypma",
    "Zomer",
    "Blankers",
    "Drost",
    "Hofland",
    "Kuiper",
    "Meeuwsen",
];

/// A name; the first 870 are all different.
pub fn name(n: usize) -> String {
    format!("{} {}", GIVEN[n % GIVEN.len()], FAMILY[n % FAMILY.len()])
}

/// The first part of an address that nobody else has.
pub fn address(n: usize) -> String {
    format!("{}.{}", name(n).to_lowercase().replace(' ', "."), n + 1)
}

/// Teams, each with how large it is beside the others. Some are too small to be shown.
pub const TEAMS: [(&str, usize); 16] = [
    ("Inkomen Noord", 30),
    ("Inkomen Zuid", 28),
    ("Werk Oost", 26),
    ("Werk West", 26),
    ("Participatie", 24),
    ("Jongerenloket", 22),
    ("Statushouders", 20),
    ("Wijkteam Haven", 20),
    ("Wijkteam Centrum", 18),
    ("Schuldhulp Noord", 16),
    ("Wmo Beoordeling", 14),
    ("Jeugd", 12),
    ("Mantelzorg", 8),
    ("Vroegsignalering", 6),
    ("Bijzondere zaken", 4),
    ("Proeftuin", 3),
];

/// Names that clients choose.
pub const CODE_NAMES: &[&str] = &[
    "Berk", "Lijster", "Anjer", "Wilg", "Zwaluw", "Klaver", "Esdoorn", "Vink", "Iris", "Beuk", "Egel",
    "Lavendel",
];

/// What is noted at a moment, or by a colleague.
pub const NOTES: &[&str] = &[
    "Hier wordt het stil.",
    "Een zucht, en dan een ander onderwerp.",
    "Allebei lachen, het gaat vanzelf.",
    "Het woord 'moet' valt drie keer.",
    "Handen open, stem lager.",
    "De vraag komt terug zonder antwoord.",
    "Er wordt doorgepraat over het formulier.",
    "Een eigen plan, hardop.",
];

/// What is written with an answer.
pub const ANSWERS: &[&str] = &[
    "Aan het begin voorzichtig, later vrijer.",
    "Ik hoorde vooral regels.",
    "We zochten samen naar een eerste stap.",
    "Het doel is gezegd, maar van wie was het?",
    "Halverwege paste het beter.",
    "Er bleef iets liggen.",
];

/// What was read together.
pub const READINGS: &[&str] = &[
    "We zagen alle drie dat het pas ging lopen na de stilte.",
    "Voor de een was het een afspraak, voor de ander een opdracht.",
    "Het plan was goed, het tempo niet.",
    "Wat telde kwam aan het eind, bij de deur.",
];

/// Another way: what one wants to reach, and words to try.
pub const ALTERNATIVES: &[(&str, &str)] = &[
    ("eerst wat knelt", "Wat moet vandaag als eerste opgelost?"),
    ("benoemen wat ik zie", "Ik merk dat het stil wordt. Klopt dat?"),
    ("keuze teruggeven", "Hoe zou u het zelf aanpakken?"),
    ("kleiner maken", "Wat zou al een klein beetje schelen?"),
    ("ruimte laten", "En dan?"),
];

/// By what it will be noticed.
pub const SIGNS: &[&str] =
    &["Er komt een eigen voorbeeld.", "De ander begint over het vervolg.", "We zwijgen en dat is goed."];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nobody_is_called_like_another() {
        let names: BTreeSet<String> = (0..800).map(name).collect();
        assert_eq!(names.len(), 800);
        let addresses: BTreeSet<String> = (0..2_000).map(address).collect();
        assert_eq!(addresses.len(), 2_000);
    }
}
