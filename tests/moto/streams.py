"""Streams of events as botocore reads them: the other side of `streams.rs`, which runs this.

    streams.py ADDRESS kinesis|bedrock|lambda

Prints what it reads, a JSON array: the name of each event with its members, bytes in hexadecimal, and the error that
ends the stream, where one does.
"""

import datetime
import json
import os
import sys

import botocore
from botocore.exceptions import EventStreamError
from botocore.session import Session

BOTOCORE = "1.44."


def main() -> None:
    if not botocore.__version__.startswith(BOTOCORE):
        sys.exit(f"botocore {BOTOCORE}* is needed, this is {botocore.__version__}")
    address, service = sys.argv[1:]
    stream = {"kinesis": kinesis, "bedrock": bedrock, "lambda": function}[service](address)
    json.dump(read(stream), sys.stdout, default=as_text)


def client(address: str, name: str):
    for variable in [variable for variable in os.environ if variable.startswith("AWS_")]:
        del os.environ[variable]
    os.environ["AWS_CONFIG_FILE"] = os.devnull
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
    return Session().create_client(
        name,
        region_name="eu-west-1",
        endpoint_url=address,
        aws_access_key_id="any",
        aws_secret_access_key="any",
    )


def kinesis(address: str):
    output = client(address, "kinesis").subscribe_to_shard(
        ConsumerARN="arn:aws:kinesis:eu-west-1:123456789012:stream/tides/consumer/harbour:1",
        ShardId="shardId-000000000000",
        StartingPosition={"Type": "LATEST"},
    )
    return output["EventStream"]


def bedrock(address: str):
    output = client(address, "bedrock-runtime").invoke_model_with_response_stream(
        modelId="example.tides", body=b"{}"
    )
    return output["body"]


def function(address: str):
    return client(address, "lambda").invoke_with_response_stream(FunctionName="tides")["EventStream"]


def read(stream) -> list:
    events = []
    try:
        for event in stream:
            [[name, members]] = event.items()
            events.append([name, members])
    except EventStreamError as error:
        said = error.response["Error"]
        events.append(["error", [said["Code"], said["Message"]]])
    return events


def as_text(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime.datetime):
        return round(value.timestamp() * 1000)
    raise TypeError(type(value))


if __name__ == "__main__":
    main()
