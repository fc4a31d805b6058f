//! Defaults that services do not have.

use super::{Customization, What};

/// The models that say them: a client that sent such a default, or took an absent value for it, would
/// say what nobody has said.
pub(super) const ALL: &[Customization] = &[
    Customization {
        sdk_id: "AmplifyUIBuilder",
        what: What::NoDefaults(&["ListComponentsLimit", "ListFormsLimit", "ListThemesLimit"]),
        reason: "a page of no items, the default of its model's limits, is refused",
    },
    Customization {
        sdk_id: "drs",
        what: What::NoDefaults(&[
            "CostOptimizationConfiguration$burstBalanceDeltaThreshold",
            "CostOptimizationConfiguration$burstBalanceThreshold",
            "LaunchActionOrder",
            "ListStagingAccountsRequest$maxResults",
            "MaxResultsReplicatingSourceServers",
            "MaxResultsType",
            "StrictlyPositiveInteger",
            "Validity",
        ]),
        reason: "zero, the default of its model's limits and orders, is out of their range, and a threshold \
                 of zero is another than none",
    },
    Customization {
        sdk_id: "EMR Serverless",
        what: What::NoDefaults(&["WorkerCounts"]),
        reason: "zero workers, the default of its model, are refused",
    },
    Customization {
        sdk_id: "Evidently",
        what: What::NoDefaults(&["ResultsPeriod"]),
        reason: "a period of zero, the default of its model, is refused",
    },
    Customization {
        sdk_id: "IoT",
        what: What::NoDefaults(&[
            "CreateProvisioningTemplateRequest$enabled",
            "DescribeProvisioningTemplateResponse$enabled",
            "ProvisioningTemplateSummary$enabled",
            "ThingConnectivity$connected",
            "UpdateProvisioningTemplateRequest$enabled",
        ]),
        reason: "a template that does not say whether it is enabled is not switched off, nor is a \
                 thing of which that is unknown unconnected, as the defaults of its model have it",
    },
    Customization {
        sdk_id: "Location",
        what: What::NoDefaults(&[
            "ListPlaceIndexesRequest$MaxResults",
            "PlaceIndexSearchResultLimit",
            "SearchPlaceIndexForSuggestionsRequest$MaxResults",
        ]),
        reason: "a page of no results, the default of its model's limits, is refused",
    },
    Customization {
        sdk_id: "Payment Cryptography Data",
        what: What::NoDefaults(&["IntegerRangeBetween4And12"]),
        reason: "a PIN of no digits, the default of its model, is refused",
    },
    Customization {
        sdk_id: "S3 Control",
        what: What::NoDefaults(&[
            "PublicAccessBlockConfiguration$BlockPublicAcls",
            "PublicAccessBlockConfiguration$BlockPublicPolicy",
            "PublicAccessBlockConfiguration$IgnorePublicAcls",
            "PublicAccessBlockConfiguration$RestrictPublicBuckets",
        ]),
        reason: "what a block of public access leaves out is not the same as what it switches off, \
                 which the defaults of its model make of it",
    },
];
