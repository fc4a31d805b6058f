"""Objects as botocore writes and reads them: the other side of `with_botocore.rs`, which runs this.

    with_botocore.py write|read FOLDER

The server is in the environment, `S3S_ADDRESS` and its keys, and the objects are those of `objects.json`.
"""

import io
import itertools
import json
import os
import sys
from pathlib import Path

import botocore
from botocore.config import Config
from botocore.session import Session

BOTOCORE = "1.44."
BUCKET = "granary"
OBJECTS = json.loads((Path(__file__).parent / "objects.json").read_text())


def main() -> None:
    if not botocore.__version__.startswith(BOTOCORE):
        sys.exit(f"botocore {BOTOCORE}* is needed, this is {botocore.__version__}")
    does, folder = sys.argv[1:]
    s3 = client()
    if does == "write":
        for each in OBJECTS:
            write(s3, folder + each["key"], each)
    else:
        check(listed(s3, folder), sorted(folder + each["key"] for each in OBJECTS), "the list")
        for each in OBJECTS:
            read(s3, folder + each["key"], each)


def client():
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ["AWS_CONFIG_FILE"] = os.devnull
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
    return Session().create_client(
        "s3",
        region_name="us-east-1",
        endpoint_url=os.environ["S3S_ADDRESS"],
        aws_access_key_id=os.environ["S3S_ACCESS_KEY"],
        aws_secret_access_key=os.environ["S3S_SECRET_KEY"],
        config=Config(s3={"addressing_style": "path"}),
    )


def content(each: dict) -> bytes:
    """Its key, again and again."""
    key = each["key"].encode()
    return bytes(itertools.islice(itertools.cycle(key), each["size"]))


def write(s3, key: str, each: dict) -> None:
    body = content(each)
    where = {"Bucket": BUCKET, "Key": key}
    about = {"Metadata": each.get("metadata", {})}
    if "content_type" in each:
        about["ContentType"] = each["content_type"]
    if "part" in each:
        return write_parts(s3, where, about, body, each["part"])
    if "algorithm" in each:
        about["ChecksumAlgorithm"] = each["algorithm"]
    s3.put_object(**where, **about, Body=io.BytesIO(body) if each.get("from_file") else body)


def write_parts(s3, where: dict, about: dict, body: bytes, size: int) -> None:
    upload = s3.create_multipart_upload(**where, **about)["UploadId"]
    parts = []
    for number, start in enumerate(range(0, len(body), size), 1):
        part = body[start : start + size]
        sent = s3.upload_part(**where, UploadId=upload, PartNumber=number, Body=part)
        parts.append({"PartNumber": number, "ETag": sent["ETag"]})
    s3.complete_multipart_upload(**where, UploadId=upload, MultipartUpload={"Parts": parts})


def listed(s3, folder: str) -> list:
    # Asked for by itself, keys are decoded; s3s-fs says that it has encoded them, and has not.
    pages = s3.get_paginator("list_objects_v2").paginate(
        Bucket=BUCKET, Prefix=folder, EncodingType="url", PaginationConfig={"PageSize": 3}
    )
    return sorted(found["Key"] for page in pages for found in page.get("Contents", []))


def read(s3, key: str, each: dict) -> None:
    found = s3.get_object(Bucket=BUCKET, Key=key)
    # Checked against its checksum while it is read.
    check(found["Body"].read(), content(each), f"the body of {key!r}")
    check(found["ContentLength"], each["size"], f"the length of {key!r}")
    check(found["Metadata"], each.get("metadata", {}), f"what is said of {key!r}")
    if "content_type" in each:
        check(found["ContentType"], each["content_type"], f"the type of {key!r}")
    if "part" not in each:
        algorithm = each.get("algorithm", "CRC32")
        if not found.get(f"Checksum{algorithm}"):
            sys.exit(f"{key!r} has no {algorithm}")


def check(found, expected, what: str) -> None:
    if found != expected:
        sys.exit(f"{what}: {found!r}, and not {expected!r}"[:1000])


if __name__ == "__main__":
    main()
