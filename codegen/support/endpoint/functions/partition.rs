//! The partitions of AWS, groups of regions with a DNS suffix of their own: `aws.partition`.

use std::rc::Rc;

use super::super::evaluate::Arguments;
use super::super::value::{Parts, Value};

/// `aws.partition`: the partition of a region.
#[inline]
pub fn partition<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Parts(Rc::new(of_region(&args.text(0)?))))
}

/// One partition and how to tell its regions.
struct Partition {
    name: &'static str,
    dns_suffix: &'static str,
    dual_stack_dns_suffix: &'static str,
    supports_fips: bool,
    supports_dual_stack: bool,
    implicit_global_region: &'static str,
    /// What its regions start with: the `us-gov` of `us-gov-west-1`.
    prefixes: &'static [&'static str],
}

/// The partition of a region. One that nobody knows yet is in the first, `aws`.
#[inline]
fn of_region(region: &str) -> &'static Partition {
    let known = PARTITIONS.iter().find(|partition| partition.has(region));
    known.unwrap_or(&PARTITIONS[0])
}

impl Partition {
    /// Whether a region is in this partition by its name: that is a prefix, a word and a number,
    /// so that a region that opens tomorrow is known today, or stands for the whole partition,
    /// as `aws-cn-global` does.
    #[inline]
    fn has(&self, region: &str) -> bool {
        let after_prefix = |prefix: &&str| region.strip_prefix(prefix)?.strip_prefix('-');
        let mut rests = self.prefixes.iter().filter_map(after_prefix);
        rests.any(is_word_and_number) || region.strip_suffix("-global") == Some(self.name)
    }
}

impl<'v> Parts<'v> for &'static Partition {
    #[inline]
    fn part(&self, key: &str) -> Option<Value<'v>> {
        match key {
            "name" => Some(Value::borrowed(self.name)),
            "dnsSuffix" => Some(Value::borrowed(self.dns_suffix)),
            "dualStackDnsSuffix" => Some(Value::borrowed(self.dual_stack_dns_suffix)),
            "supportsFIPS" => Some(Value::Boolean(self.supports_fips)),
            "supportsDualStack" => Some(Value::Boolean(self.supports_dual_stack)),
            "implicitGlobalRegion" => Some(Value::borrowed(self.implicit_global_region)),
            _ => None,
        }
    }
}

/// Whether a text is like the `west-1` of `us-west-1`.
#[inline]
fn is_word_and_number(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let Some((word, number)) = text.split_once('-') else {
        return false;
    };
    !word.is_empty()
        && !number.is_empty()
        && word.bytes().all(is_word)
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first is the one of all regions that no other has.
static PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-east-1",
        prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    },
    Partition {
        name: "aws-us-gov",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-gov-west-1",
        prefixes: &["us-gov"],
    },
    Partition {
        name: "aws-cn",
        dns_suffix: "amazonaws.com.cn",
        dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "cn-northwest-1",
        prefixes: &["cn"],
    },
    Partition {
        name: "aws-iso",
        dns_suffix: "c2s.ic.gov",
        dual_stack_dns_suffix: "api.aws.ic.gov",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-iso-east-1",
        prefixes: &["us-iso"],
    },
    Partition {
        name: "aws-iso-b",
        dns_suffix: "sc2s.sgov.gov",
        dual_stack_dns_suffix: "api.aws.scloud",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-isob-east-1",
        prefixes: &["us-isob"],
    },
    Partition {
        name: "aws-iso-e",
        dns_suffix: "cloud.adc-e.uk",
        dual_stack_dns_suffix: "api.cloud-aws.adc-e.uk",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "eu-isoe-west-1",
        prefixes: &["eu-isoe"],
    },
    Partition {
        name: "aws-iso-f",
        dns_suffix: "csp.hci.ic.gov",
        dual_stack_dns_suffix: "api.aws.hci.ic.gov",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-isof-south-1",
        prefixes: &["us-isof"],
    },
    Partition {
        name: "aws-eusc",
        dns_suffix: "amazonaws.eu",
        dual_stack_dns_suffix: "api.amazonwebservices.eu",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "eusc-de-east-1",
        prefixes: &["eusc-de"],
    },
];
