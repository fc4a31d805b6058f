//! Blobs: strings in base64.

use aws_smithy_types::Blob;

use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

impl Encode for Blob {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.string(&aws_smithy_types::base64::encode(self));
    }
}

impl Decode for Blob {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        let offset = r.at;
        let encoded = r.string()?;
        aws_smithy_types::base64::decode(encoded)
            .map(Self::new)
            .map_err(|_| Error::new(ErrorKind::InvalidBase64, offset))
    }
}
