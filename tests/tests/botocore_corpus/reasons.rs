//! Why two crates differ of which one comes from botocore's model of a service, and the other from its Smithy model.

use tinsmith::diff::{Change, Kind, Subject};
use tinsmith::model::traits::{AwsQueryError, Examples, HttpError, Trait};
use tinsmith::model::{Model, Operation, Shape, ShapeKind};

use crate::tables::Known;

/// The two models of a service, and how they are known to differ.
pub(crate) struct Models<'a> {
    pub(crate) name: &'a str,
    pub(crate) botocore: &'a Model,
    pub(crate) smithy: &'a Model,
    pub(crate) known: &'a Known,
}

const EMPHASIS: &str = "two `*` in its documentation became the ends of an emphasis";

/// What no class of the table says: the service, where, and why.
const OTHERS: &[(&str, &str, &str)] = &[
    ("cloudfront", "ListConflictingAliases", EMPHASIS),
    ("cloudfront", "ListDomainConflicts", EMPHASIS),
    (
        "dynamodb",
        "TransactGetItems",
        "the example of a call has an `AttributeValue`, which is no union in botocore",
    ),
    (
        "lambda",
        "CreateCapacityProviderRequest$KmsKeyArn",
        "a pattern ends with `.*$`, where most that end with `.*` in botocore have nothing there",
    ),
    (
        "license-manager",
        "RedirectException$Location",
        "its model binds it to HTTP, which its protocol has no use for",
    ),
    (
        "s3",
        "GetBucketLocationOutput$LocationConstraint",
        "botocore reads this answer by code of its own",
    ),
    (
        "s3",
        "WriteGetObjectResponseRequest$ErrorCode",
        "what looks like an element of HTML is escaped in botocore",
    ),
];

