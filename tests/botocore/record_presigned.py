"""Records the URLs that botocore presigns for calls of services that speak restJson1.

Its clients make each request, and sign it in the URL. Clock and keys are fixed, so a second run writes
the same bytes. Bodies are left empty, as botocore makes queries of them: uploads and documents are
compared with the bodies that they are for in other ways.

    python3 -m venv .venv
    .venv/bin/pip install botocore==1.44.5
    .venv/bin/python tests/botocore/record_presigned.py
"""

import json
import sys
from pathlib import Path
from unittest import mock

import botocore
from botocore.session import Session

from record import (
    ACCESS_KEY_ID,
    BOTOCORE,
    CLOCK,
    SECRET_ACCESS_KEY,
    frozen_clock,
    ignore_settings_of_this_machine,
)

FIXTURE = Path(__file__).parent.parent / "fixtures" / "botocore" / "presigned.json"
REGION = "eu-west-1"


def case(name, service, operation, members, **settings):
    return {
        "name": name,
        "service": service,
        "operation": operation,
        "input": members,
        "expires_in": settings.get("expires_in", 3600),
        "session_token": settings.get("session_token"),
    }


CASES = [
    case("a GET", "lambda", "GetFunction", {"FunctionName": "greet"}),
    case(
        "a GET with a query and a session token",
        "lambda",
        "GetFunction",
        {"FunctionName": "greet:blue/green", "Qualifier": "$LATEST"},
        session_token="Zz/+=9 more",
    ),
    case(
        "a GET with a header",
        "mediastore-data",
        "GetObject",
        {"Path": "films/north quay.mp4", "Range": "bytes=0-99"},
        expires_in=60,
    ),
    case(
        "a POST without a body that has headers",
        "ebs",
        "CompleteSnapshot",
        {"SnapshotId": "snap-0123", "ChangedBlocksCount": 3, "Checksum": "c0ffee="},
    ),
    case(
        "a POST with a payload",
        "lambda",
        "Invoke",
        {"FunctionName": "greet", "InvocationType": "Event"},
    ),
    case(
        "an upload",
        "mediastore-data",
        "PutObject",
        {"Path": "films/north quay.mp4"},
    ),
    case(
        "an upload of a media type",
        "mediastore-data",
        "PutObject",
        {"Path": "notes.txt", "ContentType": "text/plain", "CacheControl": "no-store"},
    ),
    case(
        "an upload with a checksum",
        "ebs",
        "PutSnapshotBlock",
        {
            "SnapshotId": "snap-0123",
            "BlockIndex": 7,
            "DataLength": 524288,
            "Progress": 4,
            "Checksum": "c0ffee=",
            "ChecksumAlgorithm": "SHA256",
        },
    ),
    case(
        "a call that asks for what is the default",
        "bedrock-runtime",
        "InvokeModel",
        {"modelId": "m.one", "accept": "application/json", "contentType": "application/json"},
    ),
    case(
        "a PUT with a document",
        "lambda",
        "PutFunctionConcurrency",
        {"FunctionName": "greet", "ReservedConcurrentExecutions": 3},
    ),
]

# What is uploaded, which botocore wants. It is not signed, as the model says.
UPLOADS = {"PutObject": "Body", "PutSnapshotBlock": "BlockData"}


def main() -> None:
    if botocore.__version__ != BOTOCORE:
        sys.exit(f"botocore {BOTOCORE} is needed, this is {botocore.__version__}")
    ignore_settings_of_this_machine()
    recording = {
        "botocore": botocore.__version__,
        "clock": CLOCK.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "access_key_id": ACCESS_KEY_ID,
        "secret_access_key": SECRET_ACCESS_KEY,
        "region": REGION,
        "cases": [record(case) for case in CASES],
    }
    FIXTURE.write_text(json.dumps(recording, indent=2) + "\n")
    print(f"{len(CASES)} cases in {FIXTURE}")


def record(case: dict) -> dict:
    client = Session().create_client(
        case["service"],
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY_ID,
        aws_secret_access_key=SECRET_ACCESS_KEY,
        aws_session_token=case["session_token"],
    )
    members = dict(case["input"])
    if case["operation"] in UPLOADS:
        members[UPLOADS[case["operation"]]] = b""
        client.meta.events.register("choose-signer", leave_out_body)
    method = botocore.xform_name(case["operation"])
    with mock.patch("botocore.auth.get_current_datetime", frozen_clock):
        url = client.generate_presigned_url(method, members, case["expires_in"])
    model = client.meta.service_model.operation_model(case["operation"])
    return {**case, "method": model.http["method"], "url": url}


def leave_out_body(context: dict, **_) -> None:
    """What botocore does for calls and forgets for URLs, which would be good for no bytes alone."""
    context["payload_signing_enabled"] = False


if __name__ == "__main__":
    main()
