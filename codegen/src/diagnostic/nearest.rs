//! Names that somebody may have meant: those nearest to a name that does not exist.

/// How many names are worth offering.
const OFFERED: usize = 3;

/// How alike names have to be, from 0 to 1.
const ALIKE: f64 = 0.7;

/// The candidates most like `name`, the best first; none where nothing is like it.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| Some((likeness(&wanted, candidate)?, candidate)))
        .collect();
    scored.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.cmp(y)));
    scored.dedup_by_key(|(_, candidate)| *candidate);
    // Beside a very good guess, a fair one only distracts.
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    let good = scored.into_iter().filter(|(score, _)| best - score < 0.15);
    good.take(OFFERED).map(|(_, candidate)| candidate).collect()
}

/// The candidates most like `name` as a question, "did you mean `A` or `B`?"; `None` where
/// nothing is like it.
pub fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    ask(&nearest(name, candidates))
}

/// The question whether one of these names was meant; `None` where there are none.
#[must_use]
pub fn ask(names: &[&str]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last()? {
        (last, []) => Some(format!("did you mean {last}?")),
        (last, others) => Some(format!("did you mean {} or {last}?", others.join(", "))),
    }
}

/// How alike the names are, in any case of letters; `None` where that is too little. A name
/// that begins with all of the wanted one is like it, however much follows.
fn likeness(wanted: &str, candidate: &str) -> Option<f64> {
    let candidate = candidate.to_lowercase();
    let is_start = wanted.len() >= 3 && candidate.starts_with(wanted);
    let length = wanted.chars().count().max(candidate.chars().count());
    let share_of = |edits: usize| 1.0 - edits as f64 / length as f64;
    // Each letter too many is an edit, so that names of very different length need no look.
    if !is_start && share_of(wanted.len().abs_diff(candidate.len())) < ALIKE {
        return None;
    }
    let score = share_of(strsim::osa_distance(wanted, &candidate));
    let score = if is_start { score.max(0.8) } else { score };
    (score >= ALIKE).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["CreateToken", "DeleteToken", "ListTokens", "GetAccessToken"];

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        assert_eq!(nearest("CraeteToken", NAMES), ["CreateToken"]);
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(nearest("listtokens", NAMES)[0], "ListTokens");
    }

    #[test]
    fn the_start_of_a_name_is_enough() {
        assert_eq!(nearest("GetAcc", NAMES), ["GetAccessToken"]);
    }

    #[test]
    fn nothing_is_offered_for_a_name_like_no_other() {
        assert_eq!(did_you_mean("Frobnicate", NAMES), None);
    }

    #[test]
    fn several_names_are_joined_into_a_question() {
        assert_eq!(
            did_you_mean("ListToken", ["ListTokens", "ListTaken"]).as_deref(),
            Some("did you mean `ListTokens` or `ListTaken`?")
        );
    }
}
