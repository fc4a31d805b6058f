#!/usr/bin/env bash
# botocore: `datetime.min` is sent with a year of one digit, which is read as 2001.
#
# boto3 1.44.5, botocore 1.44.5, seen with Python 3.11 on Linux with glibc.
#
# Expected: a `date-time` has a year of four digits, `0001-01-01T00:00:00Z`, in the query of AWS Signer's
# ListSigningJobs; and botocore reads what it writes, or refuses it.
#
# Seen: `1-01-01T00:00:00Z`, which is no `date-time` of RFC 3339. botocore itself reads it as the year 2001.
# The year 99 becomes 1999. No year before 1000 has its four digits, in `date-time` alone: `http-date` and
# `epoch-seconds` are right.
#
# Why a good guess is wrong: Python's own `isoformat` has four digits. botocore uses `strftime("%Y")`, of which
# the digits are left to the C library, and reads with dateutil, which takes two digits, and one, for a year
# of this century.
#
# Who is hurt: whoever says "from the beginning" with `datetime.min`: the service refuses the text, or asks
# for what came after 2001; and tests with doubles that read with botocore's reader pass.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check boto3==1.44.5 botocore==1.44.5

cat >seen.py <<'PYTHON'
from datetime import datetime, timezone
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.utils import parse_timestamp

client = boto3.client(
    "signer", region_name="eu-west-1", aws_access_key_id="none", aws_secret_access_key="none"
)
for year in 1, 99, 999, 1000:
    after = datetime(year, 1, 1, tzinfo=timezone.utc)
    url = client.generate_presigned_url("list_signing_jobs", {"signatureExpiresAfter": after})
    (sent,) = parse_qs(urlsplit(url).query)["signatureExpiresAfter"]
    print(after.isoformat(), "sent:", sent, "read again:", parse_timestamp(sent).isoformat())
PYTHON
venv/bin/python seen.py | tee seen

diff - seen <<'SEEN'
0001-01-01T00:00:00+00:00 sent: 1-01-01T00:00:00Z read again: 2001-01-01T00:00:00+00:00
0099-01-01T00:00:00+00:00 sent: 99-01-01T00:00:00Z read again: 1999-01-01T00:00:00+00:00
0999-01-01T00:00:00+00:00 sent: 999-01-01T00:00:00Z read again: 0999-01-01T00:00:00+00:00
1000-01-01T00:00:00+00:00 sent: 1000-01-01T00:00:00Z read again: 1000-01-01T00:00:00+00:00
SEEN
echo "as described"
