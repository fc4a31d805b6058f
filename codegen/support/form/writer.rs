//! The writer: a form that grows parameter by parameter.

use super::super::digits;
use super::super::operation::BuildError;
use super::super::percent;
use super::super::wire::{Guard, Layout};

/// Most forms fit in so many bytes.
const USUAL_SIZE: usize = 512;
/// Most paths fit in so many bytes.
const USUAL_PATH: usize = 64;

/// The two ways to write lists and maps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dialect {
    /// `Tags.member.1=a`, or `Tags.1=a` where they are flat; `Tags=` is an empty list.
    AwsQuery,
    /// `Tags.1=a`, and nothing for an empty list.
    Ec2Query,
}

/// A form in the making.
///
/// Each value has a path: the names and numbers, between dots, that lead to it. What begins inside a
/// value keeps the value's path and a dot before its own name, and cuts back to them for the next.
pub struct Writer {
    pub(super) form: Vec<u8>,
    pub(super) guard: Guard,
    pub(super) dialect: Dialect,
    /// The path of the value that comes next.
    path: Vec<u8>,
    /// As much of the path as is that of what is around the value.
    pub(super) around: usize,
    pub(super) layout: &'static Layout,
}

impl Writer {
    /// A form that asks for this operation, in this version of the service's API.
    #[inline]
    pub fn new(dialect: Dialect, action: &str, version: &str) -> Self {
        let mut form = Vec::with_capacity(USUAL_SIZE);
        form.extend_from_slice(b"Action=");
        percent::encode(action, false, &mut form);
        form.extend_from_slice(b"&Version=");
        percent::encode(version, false, &mut form);
        Self {
            form,
            guard: Guard::default(),
            dialect,
            path: Vec::with_capacity(USUAL_PATH),
            around: 0,
            layout: &Layout::PLAIN,
        }
    }

    /// The finished form.
    ///
    /// # Errors
    /// Where a value could not be written, see [`wire::Writer::fail`](super::super::wire::Writer::fail).
    #[inline]
    pub fn finish(self) -> Result<Vec<u8>, BuildError> {
        self.guard.finish(self.form)
    }

    /// Says the path, inside what is around it, and the layout of the value that comes next.
    #[inline]
    pub(super) fn next(&mut self, name: &str, layout: Option<&'static Layout>) {
        self.path.truncate(self.around);
        self.path.extend_from_slice(name.as_bytes());
        self.layout = layout.unwrap_or(&Layout::PLAIN);
    }

    /// The same, with a number for its name.
    #[inline]
    pub(super) fn next_number(&mut self, number: usize, layout: Option<&'static Layout>) {
        self.next("", layout);
        digits::write_natural(&mut self.path, number as u64);
    }

    /// What comes next is inside the value that would have come next.
    #[inline]
    pub(super) fn inside(&mut self) {
        // The root has no name.
        if !self.path.is_empty() {
            self.path.push(b'.');
        }
        self.around = self.path.len();
    }

    /// Begins a structure, a list or a map, and gives what ends it again.
    #[inline]
    pub(super) fn descend(&mut self) -> usize {
        self.guard.descend();
        let around = self.around;
        self.inside();
        around
    }

    /// Ends what [`descend`](Self::descend) began.
    #[inline]
    pub(super) fn ascend(&mut self, around: usize) {
        self.around = around;
        self.guard.ascend();
    }

    /// Begins the parameter of the value that comes next. Its value follows.
    #[inline]
    pub(super) fn parameter(&mut self) -> &mut Vec<u8> {
        self.form.push(b'&');
        self.form.extend_from_slice(&self.path);
        self.form.push(b'=');
        &mut self.form
    }
}
