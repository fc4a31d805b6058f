#!/usr/bin/env bash
# boto3: a presigned upload is good for an empty body alone, where the body is not to be signed.
#
# boto3 1.44.5, botocore 1.44.5: PutObject of MediaStore Data, PutSnapshotBlock of EBS.
#
# Expected: both are `v4-unsigned-body` in botocore's model (`aws.auth#unsignedPayload` in AWS's), so the
# signature of a URL leaves the body out, with `UNSIGNED-PAYLOAD` in its place, as that of a call does; so
# whoever has the URL can upload with it.
#
# Seen: a call is signed so, and a URL is not: its signature covers the checksum of an empty body. The body
# that is given is moved to the query where it is a JSON object, and refused otherwise, so that no URL can
# be made for any content.
#
# Why a good guess is wrong: it is one model and one signer, and S3, which everybody knows, does it right, in
# a signer of its own. The signer learns of the model from a context that calls fill in, and URLs do not.
#
# Who is hurt: whoever hands out URLs for uploads: each is refused, with a wrong signature, by the service,
# when the content is sent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check boto3==1.44.5 botocore==1.44.5

cat >seen.py <<'PYTHON'
import hashlib
import os
from unittest import mock

for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSResponse

NOTHING = hashlib.sha256(b"").hexdigest()
SIGNED = []
canonical_request = SigV4Auth.canonical_request


def noted(signer, request):
    """The last line of what is signed is what stands for the body."""
    text = canonical_request(signer, request)
    SIGNED.append(text.rsplit("\n", 1)[1].replace(NOTHING, "the checksum of nothing"))
    return text


def answered(request, **_):
    return AWSResponse(request.url, 200, {}, mock.Mock(stream=lambda **_: [b"{}"]))


BLOCK = {"SnapshotId": "snap-0", "BlockIndex": 0, "DataLength": 3, "Checksum": "x", "ChecksumAlgorithm": "SHA256"}
for service, method, body, members in [
    ("mediastore-data", "put_object", "Body", {"Path": "film.mp4"}),
    ("ebs", "put_snapshot_block", "BlockData", BLOCK),
]:
    client = boto3.client(
        service, region_name="eu-west-1", aws_access_key_id="none", aws_secret_access_key="none"
    )
    client.meta.events.register("before-send", answered)
    with mock.patch.object(SigV4Auth, "canonical_request", noted):
        try:
            getattr(client, method)(**members, **{body: b"abc"})
        except Exception:
            pass  # What is answered is of no account.
        print(method, "call:", SIGNED.pop())
        client.generate_presigned_url(method, {**members, body: b""})
        print(method, "URL:", SIGNED.pop())
        try:
            client.generate_presigned_url(method, {**members, body: b"abc"})
        except Exception as error:
            print(method, "URL with a body:", type(error).__name__)
PYTHON
venv/bin/python seen.py | tee seen

diff - seen <<'SEEN'
put_object call: UNSIGNED-PAYLOAD
put_object URL: the checksum of nothing
put_object URL with a body: JSONDecodeError
put_snapshot_block call: UNSIGNED-PAYLOAD
put_snapshot_block URL: the checksum of nothing
put_snapshot_block URL with a body: JSONDecodeError
SEEN
echo "as described"
