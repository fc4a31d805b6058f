//! How much memory a process may have.

/// The address space of a process that generates, in bytes: several times what the largest model of
/// AWS's takes.
#[cfg(unix)]
const MEMORY: u64 = 4 << 30;

/// Bounds on what this process starts, as long as it is there. Only Unix has them.
pub struct Bounds {
    #[cfg(unix)]
    before: Option<(u64, u64)>,
}

#[cfg(unix)]
impl Bounds {
    /// Sets them, where the system lets it.
    pub fn set() -> Self {
        use rlimit::{Resource, getrlimit, setrlimit};
        let Ok((soft, hard)) = getrlimit(Resource::AS) else {
            return Self { before: None };
        };
        let set = setrlimit(Resource::AS, MEMORY.min(soft), hard);
        Self {
            before: set.is_ok().then_some((soft, hard)),
        }
    }
}

#[cfg(unix)]
impl Drop for Bounds {
    fn drop(&mut self) {
        if let Some((soft, hard)) = self.before {
            // A limit that was there before can be had again.
            let _ = rlimit::setrlimit(rlimit::Resource::AS, soft, hard);
        }
    }
}

#[cfg(not(unix))]
impl Bounds {
    /// There are none.
    pub fn set() -> Self {
        Self {}
    }
}
