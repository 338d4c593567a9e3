//! Changes a part of the office's document as it is now, whichever node changed it last: nobody's change is undone by somebody who
//! had not seen it.

use crate::ask::Trouble;
use crate::directory;
use crate::office::Office;
use crate::setup;
use okienko_queue::office::OfficeFile;

/// How often others may be faster before the caller is asked to try again.
const TRIES: usize = 5;

impl Office {
    /// Edits the document and brings every department to it. `edit` may be called more than once, each time over a fresh copy; what it
    /// leaves as it was is not written.
    ///
    /// # Errors
    /// Whatever `edit` refuses, and then nothing is changed; [`Trouble::TryAgain`] when others were faster time and again, or the
    /// database is away.
    pub async fn amend<R, E: From<Trouble>>(&self, edit: impl Fn(&mut OfficeFile) -> Result<R, E>) -> Result<R, E> {
        for _ in 0..TRIES {
            let (held, revision) = directory::read(&self.shared, setup::read).await?;
            let mut file = (*held).clone();
            let done = edit(&mut file)?;
            if file == *held || setup::put(&self.shared, file, revision).await? {
                return Ok(done);
            }
        }
        Err(Trouble::TryAgain.into())
    }
}
