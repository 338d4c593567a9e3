//! A simulated printer: each paper is a PNG file in a folder.
//!
//! A word in the file `status` of the folder makes trouble: any of [`Status::as_str`], `breaks` (ready, and then the paper tears in
//! the middle), or `unsure` (the paper comes out, and then nothing is heard any more). Without the file all is well.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::{Job, Printer, PrinterFault, Status};

/// A folder of papers.
pub(super) struct Folder(pub PathBuf);

impl Folder {
    fn word(&self) -> String {
        fs::read_to_string(self.0.join("status")).map(|word| word.trim().to_owned()).unwrap_or_default()
    }

    /// Writes the paper beside and moves it in: who lists the folder never sees half a picture.
    fn keep(&self, job: &Job) -> io::Result<()> {
        let picture = job.picture.as_ref().ok_or(io::ErrorKind::InvalidInput)?;
        let file = picture.png().map_err(io::Error::other)?;
        let code: String = job.code.chars().filter(char::is_ascii_alphanumeric).collect();
        let name = format!("{:06}-{code}", self.last()? + 1);
        let beside = self.0.join(format!("{name}.part"));
        fs::write(&beside, file)?;
        fs::rename(beside, self.0.join(format!("{name}.png")))
    }

    fn last(&self) -> io::Result<u64> {
        let numbered = |entry: io::Result<fs::DirEntry>| -> Option<u64> {
            let name = entry.ok()?.file_name();
            name.to_str()?.strip_suffix(".png")?.split('-').next()?.parse().ok()
        };
        Ok(fs::read_dir(&self.0)?.filter_map(numbered).max().unwrap_or(0))
    }
}

impl Printer for Folder {
    fn status(&mut self) -> Status {
        if fs::create_dir_all(&self.0).is_err() {
            return Status::Away;
        }
        match self.word().as_str() {
            "near_end" => Status::NearEnd,
            "paper_end" => Status::PaperEnd,
            "cover_open" => Status::CoverOpen,
            "error" => Status::Error,
            "away" => Status::Away,
            _ => Status::Ready,
        }
    }

    fn print(&mut self, job: &Job) -> Result<(), PrinterFault> {
        if !self.status().can_print() || self.word() == "breaks" {
            return Err(PrinterFault::Broken);
        }
        self.keep(job).map_err(|_| PrinterFault::Broken)?;
        if self.word() == "unsure" { Err(PrinterFault::Unsure) } else { Ok(()) }
    }

    fn wants_picture(&self) -> bool {
        true
    }
}
