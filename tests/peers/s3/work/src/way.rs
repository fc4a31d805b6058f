//! The ways that objects go.

use std::path::PathBuf;

use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;

use crate::{Done, Store};

/// How an object is put or got.
pub enum Way {
    /// From memory.
    Put(Bytes),
    /// Into memory: how large it has to be.
    Get(u64),
    /// From a file.
    Upload(PathBuf),
    /// As a stream, of which nothing is kept: how large it has to be.
    Download(u64),
}

impl Way {
    /// The one of this name, with an object of this size or of this file.
    ///
    /// # Errors
    /// Where there is none.
    pub fn of(name: &str, what: &str) -> Done<Self> {
        Ok(match name {
            "put" => Self::Put(vec![b'x'; what.parse()?].into()),
            "get" => Self::Get(what.parse()?),
            "upload" => Self::Upload(what.into()),
            "download" => Self::Download(what.parse()?),
            _ => return Err(format!("`{name}` is no way").into()),
        })
    }

    /// Puts or gets the object of this number.
    ///
    /// # Errors
    /// Where the store refuses it, or it is of another size.
    pub async fn go(&self, store: &impl Store, number: u32) -> Done {
        let key = |size| format!("{size}/{number}");
        match self {
            Self::Put(bytes) => {
                let body = ByteStream::from(bytes.clone());
                store.put(&key(bytes.len() as u64), body).await
            }
            Self::Upload(path) => {
                let body = ByteStream::from_path(path).await?;
                store.put(&key(0), body).await
            }
            Self::Get(size) => {
                let body = store.get(&key(*size)).await?.collect().await?;
                is_whole(body.into_bytes().len() as u64, *size)
            }
            Self::Download(size) => {
                let mut body = store.get(&key(*size)).await?;
                let mut came = 0;
                while let Some(bytes) = body.try_next().await? {
                    came += bytes.len() as u64;
                }
                is_whole(came, *size)
            }
        }
    }
}

fn is_whole(came: u64, size: u64) -> Done {
    if came == size {
        Ok(())
    } else {
        Err(format!("{came} bytes came of {size}").into())
    }
}
