//! Checks that the traits of XML stand where they mean something, and that readers can tell the members
//! of a shape apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::decided::Decided;
use crate::lower::{MemberNames, WireRules};
use crate::model::traits::{
    Ec2QueryName, Trait as _, XmlAttribute, XmlFlattened, XmlName, XmlNamespace,
};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

/// Checks the chosen shapes, where the protocol has names for more than members.
///
/// # Errors
/// All that cannot be written as it says, or not be read again.
pub(in crate::lower) fn check(
    model: &Model,
    selection: &Selection<'_>,
    rules: &WireRules,
    decided: &Decided<'_>,
) -> Result<(), Vec<Diagnostic>> {
    if !rules.member_names.has_layouts() {
        return Ok(());
    }
    let mut problems = Vec::new();
    let shapes = selection.shapes.iter();
    for shape in shapes.filter_map(|id| model.shape(id)) {
        for member in shape.members() {
            problems.extend(attribute(model, shape, member));
            problems.extend(flat(model, shape, member));
        }
        if let ShapeKind::Map { key, value } = &shape.kind {
            let called = [(key, "key"), (value, "value")].map(|(member, usual)| Called {
                member,
                name: local_name(member).unwrap_or_else(|| usual.to_owned()),
                is_attribute: false,
            });
            problems.extend(told_apart(model, Names::OF_XML, called));
        }
    }
    // A shape may be decided for several kinds of structures.
    let mut told = BTreeSet::new();
    let structures = decided.structures.all().map(|members| {
        let in_body = members.iter().filter(|member| member.is_in_body());
        let called = in_body.map(|member| Called {
            member: member.model,
            name: member.wire_name.clone(),
            is_attribute: member
                .layout
                .as_ref()
                .is_some_and(|layout| layout.attribute),
        });
        told_apart(model, Names::OF_XML, called)
    });
    let unions = decided.unions().map(|variants| {
        let called = variants.iter().map(|variant| Called {
            member: variant.model,
            name: variant.wire_name.clone(),
            is_attribute: false,
        });
        told_apart(model, Names::OF_XML, called)
    });
    let ambiguous = structures
        .chain(unions)
        .chain(in_forms(model, rules, decided));
    let ambiguous = ambiguous.flatten();
    problems.extend(ambiguous.filter(|problem| told.insert(problem.message().to_owned())));
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems),
    }
}

/// The problems that two members which are written into forms have one name there, which need not be the one that
/// they have in XML.
fn in_forms<'m>(
    model: &Model,
    rules: &WireRules,
    decided: &Decided<'m>,
) -> impl Iterator<Item = Vec<Diagnostic>> {
    let has_forms = !rules.has_bindings();
    let has_own_names = rules.member_names == MemberNames::Ec2;
    let names = match has_own_names {
        true => Names::OF_EC2_FORMS,
        false => Names::OF_FORMS,
    };
    let is_written = move |member: &Member| {
        let shape = member.id.without_member();
        has_forms && decided.directions.of(&shape).written
    };
    let called = |(member, name): (&'m Member, &String)| Called {
        member,
        name: name.clone(),
        is_attribute: false,
    };
    let structures = decided.structures.all().map(move |members| {
        let in_body = members.iter().filter(|member| member.is_in_body());
        let written = in_body.filter(|member| is_written(member.model));
        if has_own_names {
            let written = written.map(|member| (member.model, &member.written_name));
            return told_apart(model, names, written.map(called));
        }
        // XML has told attributes apart, and elements: what is new is that neither may be called as the other.
        let is_attribute = |member: &Member| member.traits.has::<XmlAttribute>();
        let mut kinds = BTreeSet::new();
        let each = written.map(|member| (member.model, &member.wire_name));
        let each = each.filter(|(member, name)| kinds.insert((is_attribute(member), *name)));
        told_apart(model, names, each.map(called))
    });
    let unions = decided.unions().map(move |variants| {
        let written = variants.iter().filter(|_| has_own_names);
        let written = written.filter(|variant| is_written(variant.model));
        let written = written.map(|variant| (variant.model, &variant.written_name));
        told_apart(model, names, written.map(called))
    });
    structures.chain(unions)
}

/// Names that members have in messages, and the trait that gives them.
#[derive(Clone, Copy)]
struct Names {
    given_by: &'static str,
    /// What calls members so.
    called_by: &'static str,
    /// What is to be known of the names.
    note: &'static str,
}

