//! Words as models have them, each with its name for values and its name for types.

use super::*;

fn all_read(words: &[(&str, &str, &str)]) {
    for (name, snake, pascal) in words {
        let read = (snake_case(name), pascal_case(name));
        assert_eq!(read, ((*snake).into(), (*pascal).into()), "{name}");
    }
}

#[test]
fn words_are_found_as_people_read_them() {
    all_read(&[
        ("LicenseArn", "license_arn", "LicenseArn"),
        ("clientToken", "client_token", "ClientToken"),
        ("REFRESH_TOKEN", "refresh_token", "RefreshToken"),
        ("License Manager", "license_manager", "LicenseManager"),
        ("Status", "status", "Status"),
        ("x-amz-meta", "x_amz_meta", "XAmzMeta"),
        ("_request_id", "request_id", "RequestId"),
        ("snake_case_word", "snake_case_word", "SnakeCaseWord"),
        ("topP", "top_p", "TopP"),
        ("XAxis", "x_axis", "XAxis"),
        ("qInConnect", "q_in_connect", "QInConnect"),
        ("ListQApps", "list_q_apps", "ListQApps"),
        (
            "XRayFaultPercent",
            "x_ray_fault_percent",
            "XRayFaultPercent",
        ),
        ("DnsARecord", "dns_a_record", "DnsARecord"),
        ("CloudFront", "cloud_front", "CloudFront"),
    ]);
}

#[test]
fn an_acronym_is_one_word() {
    all_read(&[
        ("DNS", "dns", "Dns"),
        ("SKU", "sku", "Sku"),
        ("GetSKU", "get_sku", "GetSku"),
        ("APIKey", "api_key", "ApiKey"),
        ("CIDRBlock", "cidr_block", "CidrBlock"),
        (
            "AWSLicenseManager",
            "aws_license_manager",
            "AwsLicenseManager",
        ),
        ("WebACLId", "web_acl_id", "WebAclId"),
        ("HTTPSEndpoint", "https_endpoint", "HttpsEndpoint"),
        (
            "EnableECSManagedTags",
            "enable_ecs_managed_tags",
            "EnableEcsManagedTags",
        ),
        ("DynamoDBTable", "dynamo_db_table", "DynamoDbTable"),
        (
            "PublicDNSNameAAAA",
            "public_dns_name_aaaa",
            "PublicDnsNameAaaa",
        ),
        ("AutoMLJob", "auto_ml_job", "AutoMlJob"),
        ("MultiAZ", "multi_az", "MultiAz"),
    ]);
}

#[test]
fn the_plural_of_an_acronym_stays_one_word() {
    all_read(&[
        ("ACLs", "acls", "Acls"),
        ("listACLsByIP", "list_acls_by_ip", "ListAclsByIp"),
        ("KMSKeyIDs", "kms_key_ids", "KmsKeyIds"),
        ("IAMRoleARNs", "iam_role_arns", "IamRoleArns"),
        ("EC2InstanceIDs", "ec2_instance_ids", "Ec2InstanceIds"),
        ("ARNsToAdd", "arns_to_add", "ArnsToAdd"),
        ("DBInstances", "db_instances", "DbInstances"),
        ("SizeInGBs", "size_in_gbs", "SizeInGbs"),
        ("AZs", "azs", "Azs"),
        ("DNSserver", "dn_sserver", "DnSserver"),
    ]);
}

#[test]
fn a_small_first_letter_belongs_to_the_acronym_that_it_begins() {
    all_read(&[
        ("aWSRegion", "aws_region", "AwsRegion"),
        ("dNSName", "dns_name", "DnsName"),
        ("iPAddress", "ip_address", "IpAddress"),
        ("mTLS", "mtls", "Mtls"),
        ("eBPFProgram", "ebpf_program", "EbpfProgram"),
        ("iD", "id", "Id"),
        ("eTag", "etag", "Etag"),
        ("createTag", "create_tag", "CreateTag"),
    ]);
}

