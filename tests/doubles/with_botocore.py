"""Calls of doubles by botocore, which is content where nothing here fails."""

import sys

from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.session import Session


def client(service, url, **more):
    config = Config(retries={"total_max_attempts": 1}, **more)
    return Session().create_client(
        service,
        region_name="eu-west-1",
        endpoint_url=url,
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="not a secret",
        config=config,
    )


def refused(call, code):
    try:
        call()
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error.response
    raise AssertionError(f"no {code}")


def dynamodb(url):
    made = client("dynamodb", url)
    item = {
        "id": {"S": "é"},
        "size": {"N": "1.50"},
        "raw": {"B": b"\x00\xff"},
        "deep": {"M": {"list": {"L": [{"BOOL": True}, {"NULL": True}]}}},
        "names": {"SS": ["a", "b"]},
    }
    made.put_item(TableName="clips", Item=item)
    found = made.get_item(TableName="clips", Key={"id": {"S": "é"}})
    assert found["Item"] == item, found
    assert "Item" not in made.get_item(TableName="clips", Key={"id": {"S": "none"}})
    names = made.get_paginator("list_tables").paginate().build_full_result()
    assert names["TableNames"] == ["boats", "clips"], names
    error = refused(lambda: made.put_item(TableName="none", Item=item), "ResourceNotFoundException")
    assert error["Error"]["Message"] == "no such table", error
    try:
        made.delete_table(TableName="clips")
    except ClientError as error:
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 501
    else:
        raise AssertionError("an operation that the double does not have is answered")


def license_manager(url):
    made = client("license-manager", url)
    created = made.create_token(LicenseArn="arn", ClientToken="c", TokenProperties=["x"])
    assert (created["TokenId"], created["Token"]) == ("t-1", "e30.é"), created
    listed = made.list_tokens()["Tokens"]
    assert listed == [{"TokenId": "t-1", "LicenseArn": "arn", "TokenProperties": ["x"]}], listed
    made.delete_token(TokenId="t-1")
    refused(lambda: made.delete_token(TokenId="t-1"), "ResourceNotFoundException")


def s3(url):
    made = client("s3", url)
    body = bytes(range(256)) * 500
    made.put_object(
        Bucket="clips", Key="a/b c+é", Body=body, ContentType="video/x", Metadata={"who": "me"}
    )
    got = made.get_object(Bucket="clips", Key="a/b c+é")
    assert got["Body"].read() == body
    assert (got["ContentType"], got["Metadata"]) == ("video/x", {"who": "me"}), got
    assert made.head_object(Bucket="clips", Key="a/b c+é")["ContentLength"] == len(body)
    listed = made.list_objects_v2(Bucket="clips")
    assert [one["Key"] for one in listed["Contents"]] == ["a/b c+é"], listed
    made.delete_object(Bucket="clips", Key="a/b c+é")
    refused(lambda: made.get_object(Bucket="clips", Key="a/b c+é"), "NoSuchKey")
    refused(lambda: made.head_object(Bucket="clips", Key="a/b c+é"), "404")


for call, url in zip((dynamodb, license_manager, s3), sys.argv[1:]):
    call(url)
