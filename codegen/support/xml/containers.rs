//! The inside of elements: of structures, lists and maps.

use std::borrow::Cow;
use std::mem;

use super::reader::Step;
use super::{Error, ErrorKind, Layout, MAX_DEPTH, Reader};

impl<'a> Reader<'a> {
    /// Steps one level deeper, and gives the depth that was.
    #[inline]
    fn descend(&mut self) -> Result<usize, Error> {
        if self.depth == MAX_DEPTH {
            return Err(self.unexpected(ErrorKind::TooDeep));
        }
        self.depth += 1;
        Ok(self.depth - 1)
    }

    /// Steps into the structure that comes next.
    #[inline]
    pub(super) fn structure(&mut self) -> Result<Inside<'a>, Error> {
        let outer_depth = self.descend()?;
        let start = self.at;
        let (mut inside, has_attributes) = self.open(ErrorKind::ExpectedObject, outer_depth)?;
        if has_attributes {
            inside.behind_attributes = Some(mem::replace(&mut self.at, start));
        }
        Ok(inside)
    }

    /// Steps over a start tag, and says whether it has attributes.
    #[inline]
    fn open(
        &mut self,
        otherwise: ErrorKind,
        outer_depth: usize,
    ) -> Result<(Inside<'a>, bool), Error> {
        if self.is_at_attribute() {
            return Err(self.unexpected(otherwise));
        }
        let name = self.name;
        let tag = self.start_tag()?;
        let inside = Inside {
            name,
            is_empty: tag.is_empty,
            outer_depth,
            behind_attributes: None,
            attribute: String::new(),
        };
        Ok((inside, tag.has_attributes))
    }

    /// Steps into the list that comes next, or to its one item where it is flat. Gives how each item is
    /// laid out, too.
    #[inline]
    pub(super) fn items(&mut self) -> Result<(Items<'a>, &'static Layout), Error> {
        let layout = mem::replace(&mut self.layout, &Layout::PLAIN);
        let items = self.each_called(layout.item, layout.is_flat, ErrorKind::ExpectedArray)?;
        Ok((items, layout.items.unwrap_or(&Layout::PLAIN)))
    }

    /// Steps into the map that comes next, or to its one entry where it is flat. Gives how it is laid
    /// out, too.
    #[inline]
    pub(super) fn entries(&mut self) -> Result<(Items<'a>, &'static Layout), Error> {
        let layout = mem::replace(&mut self.layout, &Layout::PLAIN);
        let entries = self.each_called("entry", layout.is_flat, ErrorKind::ExpectedObject)?;
        Ok((entries, layout))
    }

    #[inline]
    fn each_called(
        &mut self,
        name: &'static str,
        is_flat: bool,
        otherwise: ErrorKind,
    ) -> Result<Items<'a>, Error> {
        let outer_depth = self.descend()?;
        let inside = match is_flat {
            true => None,
            false => Some(self.open(otherwise, outer_depth)?.0),
        };
        Ok(Items {
            inside,
            name: local(name),
            outer_depth,
            has_begun: false,
        })
    }

    /// Steps into the entry of a map that comes next.
    #[inline]
    pub(super) fn entry(&mut self, layout: &'static Layout) -> Result<Entry<'a>, Error> {
        let (inside, _) = self.open(ErrorKind::ExpectedObject, self.depth)?;
        Ok(Entry {
            inside,
            layout,
            key: None,
            value: None,
            behind: None,
        })
    }
}

/// A name without its prefix.
#[inline]
pub(super) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// The inside of an element.
pub(super) struct Inside<'a> {
    name: &'a str,
    is_empty: bool,
    outer_depth: usize,
    /// The place behind the start tag, until its attributes are read.
    behind_attributes: Option<usize>,
    /// The name of the attribute that was read last.
    attribute: String,
}

impl<'a> Inside<'a> {
    /// Steps to the next attribute, or else to the next element, and gives its name; `None` behind the
    /// end. The caller has to read or skip its value.
    #[inline]
    pub(super) fn next<'n>(&'n mut self, r: &mut Reader<'a>) -> Result<Option<&'n str>, Error> {
        if self.behind_attributes.is_some() && self.next_attribute(r)? {
            return Ok(Some(&self.attribute));
        }
        self.child(r)
    }

    #[cold]
    #[inline]
    fn next_attribute(&mut self, r: &mut Reader<'a>) -> Result<bool, Error> {
        if let Some(name) = r.next_attribute()? {
            self.attribute = format!("@{name}");
            return Ok(true);
        }
        r.at = self.behind_attributes.take().unwrap_or(r.at);
        Ok(false)
    }

    /// Like [`next`](Self::next), of elements alone.
    #[inline]
    pub(super) fn child(&mut self, r: &mut Reader<'a>) -> Result<Option<&'a str>, Error> {
        if !self.is_empty {
            r.skip_space();
            match r.step(None)? {
                Step::Child(name) => return Ok(Some(name)),
                Step::End => r.end_tag(self.name)?,
            }
        }
        r.depth = self.outer_depth;
        Ok(None)
    }
}

/// The items of a list, or the entries of a map.
pub(super) struct Items<'a> {
    /// What they are in; `None` where there is only one, with nothing around it.
    inside: Option<Inside<'a>>,
    name: &'static str,
    outer_depth: usize,
    has_begun: bool,
}

impl<'a> Items<'a> {
    /// Steps to the next one; `false` behind the last. The caller has to read or skip it.
    #[inline]
    pub(super) fn next(&mut self, r: &mut Reader<'a>) -> Result<bool, Error> {
        let Some(inside) = &mut self.inside else {
            let has_ended = mem::replace(&mut self.has_begun, true);
            if has_ended {
                r.depth = self.outer_depth;
            }
            return Ok(!has_ended);
        };
        while let Some(name) = inside.child(r)? {
            if name == self.name {
                return Ok(true);
            }
            r.skip_value()?;
        }
        Ok(false)
    }
}

/// An entry of a map.
pub(super) struct Entry<'a> {
    inside: Inside<'a>,
    layout: &'static Layout,
    key: Option<Cow<'a, str>>,
    /// The place before a value that has come before its key.
    value: Option<Reader<'a>>,
    /// The place behind the entry, while such a value is read.
    behind: Option<Reader<'a>>,
}

impl<'a> Entry<'a> {
    /// Steps to the value and gives its key; `None` behind the entry. One without a key, or without a
    /// value, is none.
    #[inline]
    pub(super) fn next(&mut self, r: &mut Reader<'a>) -> Result<Option<&str>, Error> {
        if let Some(behind) = self.behind.take() {
            *r = behind;
            return Ok(None);
        }
        let (key, value) = (local(self.layout.key), local(self.layout.value));
        loop {
            match self.inside.child(r)? {
                Some(name) if name == key => self.key = Some(r.text()?),
                Some(name) if name == value && self.key.is_some() => break,
                Some(name) => {
                    if name == value {
                        self.value = Some(r.clone());
                    }
                    r.skip_value()?;
                }
                None => match self.value.take() {
                    Some(value) if self.key.is_some() => {
                        self.behind = Some(mem::replace(r, value));
                        break;
                    }
                    _ => return Ok(None),
                },
            }
        }
        r.layout = self.layout.items.unwrap_or(&Layout::PLAIN);
        Ok(self.key.as_deref())
    }
}