#[test]
fn words_that_mix_cases_are_one_word() {
    all_read(&[
        ("IPv6", "ipv6", "Ipv6"),
        ("IPv6CidrBlock", "ipv6_cidr_block", "Ipv6CidrBlock"),
        ("ipV4Addresses", "ipv4_addresses", "Ipv4Addresses"),
        ("EniIpV6", "eni_ipv6", "EniIpv6"),
        ("IPV6Enabled", "ipv6_enabled", "Ipv6Enabled"),
        ("vCPU", "vcpu", "Vcpu"),
        ("vCPUs", "vcpus", "Vcpus"),
        ("VCpuCount", "vcpu_count", "VcpuCount"),
        ("minvCpus", "min_vcpus", "MinVcpus"),
        (
            "MemoryGiBPerVCpu",
            "memory_gib_per_vcpu",
            "MemoryGibPerVcpu",
        ),
        ("OAuth2", "oauth2", "Oauth2"),
        ("oAuth2Defaults", "oauth2_defaults", "Oauth2Defaults"),
        (
            "AllowedOAuthFlows",
            "allowed_oauth_flows",
            "AllowedOauthFlows",
        ),
        ("AWSIoTThing", "aws_iot_thing", "AwsIotThing"),
        ("ModelDataETag", "model_data_etag", "ModelDataEtag"),
        ("SaaSProduct", "saas_product", "SaasProduct"),
        ("ThroughputInMBps", "throughput_in_mbps", "ThroughputInMbps"),
        ("NullNaN", "null_nan", "NullNan"),
        ("SNaName", "s_na_name", "SNaName"),
        ("FSxLustre", "fsx_lustre", "FsxLustre"),
        ("LoRaWANDevice", "lorawan_device", "LorawanDevice"),
        ("GraphQLApi", "graphql_api", "GraphqlApi"),
        ("PostgreSQLServer", "postgresql_server", "PostgresqlServer"),
        ("WiFiAccessPoints", "wifi_access_points", "WifiAccessPoints"),
        ("FilterBBox", "filter_bbox", "FilterBbox"),
        ("SSEKMSKeyId", "sse_kms_key_id", "SseKmsKeyId"),
        ("DSSEKMSFilter", "dsse_kms_filter", "DsseKmsFilter"),
    ]);
}

#[test]
fn digits_stay_with_what_they_number() {
    all_read(&[
        ("S3Bucket", "s3_bucket", "S3Bucket"),
        ("s3DataSource", "s3_data_source", "S3DataSource"),
        ("S3DNSName", "s3dns_name", "S3dnsName"),
        ("MD5OfBody", "md5_of_body", "Md5OfBody"),
        ("ChecksumCRC32C", "checksum_crc32c", "ChecksumCrc32c"),
        ("SHA256", "sha256", "Sha256"),
        ("Ec2 ", "ec2", "Ec2"),
        ("Base64String", "base64_string", "Base64String"),
        ("AddressLine1", "address_line1", "AddressLine1"),
        ("Route53", "route53", "Route53"),
        ("Phase2DHGroup", "phase2_dh_group", "Phase2DhGroup"),
        ("Use2DSolver", "use2d_solver", "Use2dSolver"),
        ("HTTPCode4XXCount", "http_code4xx_count", "HttpCode4xxCount"),
        ("gp2", "gp2", "Gp2"),
        ("t2.micro", "t2_micro", "T2Micro"),
        ("x86_64", "x86_64", "X86_64"),
        ("R4_2XLARGE", "r4_2xlarge", "R4_2xlarge"),
    ]);
}

#[test]
fn versions_stay_apart_from_names_and_numbers() {
    all_read(&[
        ("TLSv1_2", "tls_v1_2", "TlsV1_2"),
        ("TLS_1_2", "tls_1_2", "Tls1_2"),
        ("SESv2", "ses_v2", "SesV2"),
        ("dynamoDBv2", "dynamo_db_v2", "DynamoDbV2"),
        ("GetFindingV2", "get_finding_v2", "GetFindingV2"),
        ("DisableIMDSV1", "disable_imdsv1", "DisableImdsv1"),
        ("10", "_10", "_10"),
        ("1.0", "_1_0", "_1_0"),
        ("python3.12-arm64", "python3_12_arm64", "Python3_12Arm64"),
        ("2018-08-01", "_2018_08_01", "_2018_08_01"),
    ]);
}

#[test]
fn a_leading_digit_is_preceded_by_an_underscore() {
    assert_eq!(snake_case("1"), "_1");
    assert_eq!(pascal_case("2xlarge"), "_2xlarge");
    assert_eq!(spaced_words("3 D"), "_3_d");
}

#[test]
fn names_without_letters_are_spelled() {
    assert_eq!(snake_case("*"), "u2a");
    assert_eq!(pascal_case(">="), "U3eU3d");
    assert_eq!(pascal_case(""), "Empty");
}

#[test]
fn words_that_their_author_set_apart_stay_as_they_are() {
    for (id, words) in [
        ("DynamoDB", "dynamodb"),
        ("License Manager", "license_manager"),
        ("API Gateway", "api_gateway"),
        ("ApiGatewayV2", "apigatewayv2"),
        ("codestar notifications", "codestar_notifications"),
        ("Route 53", "route_53"),
        ("SESv2", "sesv2"),
        ("  a - b. ", "a_b"),
    ] {
        assert_eq!(spaced_words(id), words);
    }
}
