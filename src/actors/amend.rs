//! Changes a part of the office's document as it is now, whichever node changed it last: nobody's change is undone by somebody who
//! had not seen it.

use crate::ask::Trouble;
use crate::office::Office;
use okienko_queue::office::OfficeFile;

/// How often others may be faster before the caller is asked to try again.
const TRIES: usize = 5;

impl Office {
    /// Edits the document in somebody's name and brings every department to it. `edit` may be called more than once, each time over a fresh copy; what it
    /// leaves as it was is not written.
    ///
    /// # Errors
    /// Whatever `edit` refuses, and then nothing is changed; [`Trouble::TryAgain`] when others were faster time and again, or the
    /// database is away.
    pub async fn amend<R, E: From<Trouble>>(
        &self,
        author: String,
        edit: impl Fn(&mut OfficeFile) -> Result<R, E>,
    ) -> Result<R, E> {
        for _ in 0..TRIES {
            let held = self.document().await?;
            let mut file = (*held.0).clone();
            let done = edit(&mut file)?;
            if file == *held.0 || self.replace(&held, file, &author, None).await?.is_some() {
                return Ok(done);
            }
        }
        Err(Trouble::TryAgain.into())
    }
}
