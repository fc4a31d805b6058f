//! What is stepped over: values that nobody asks for, comments and processing instructions.

use std::borrow::Cow;

use super::reader::Step;
use super::scan::is_space;
use super::{Error, ErrorKind, Reader};

impl<'a> Reader<'a> {
    /// Steps over white space, comments and processing instructions outside the root element.
    #[inline]
    pub(super) fn skip_asides(&mut self) -> Result<(), Error> {
        loop {
            self.skip_space();
            match self.text.as_bytes().get(self.at..) {
                Some([b'<', b'!' | b'?', ..]) => self.aside()?,
                _ => return Ok(()),
            }
        }
    }

    #[cold]
    #[inline]
    pub(super) fn aside_or_cdata(&mut self, into: Option<&mut Cow<'a, str>>) -> Result<(), Error> {
        if self.accept("<![CDATA[") {
            return self.cdata(into);
        }
        self.aside()
    }

    /// Steps over the comment or processing instruction that comes next. Nothing else may begin with
    /// `<!` or `<?` here.
    #[inline]
    fn aside(&mut self) -> Result<(), Error> {
        let start = self.at;
        if self.accept("<!--") {
            self.step_behind("--")?;
            if self.peek() != Some(b'>') {
                return Err(self.unexpected(ErrorKind::InvalidComment));
            }
            self.at += 1;
            return Ok(());
        }
        if self.accept("<?") {
            let (target, _) = self.name()?;
            // A declaration comes first or not at all.
            let instruction = self.step_behind("?>")?;
            if target == "xml"
                || instruction
                    .bytes()
                    .next()
                    .is_some_and(|byte| !is_space(byte))
            {
                return Err(Error::new(ErrorKind::InvalidMarkup, start));
            }
            return Ok(());
        }
        let kind = match self.rest() {
            rest if rest.starts_with("<!DOCTYPE") => ErrorKind::DocumentType,
            rest if ["<!--", "<![CDATA[", "<!DOCTYPE"]
                .iter()
                .any(|begin| begin.starts_with(rest)) =>
            {
                self.at = self.text.len();
                ErrorKind::UnexpectedEnd
            }
            _ => ErrorKind::InvalidMarkup,
        };
        Err(Error::new(kind, self.at))
    }

    /// Steps over the value that comes next, whatever it is. It still has to be XML.
    #[inline]
    pub(super) fn skip_value(&mut self) -> Result<(), Error> {
        if self.is_at_attribute() {
            return self.attribute_value(None);
        }
        // The names of the elements that the value is inside of, the innermost last.
        let mut around: Vec<&str> = Vec::new();
        let mut name = self.name;
        let mut is_inside = !self.start_tag()?.is_empty;
        loop {
            if is_inside {
                match self.step(None)? {
                    Step::Child(_) => {
                        let child = self.name;
                        if !self.start_tag()?.is_empty {
                            around.push(name);
                            name = child;
                        }
                        continue;
                    }
                    Step::End => self.end_tag(name)?,
                }
            }
            match around.pop() {
                Some(outer) => name = outer,
                None => return Ok(()),
            }
            is_inside = true;
        }
    }
}
