//! Scopes, which keep the names in one place apart. What a name becomes follows from the name
//! itself and from those that it truly collides with, never from an order: so a model that grows
//! renames nothing else.

use std::collections::HashSet;

use super::Ident;

/// Names that no file can have on Windows, whatever its extension.
const DEVICES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// The names that are taken in one place: the members of a structure, the types of a module.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    reserved: &'static [&'static str],
    /// Those that files cannot have, where names are those of files.
    devices: &'static [&'static str],
    separator: &'static str,
    taken: HashSet<Ident>,
}

impl Scope {
    /// A scope of `snake_case` names in which these belong to our own code.
    pub fn of_values(reserved: &'static [&'static str]) -> Self {
        Self {
            reserved,
            separator: "_",
            ..Self::default()
        }
    }

    /// A scope of modules, which are files.
    pub fn of_modules(reserved: &'static [&'static str]) -> Self {
        Self {
            devices: DEVICES,
            ..Self::of_values(reserved)
        }
    }

    /// A scope of `PascalCase` names in which these belong to our own code.
    pub fn of_types(reserved: &'static [&'static str]) -> Self {
        Self {
            separator: "",
            ..Self::of_values(reserved)
        }
    }

    /// Takes a name, or the nearest one that is free: a reserved name gets `suffix`, one that
    /// is taken gets a number behind it.
    pub fn claim(&mut self, name: &str, suffix: &str) -> Ident {
        let suffix = if self.is_reserved(name) { suffix } else { "" };
        self.claim_numbered(&format!("{name}{suffix}"))
    }

    /// Takes a name for each of what a model has in this place, `case` being how it is written
    /// here. A name that is reserved, or was taken before, gets `suffix`. Where several become the
    /// same one, it goes to that which is written so in the model already, else to the first by
    /// alphabet, and the others say how they are written there: `enabled_upper` is `ENABLED`.
    pub fn claim_each(
        &mut self,
        names: &[&str],
        case: fn(&str) -> String,
        suffix: &str,
    ) -> Vec<Ident> {
        let others = self.taken.clone();
        let is_ours = |scope: &Self, name: &str| {
            scope.is_reserved(name) || others.contains(&Ident::new(name))
        };
        let mut all: Vec<String> = names.iter().map(|name| case(name)).collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_cached_key(|&at| (is_ours(self, &all[at]), all[at] != names[at], names[at]));
        let mut claimed: Vec<Option<Ident>> = vec![None; names.len()];
        for at in order {
            let mut wanted = std::mem::take(&mut all[at]);
            if is_ours(self, &wanted) {
                wanted.push_str(suffix);
            } else if self.taken.contains(&Ident::new(&wanted)) {
                wanted = format!("{wanted}{}{}", self.separator, case(spelling(names[at])));
            }
            claimed[at] = Some(self.claim_numbered(&wanted));
        }
        claimed.into_iter().flatten().collect()
    }

    /// Whether a name is free and not reserved.
    pub fn is_free(&self, name: &Ident) -> bool {
        !self.is_reserved(name.as_str()) && !self.taken.contains(name)
    }

    fn is_reserved(&self, name: &str) -> bool {
        let ident = Ident::new(name);
        let is_it = |reserved: &&str| [name, ident.as_str()].contains(reserved);
        self.reserved.iter().chain(self.devices).any(is_it)
    }

    fn claim_numbered(&mut self, name: &str) -> Ident {
        let wanted = Ident::new(name);
        let mut ident = wanted.clone();
        let mut number = 2;
        while !self.taken.insert(ident.clone()) {
            ident = wanted.with_suffix(&format!("{}{number}", self.separator));
            number += 1;
        }
        ident
    }
}

/// How a name is written, in a word.
fn spelling(name: &str) -> &'static str {
    let has = |is: fn(&char) -> bool| name.chars().any(|c| is(&c));
    if !has(char::is_ascii_lowercase) {
        "upper"
    } else if !has(char::is_ascii_uppercase) {
        "lower"
    } else if name.starts_with(|c: char| c.is_ascii_lowercase()) {
        "camel"
    } else {
        "pascal"
    }
}

#[cfg(test)]
mod tests;
