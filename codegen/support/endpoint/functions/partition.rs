//! The partitions of AWS, groups of regions with a DNS suffix of their own: `aws.partition`.

use std::sync::Arc;

use super::super::evaluate::Arguments;
use super::super::value::Value;

/// `aws.partition`: the partition of a region.
#[inline]
pub fn partition<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let partition = of_region(&args.text(0)?);
    Some(Value::Record(Arc::new([
        ("name", partition.name.into()),
        ("dnsSuffix", partition.dns_suffix.into()),
        ("dualStackDnsSuffix", partition.dual_stack_dns_suffix.into()),
        // All that there are can do both.
        ("supportsFIPS", true.into()),
        ("supportsDualStack", true.into()),
        (
            "implicitGlobalRegion",
            partition.implicit_global_region.into(),
        ),
    ])))
}

/// One partition and how to tell its regions.
struct Partition {
    name: &'static str,
    dns_suffix: &'static str,
    dual_stack_dns_suffix: &'static str,
    implicit_global_region: &'static str,
    /// What its regions start with: the `us-gov` of `us-gov-west-1`.
    prefixes: &'static [&'static str],
}

/// The partition of a region: the one that has its prefix, so that a region that opens tomorrow is
/// known today, or that it stands for as a whole, as `aws-cn-global` does. A region that nobody
/// knows yet is in the first, `aws`.
#[inline]
fn of_region(region: &str) -> &'static Partition {
    let prefix = prefix(region).unwrap_or_default();
    let whole = region.strip_suffix("-global").unwrap_or_default();
    let is_in = |known: &&Partition| known.prefixes.contains(&prefix) || known.name == whole;
    PARTITIONS.iter().find(is_in).unwrap_or(&PARTITIONS[0])
}

/// What stands before a word and a number: the `us-gov` of `us-gov-west-1`.
#[inline]
fn prefix(region: &str) -> Option<&str> {
    let (rest, number) = region.rsplit_once('-')?;
    let (prefix, word) = rest.rsplit_once('-')?;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let is_prefix = !word.is_empty()
        && !number.is_empty()
        && word.bytes().all(is_word)
        && number.bytes().all(|byte| byte.is_ascii_digit());
    is_prefix.then_some(prefix)
}

/// The first is the one of all regions that no other has.
static PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        implicit_global_region: "us-east-1",
        prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    },
    Partition {
        name: "aws-us-gov",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        implicit_global_region: "us-gov-west-1",
        prefixes: &["us-gov"],
    },
    Partition {
        name: "aws-cn",
        dns_suffix: "amazonaws.com.cn",
        dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
        implicit_global_region: "cn-northwest-1",
        prefixes: &["cn"],
    },
    Partition {
        name: "aws-iso",
        dns_suffix: "c2s.ic.gov",
        dual_stack_dns_suffix: "api.aws.ic.gov",
        implicit_global_region: "us-iso-east-1",
        prefixes: &["us-iso"],
    },
    Partition {
        name: "aws-iso-b",
        dns_suffix: "sc2s.sgov.gov",
        dual_stack_dns_suffix: "api.aws.scloud",
        implicit_global_region: "us-isob-east-1",
        prefixes: &["us-isob"],
    },
    Partition {
        name: "aws-iso-e",
        dns_suffix: "cloud.adc-e.uk",
        dual_stack_dns_suffix: "api.cloud-aws.adc-e.uk",
        implicit_global_region: "eu-isoe-west-1",
        prefixes: &["eu-isoe"],
    },
    Partition {
        name: "aws-iso-f",
        dns_suffix: "csp.hci.ic.gov",
        dual_stack_dns_suffix: "api.aws.hci.ic.gov",
        implicit_global_region: "us-isof-south-1",
        prefixes: &["us-isof"],
    },
    Partition {
        name: "aws-eusc",
        dns_suffix: "amazonaws.eu",
        dual_stack_dns_suffix: "api.amazonwebservices.eu",
        implicit_global_region: "eusc-de-east-1",
        prefixes: &["eusc-de"],
    },
];
