//! The five questions with their answers, as cards and as a list.

use method::consent::{Purpose, Yes};
use practice::Error;

use super::texts::Hand;
use crate::words::Words;

/// One purpose in words, with how it was answered so far.
pub(crate) struct Question {
    /// `look`, `colleagues`, …
    pub(crate) key: &'static str,
    /// The question.
    pub(crate) question: String,
    /// What a yes means.
    pub(crate) yes: String,
    /// What a no means.
    pub(crate) no: String,
    /// Its short name.
    pub(crate) name: String,
    /// Whether it is answered with yes.
    pub(crate) said: bool,
}

/// One purpose in words.
pub(crate) fn question(words: Words, purpose: Purpose, said: bool) -> Question {
    let part = |part: &str| words.with(&format!("consent-{purpose}-{part}")).to_string();
    Question {
        key: purpose.key(),
        question: part("q"),
        yes: part("yes"),
        no: part("no"),
        name: part("name"),
        said,
    }
}

/// All purposes in words for the professional, who answers for themself; those in `yes` are answered so.
pub(crate) fn own_questions(words: Words, yes: &[Purpose]) -> Vec<Question> {
    let own = |purpose: &Purpose| {
        let part = |part: &str| words.with(&format!("asking-own-{purpose}{part}")).to_string();
        Question { question: part("-q"), yes: part(""), ..question(words, *purpose, yes.contains(purpose)) }
    };
    Purpose::ALL.iter().map(own).collect()
}

/// All purposes as one person reads them; those in `yes` are answered so.
pub(crate) fn questions_for(words: Words, yes: &[Purpose], hand: Hand) -> Vec<Question> {
    match hand {
        Hand::Client => questions(words, yes),
        Hand::Professional => {
            own_questions(words, yes).into_iter().map(|one| Question { no: String::new(), ..one }).collect()
        }
        Hand::Beside => Purpose::ALL
            .iter()
            .map(|purpose| question_for(words, *purpose, yes.contains(purpose), hand))
            .collect(),
    }
}

/// One purpose as the client, or someone who is there too, reads it.
pub(crate) fn question_for(words: Words, purpose: Purpose, said: bool, hand: Hand) -> Question {
    let one = question(words, purpose, said);
    match hand {
        Hand::Beside => Question { yes: words.t(&format!("consent-beside-{purpose}-yes")), ..one },
        _ => one,
    }
}

/// All purposes in words; those in `yes` are answered so.
pub(crate) fn questions(words: Words, yes: &[Purpose]) -> Vec<Question> {
    Purpose::ALL.iter().map(|purpose| question(words, *purpose, yes.contains(purpose))).collect()
}

/// The purposes to which a yes lives.
pub(crate) fn living(yeses: &[(Purpose, Yes)]) -> Vec<Purpose> {
    yeses.iter().filter(|(_, yes)| yes.lives()).map(|(purpose, _)| *purpose).collect()
}

/// The names of purposes after one another.
pub(crate) fn names(words: Words, purposes: &[Purpose]) -> String {
    let names: Vec<String> =
        purposes.iter().map(|purpose| words.t(&format!("consent-{purpose}-name"))).collect();
    crate::conversation::steps::listed(words, &names)
}

/// Reads words of purposes; what is none is left out.
pub(crate) fn read(words: &[String]) -> Vec<Purpose> {
    words.iter().filter_map(|word| Purpose::parse(word)).collect()
}

/// Reads a form in which every purpose has a yes or a no: `look=yes&colleagues=no…`.
///
/// # Errors
/// `Invalid` when one has neither.
pub(crate) fn all_answered(pairs: &[(String, String)]) -> practice::Result<Vec<Purpose>> {
    let answer = |purpose: &Purpose| {
        let said = pairs.iter().find(|(name, _)| name == purpose.key()).map(|(_, said)| said.as_str());
        matches!(said, Some("yes" | "no")).then_some(said == Some("yes"))
    };
    let mut yes = Vec::new();
    for purpose in Purpose::ALL.iter().copied() {
        match answer(&purpose) {
            Some(true) => yes.push(purpose),
            Some(false) => {}
            None => return Err(Error::invalid("answers", "invalid-answers")),
        }
    }
    Ok(yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_needs_an_answer() {
        let mut form: Vec<(String, String)> =
            Purpose::ALL.iter().map(|p| (p.key().to_owned(), "no".to_owned())).collect();
        assert_eq!(all_answered(&form).unwrap(), []);
        form[2].1 = "yes".to_owned();
        assert_eq!(all_answered(&form).unwrap(), [Purpose::Research]);
        form[3].1 = "maybe".to_owned();
        assert!(all_answered(&form).is_err());
    }
}
