//! A form that comes back: what was typed stays, and the field that cannot be used says why.

use practice::Error;

use crate::fault::Fault;
use crate::words::Words;

/// What is wrong with a form: one field and its sentence, already in words.
#[derive(Clone, Debug, Default)]
pub struct Wrong {
    field: &'static str,
    sentence: String,
}

impl Wrong {
    /// One field and its sentence.
    pub(crate) const fn of(field: &'static str, sentence: String) -> Self {
        Self { field, sentence }
    }

    /// The sentence for this field, if it is the one.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&str> {
        (!self.sentence.is_empty() && self.field == field).then_some(self.sentence.as_str())
    }

    /// The sentence, wherever it belongs.
    #[must_use]
    pub fn any(&self) -> Option<&str> {
        (!self.sentence.is_empty()).then_some(self.sentence.as_str())
    }
}

/// Splits a deed's result: a field that a person can mend comes back as [`Wrong`], all else is a fault.
///
/// # Errors
/// Whatever is not about one field of the form.
pub(crate) fn mend<T>(result: practice::Result<T>, words: Words) -> Result<Result<T, Wrong>, Fault> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Invalid { field, key }) => Ok(Err(Wrong { field, sentence: words.t(key) })),
        Err(other) => Err(other.into()),
    }
}
