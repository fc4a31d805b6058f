"""Records how botocore sends License Manager's token operations.

The wire test makes the same calls and compares. Nothing is sent: each request is caught when
it is complete and signed. Clock and keys are fixed, so a second run writes the same bytes.

    python3 -m venv .venv
    .venv/bin/pip install botocore==1.44.5
    .venv/bin/python tests/botocore/record.py
"""

import io
import json
import os
import re
import sys
from datetime import datetime, timezone
from pathlib import Path
from unittest import mock

import botocore
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.session import Session

from cases import CASES

BOTOCORE = "1.44.5"
FIXTURE = Path(__file__).parent.parent / "fixtures" / "botocore" / "license-manager.json"
CLOCK = datetime(2030, 1, 31, 12, 34, 56, tzinfo=timezone.utc)
# Keys that no account has.
ACCESS_KEY_ID = "AKIDEXAMPLE"
SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
REGION = "us-east-1"


def main() -> None:
    if botocore.__version__ != BOTOCORE:
        sys.exit(f"botocore {BOTOCORE} is needed, this is {botocore.__version__}")
    ignore_settings_of_this_machine()
    recording = {
        "botocore": botocore.__version__,
        "clock": CLOCK.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "access_key_id": ACCESS_KEY_ID,
        "secret_access_key": SECRET_ACCESS_KEY,
        "cases": [record(case) for case in CASES],
    }
    # ASCII only, so that control characters and the direction of text are plain to see.
    FIXTURE.write_text(json.dumps(recording, indent=2) + "\n")
    print(f"{len(CASES)} cases in {FIXTURE}")


def ignore_settings_of_this_machine() -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ["AWS_CONFIG_FILE"] = os.devnull
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"


def record(case: dict) -> dict:
    caught = []

    def catch(request, **_):
        caught.append(request)
        return AWSResponse(request.url, 200, {}, RawBody(b"{}"))

    region = case.get("region", REGION)
    endpoint = case.get("endpoint", {})
    client = Session().create_client(
        "license-manager",
        region_name=region,
        aws_access_key_id=ACCESS_KEY_ID,
        aws_secret_access_key=SECRET_ACCESS_KEY,
        aws_session_token=case.get("session_token"),
        endpoint_url=endpoint.get("url"),
        config=Config(
            use_fips_endpoint=endpoint.get("fips", False),
            use_dualstack_endpoint=endpoint.get("dual_stack", False),
        ),
    )
    client.meta.events.register("before-send", catch)
    with mock.patch("botocore.auth.get_current_datetime", frozen_clock):
        getattr(client, botocore.xform_name(case["operation"]))(**case["input"])
    (request,) = caught
    return {
        "name": case["name"],
        "operation": case["operation"],
        "region": region,
        "fips": endpoint.get("fips", False),
        "dual_stack": endpoint.get("dual_stack", False),
        "endpoint_url": endpoint.get("url"),
        "session_token": case.get("session_token"),
        "input": case["input"],
        "request": described(request),
    }


def frozen_clock(remove_tzinfo: bool = True) -> datetime:
    return CLOCK.replace(tzinfo=None) if remove_tzinfo else CLOCK


class RawBody(io.BytesIO):
    """The body of a response, as botocore reads it from urllib3."""

    def stream(self, **_):
        yield self.read()


def described(request) -> dict:
    headers = {name.lower(): text(value) for name, value in request.headers.items()}
    signed = re.search("SignedHeaders=([^,]+)", headers["authorization"])[1].split(";")
    # The HTTP library adds `Host` when it sends, yet the signature covers it.
    headers.setdefault("host", re.match("https?://([^/]+)", request.url)[1])
    return {
        "method": request.method,
        "url": request.url,
        "signed_headers": {name: headers[name] for name in signed},
        "content_type": headers["content-type"],
        "authorization": headers["authorization"],
        "body": text(request.body),
    }


def text(value) -> str:
    return value.decode() if isinstance(value, bytes) else value


if __name__ == "__main__":
    main()
