"""Records how botocore signs requests: in the URI, without the body, and with a bearer token.

The requests are written here, and botocore's own signers sign them. Clock and keys are fixed, so a
second run writes the same bytes. Signature Version 4A is not here: botocore has it only with a
library in C, and no two of its signatures are the same.

    python3 -m venv .venv
    .venv/bin/pip install botocore==1.44.5
    .venv/bin/python tests/botocore/record_signing.py
"""

import json
import sys
from pathlib import Path
from unittest import mock

import botocore
from botocore.auth import BearerAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.tokens import FrozenAuthToken

from record import ACCESS_KEY_ID, BOTOCORE, CLOCK, SECRET_ACCESS_KEY, frozen_clock

FIXTURE = Path(__file__).parent.parent / "fixtures" / "botocore" / "signing.json"
NAME = "lighthouse"
REGION = "eu-west-1"
TOKEN = "open-sesame"
ENDPOINT = "https://lighthouse.eu-west-1.example.com"

JSON = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "Lighthouse.Light",
}


def case(name, kind, method="POST", target="/", headers=None, body="", **settings):
    return {
        "name": name,
        "kind": kind,
        "method": method,
        "target": target,
        "headers": headers or {},
        "body": body,
        "expires_in": settings.get("expires_in", 3600),
        "session_token": settings.get("session_token"),
    }


CASES = [
    case("a GET without anything", "presigned", "GET"),
    case("a GET that lasts for a week", "presigned", "GET", expires_in=604800),
    case("a GET with a path", "presigned", "GET", "/lamps/north%20quay/a%2Fb"),
    case("a GET with a query", "presigned", "GET", "/lamps?state=on&colour=dark%20red&flag="),
    case("a GET with a session token", "presigned", "GET", session_token="Zz/+=9 more"),
    case("a POST with headers", "presigned", headers=JSON),
    case("a POST with a session token", "presigned", headers=JSON, session_token="x"),
    case("a presigned POST whose body is not signed", "presigned unsigned", headers=JSON, body="{}"),
    case("a POST whose body is not signed", "unsigned", headers=JSON, body="{}"),
    case("a POST whose body is signed", "signed", headers=JSON, body="{}"),
    case("a bearer token", "bearer", headers=JSON, body="{}"),
]


def main() -> None:
    if botocore.__version__ != BOTOCORE:
        sys.exit(f"botocore {BOTOCORE} is needed, this is {botocore.__version__}")
    recording = {
        "botocore": botocore.__version__,
        "clock": CLOCK.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "access_key_id": ACCESS_KEY_ID,
        "secret_access_key": SECRET_ACCESS_KEY,
        "name": NAME,
        "region": REGION,
        "token": TOKEN,
        "endpoint": ENDPOINT,
        "cases": [record(case) for case in CASES],
    }
    FIXTURE.write_text(json.dumps(recording, indent=2) + "\n")
    print(f"{len(CASES)} cases in {FIXTURE}")


def record(case: dict) -> dict:
    request = AWSRequest(
        method=case["method"],
        url=ENDPOINT + case["target"],
        headers=dict(case["headers"]),
        # Its signer of URIs would make a query of a body. A body that is not signed may be absent.
        data=b"" if case["kind"].startswith("presigned") else case["body"].encode(),
    )
    request.context["payload_signing_enabled"] = "unsigned" not in case["kind"].split()
    with mock.patch("botocore.auth.get_current_datetime", frozen_clock):
        signer(case).add_auth(request)
    return {**case, "url": request.url, "authorization": request.headers.get("Authorization")}


def signer(case: dict):
    keys = Credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY, case["session_token"])
    if case["kind"] == "bearer":
        return BearerAuth(FrozenAuthToken(TOKEN))
    if case["kind"].startswith("presigned"):
        return SigV4QueryAuth(keys, NAME, REGION, expires=case["expires_in"])
    return SigV4Auth(keys, NAME, REGION)


if __name__ == "__main__":
    main()