impl Names {
    const OF_XML: Self = Self {
        given_by: XmlName::ID,
        called_by: "XML calls",
        note: ": prefixes do not count",
    };
    const OF_FORMS: Self = Self {
        given_by: XmlName::ID,
        called_by: "forms call",
        note: ": attributes are none there",
    };
    const OF_EC2_FORMS: Self = Self {
        given_by: Ec2QueryName::ID,
        called_by: "forms call",
        note: "",
    };
}

/// A member as it is called in messages.
struct Called<'m> {
    member: &'m Member,
    /// Without a prefix.
    name: String,
    is_attribute: bool,
}

fn local_name(member: &Member) -> Option<String> {
    let XmlName(name) = member.traits.get()?;
    let local = name.split_once(':').map(|(_, local)| local.to_owned());
    Some(local.unwrap_or(name))
}

/// The problems that two members of one shape are called the same: nobody could say which of them a value
/// is of.
fn told_apart<'m>(
    model: &Model,
    names: Names,
    called: impl IntoIterator<Item = Called<'m>>,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut taken: BTreeMap<(bool, String), &Member> = BTreeMap::new();
    for Called {
        member,
        name,
        is_attribute,
    } in called
    {
        let key = (is_attribute, name);
        let Some(other) = taken.get(&key).copied() else {
            taken.insert(key, member);
            continue;
        };
        // The one that the model has renamed gives way.
        let (other, renamed) = match member.traits.raw(names.given_by).is_some() {
            true => (other, member),
            false => (member, other),
        };
        let message = format!(
            "{} two members of `{}` by the name `{}`: `{}` and `{}`",
            names.called_by,
            renamed.id.name(),
            key.1,
            other.name,
            renamed.name
        );
        let problem = model.problem(
            Code::DuplicateName,
            &renamed.id,
            &["traits", names.given_by],
            message,
        );
        let help = format!(
            "give one of them another `{}`{}",
            names.given_by, names.note
        );
        problems.push(problem.help(help));
    }
    problems
}

/// What is wrong with an attribute: only simple values of structures can be some.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#xmlattribute-trait>
fn attribute(model: &Model, shape: &Shape, member: &Member) -> Option<Diagnostic> {
    if !member.traits.has::<XmlAttribute>() {
        return None;
    }
    let target = model.shape(&member.target)?;
    let problem = |message: String| misplaced(model, &member.id, XmlAttribute::ID, message);
    if !matches!(shape.kind, ShapeKind::Structure { .. }) {
        let message = format!(
            "`{}` is no member of a structure, and cannot be an attribute",
            member.id
        );
        return Some(problem(message).help("take the trait away"));
    }
    if !is_attribute(&target.kind) {
        let message = format!(
            "`{}` is a {}, and cannot be an attribute",
            member.id,
            target.kind.type_name()
        );
        let help =
            "attributes are booleans, numbers, strings, enums or timestamps: take the trait away";
        return Some(problem(message).help(help));
    }
    if member.traits.has::<XmlNamespace>() {
        let message = format!(
            "`{}` is an attribute, which cannot declare a namespace",
            member.id
        );
        let problem = misplaced(model, &member.id, XmlNamespace::ID, message);
        return Some(problem.help("declare it where the structure is a member"));
    }
    None
}

/// What is wrong with a flat member: only lists and maps in structures and unions can be flat.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#xmlflattened-trait>
fn flat(model: &Model, shape: &Shape, member: &Member) -> Option<Diagnostic> {
    if !member.traits.has::<XmlFlattened>() {
        return None;
    }
    let target = model.shape(&member.target)?;
    let message = match (&shape.kind, &target.kind) {
        (
            ShapeKind::Structure { .. } | ShapeKind::Union { .. },
            ShapeKind::List { .. } | ShapeKind::Map { .. },
        ) => return None,
        (ShapeKind::Structure { .. } | ShapeKind::Union { .. }, kind) => {
            format!(
                "`{}` is a {}, and cannot be flat",
                member.id,
                kind.type_name()
            )
        }
        _ => format!(
            "`{}` is no member of a structure or union, and cannot be flat",
            member.id
        ),
    };
    let problem = misplaced(model, &member.id, XmlFlattened::ID, message);
    Some(problem.help("lists and maps in structures and unions are flat: take the trait away"))
}

fn is_attribute(kind: &ShapeKind) -> bool {
    matches!(
        kind.type_name(),
        "boolean"
            | "byte"
            | "short"
            | "integer"
            | "long"
            | "float"
            | "double"
            | "bigInteger"
            | "bigDecimal"
            | "string"
            | "enum"
            | "intEnum"
            | "timestamp"
    )
}

fn misplaced(model: &Model, id: &ShapeId, trait_: &str, message: String) -> Diagnostic {
    model.problem(Code::MisplacedTrait, id, &["traits", trait_], message)
}
