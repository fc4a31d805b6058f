"""The calls that are recorded."""

LICENSE = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef"
ROLE = "arn:aws:iam::123456789012:role/"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJsLTAxMjMifQ.c2lnbmF0dXJl"


def case(name, operation, members=None, **settings):
    return {"name": name, "operation": operation, "input": members or {}, **settings}


def create_token(name, settings=None, **members):
    required = {"LicenseArn": LICENSE, "ClientToken": "order-4711"}
    return case(name, "CreateToken", {**required, **members}, **(settings or {}))


CASES = [
    create_token("a token with required members only"),
    create_token(
        "a token with every member",
        RoleArns=[ROLE + "Reader", ROLE + "path/to/Writer"],
        ExpirationInDays=30,
        TokenProperties=["customer=17", "seat=4", "floor=2"],
    ),
    create_token("a token with empty lists", RoleArns=[], TokenProperties=[]),
    create_token("a token that expires in no days", ExpirationInDays=0),
    create_token("a token with the largest integer", ExpirationInDays=2**31 - 1),
    create_token("a token with the smallest integer", ExpirationInDays=-(2**31)),
    create_token(
        "a token with text in many scripts",
        TokenProperties=["Größe", "トークン 令牌", "العربية \U0001f510 e\u0301"],
    ),
    create_token(
        "a token with quotation marks and backslashes",
        TokenProperties=['say "hi"', "C:\\tokens\\new", "it's </script> & 100%"],
    ),
    create_token(
        "a token with every control character",
        TokenProperties=["".join(map(chr, range(32))), "\x7f\x80\x9f", "a\r\nb\tc"],
    ),
    create_token(
        "a token with characters that only JavaScript escapes",
        TokenProperties=["\u2028\u2029", "\ufeff\ufffd\uffff", "\U0010ffff"],
    ),
    create_token("a token with an empty property", TokenProperties=[""]),
    create_token("a token with the longest client token", ClientToken="x" * 2048),
    create_token("a token with fifty roles", RoleArns=[f"{ROLE}R{n}" for n in range(50)]),
    create_token(
        "a token made with temporary credentials",
        {"session_token": "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJ=="},
    ),
    create_token("a token in another Region", {"region": "eu-central-1"}),
    create_token("a token in another partition", {"region": "cn-north-1"}),
    create_token("a token over FIPS", {"region": "us-gov-west-1", "endpoint": {"fips": True}}),
    create_token("a token over dual-stack", {"endpoint": {"dual_stack": True}}),
    create_token(
        "a token at a custom endpoint",
        {"endpoint": {"url": "http://127.0.0.1:8080"}},
    ),
    create_token(
        "a token at a custom endpoint with a path",
        {"endpoint": {"url": "https://licenses.example:8443/manager/"}},
    ),
    case("an access token", "GetAccessToken", {"Token": TOKEN}),
    case(
        "an access token with properties to check",
        "GetAccessToken",
        {"Token": TOKEN, "TokenProperties": ["customer=17", "Größe"]},
    ),
    case(
        "an access token with no properties to check",
        "GetAccessToken",
        {"Token": TOKEN, "TokenProperties": []},
    ),
    case("all tokens", "ListTokens"),
    case("tokens by their IDs", "ListTokens", {"TokenIds": ["t-1", "t-2"]}),
    case(
        "tokens of a license",
        "ListTokens",
        {"Filters": [{"Name": "LicenseArns", "Values": [LICENSE]}]},
    ),
    case(
        "the next page of tokens",
        "ListTokens",
        {"NextToken": "AQICAHh/+=\u00fc", "MaxResults": 100},
    ),
    case("the smallest page of tokens", "ListTokens", {"MaxResults": 1}),
    case(
        "tokens with empty lists and an empty filter",
        "ListTokens",
        {"TokenIds": [], "Filters": [{}, {"Name": "", "Values": []}]},
    ),
    case("a deletion", "DeleteToken", {"TokenId": "t-0123456789abcdef"}),
    case("a deletion by an empty ID", "DeleteToken", {"TokenId": ""}),
    case(
        "a deletion with temporary credentials elsewhere",
        "DeleteToken",
        {"TokenId": "t-ü/?#"},
        region="ap-southeast-2",
        session_token="FwoGZXIvYXdzEXAMPLE+/=",
    ),
]