impl Models<'_> {
    /// The class of a difference, or why there is one that is of none; `None` where nobody knows.
    pub(crate) fn reason(&self, change: &Change) -> Option<&'static str> {
        let place = change.shape.split_once('#')?.1;
        let others = OTHERS.iter();
        let mut named = others.filter(|(name, other, _)| *name == self.name && *other == place);
        if let Some((_, _, reason)) = named.next() {
            return Some(reason);
        }
        let has = |class: &str| self.known.has(class, place);
        let is_shape = |class: &str| {
            let shapes = ["structure", "union", "list", "string", "blob"];
            shapes
                .iter()
                .any(|kind| has(&format!("shape {class}: {kind}")))
        };
        match (change.subject, change.kind) {
            (Subject::Member, Kind::Optionality | Kind::Required | Kind::Default) => {
                let classes = ["default", "clientOptional"];
                classes.into_iter().find(|class| has(class))
            }
            (Subject::Member, Kind::Type) => has("member type").then_some("member type"),
            (Subject::Member, Kind::Added) => has("member missing").then_some("member missing"),
            (Subject::Member, Kind::WireName) => has("locationName").then_some("locationName"),
            (Subject::Member | Subject::Variant, Kind::Constraints) => self.other_target(place),
            (Subject::Structure, Kind::Order) => has("member order").then_some("member order"),
            (Subject::Structure, Kind::Type) => self
                .is_target_of_another_type(place)
                .then_some("member type"),
            (Subject::Structure | Subject::Enum, Kind::Removed) => {
                is_shape("added").then_some("shape added")
            }
            (Subject::Variant, Kind::Added | Kind::Removed) => self.other_name(place),
            (Subject::Operation, kind) => self.of_operation(kind, place),
            (Subject::Error, Kind::Added | Kind::Removed) => {
                let classes = ["errors"].into_iter().find(|class| has(class));
                classes.or(is_shape("missing").then_some("shape missing"))
            }
            (Subject::Error, Kind::HttpBinding) => self.untold_error(place),
            (Subject::Waiter, Kind::Waiting) => match change.reason.contains("pauses") {
                true => Some("waiter maximum delay"),
                // Answers are told apart by errors of the operation.
                false => has("errors").then_some("errors"),
            },
            _ => None,
        }
    }

    fn of_operation(&self, kind: Kind, name: &str) -> Option<&'static str> {
        let has = |class: &str| self.known.has(class, name);
        match kind {
            Kind::Removed => has("operation added").then_some("operation added"),
            Kind::HttpBinding => has("uri").then_some("uri"),
            Kind::Auth => has("auth").then_some("auth"),
            // A stream has no root: its shape has another name.
            Kind::WireName => {
                let mut missing = self.known.places("shape missing: blob");
                missing.next().map(|_| "shape missing")
            }
            Kind::Pagination if has("paginator") => Some("paginator"),
            Kind::Pagination => {
                let structures = [self.input(name), self.output(name)];
                let mut structures = structures.into_iter().flatten();
                let differs = structures.any(|shape| self.known.has_in("member type", shape));
                differs.then_some("member type")
            }
            Kind::Documentation => {
                let examples = |model| shape(model, name)?.traits.raw(Examples::ID).cloned();
                if examples(self.botocore) != examples(self.smithy) {
                    return Some("examples are other ones");
                }
                let input = self.input(name)?;
                let classes = ["clientOptional", "default"];
                let mut classes = classes.into_iter();
                classes
                    .any(|class| self.known.has_in(class, input))
                    .then_some("examples give what is required, which differs")
            }
            _ => None,
        }
    }

    /// Why doubles tell an error in another way: many errors have neither a status nor a code in botocore, where
    /// clients need none.
    fn untold_error(&self, name: &str) -> Option<&'static str> {
        let told = |model| {
            let traits = &shape(model, name)?.traits;
            let told = [traits.raw(HttpError::ID), traits.raw(AwsQueryError::ID)];
            Some(told.map(|told| told.is_some()))
        };
        let (here, there) = (told(self.botocore)?, told(self.smithy)?);
        let is_missing = here
            .into_iter()
            .zip(there)
            .any(|(here, there)| there && !here);
        is_missing.then_some("how a service tells an error is not said")
    }

    /// Why a value of an enum has another name.
    fn other_name(&self, place: &str) -> Option<&'static str> {
        let (name, value) = place.split_once('$')?;
        if self.known.has_in("enum name", name) {
            return Some("enum name");
        }
        let letters = |name: &str| -> String {
            let letters = name.chars().filter(char::is_ascii_alphanumeric);
            letters.map(|c| c.to_ascii_lowercase()).collect()
        };
        let is_same =
            |other: &str| letters(other).replace("star", "") == letters(value).replace("star", "");
        let in_both = [self.botocore, self.smithy].into_iter().all(|model| {
            let values = shape(model, name).map(Shape::members);
            values.is_some_and(|mut values| values.any(|value| is_same(&value.name)))
        });
        in_both.then_some("what sets words of a value apart is kept in its name")
    }

    /// Whether a member is of another shape in the other model: the rules that values are checked by are
    /// called as shapes are.
    fn other_target(&self, place: &str) -> Option<&'static str> {
        let (name, member) = place.split_once('$')?;
        let target = |model| Some(&shape(model, name)?.member(member)?.target);
        let (here, there) = (target(self.botocore)?, target(self.smithy)?);
        let within = |model, id| -> Vec<String> {
            let targets = Model::shape(model, id).into_iter().flat_map(Shape::members);
            targets.map(|member| member.target.to_string()).collect()
        };
        let differs = here != there || within(self.botocore, here) != within(self.smithy, there);
        differs.then_some("shape added")
    }

    /// Whether this is the target of a member that the table has with another type.
    fn is_target_of_another_type(&self, name: &str) -> bool {
        let mut places = self.known.places("member type");
        places.any(|place| {
            let (structure, member) = place.split_once('$').unwrap_or((place, ""));
            let structure = shape(self.botocore, structure);
            let member = structure.and_then(|structure| structure.member(member));
            member.is_some_and(|member| member.target.name() == name)
        })
    }

    fn input(&self, name: &str) -> Option<&str> {
        Some(operation(self.botocore, name)?.input.name())
    }

    fn output(&self, name: &str) -> Option<&str> {
        Some(operation(self.botocore, name)?.output.name())
    }
}

fn operation<'m>(model: &'m Model, name: &str) -> Option<&'m Operation> {
    match &shape(model, name)?.kind {
        ShapeKind::Operation(operation) => Some(operation),
        _ => None,
    }
}

/// The shape of this name.
fn shape<'m>(model: &'m Model, name: &str) -> Option<&'m Shape> {
    model.shapes().find(|shape| shape.id.name() == name)
}
