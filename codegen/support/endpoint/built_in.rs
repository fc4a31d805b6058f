//! The parameters that a client knows without being told: its region, say, or its account.

/// A value that a client provides to any rule set that asks for it.
///
/// <https://smithy.io/2.0/aws/rules-engine/built-ins.html>
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum BuiltIn {
    /// `AWS::Region`: the region that requests go to, a string.
    Region,
    /// `AWS::UseFIPS`: whether only FIPS endpoints will do, a boolean.
    UseFips,
    /// `AWS::UseDualStack`: whether the endpoint must speak IPv6 as well, a boolean.
    UseDualStack,
    /// `SDK::Endpoint`: an endpoint that the caller prescribes, a URL.
    Endpoint,
    /// `AWS::Auth::AccountId`: the account of the credentials, a string.
    AccountId,
    /// `AWS::Auth::AccountIdEndpointMode`: `preferred`, `disabled` or `required`.
    AccountIdEndpointMode,
    /// `AWS::Auth::CredentialScope`: the scope of the credentials, a string.
    CredentialScope,
    /// `AWS::STS::UseGlobalEndpoint`: whether some regions use the global endpoint, a boolean.
    StsUseGlobalEndpoint,
    /// `AWS::S3::Accelerate`: whether to use transfer acceleration, a boolean.
    S3Accelerate,
    /// `AWS::S3::DisableMultiRegionAccessPoints`: whether these are refused, a boolean.
    S3DisableMultiRegionAccessPoints,
    /// `AWS::S3::ForcePathStyle`: whether the bucket goes into the path, a boolean.
    S3ForcePathStyle,
    /// `AWS::S3::UseArnRegion`: whether the region of an ARN wins, a boolean.
    S3UseArnRegion,
    /// `AWS::S3::UseGlobalEndpoint`: whether `us-east-1` means the global endpoint, a boolean.
    S3UseGlobalEndpoint,
    /// `AWS::S3Control::UseArnRegion`: whether the region of an ARN wins, a boolean.
    S3ControlUseArnRegion,
}
