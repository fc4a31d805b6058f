#!/usr/bin/env bash
# AWS SDK for JavaScript: the end of a year is read as its beginning.
#
# @aws-sdk/client-s3 3.1175.0 with @smithy/core 3.41.1, on any Node.js that these run on.
#
# Expected: `2016-12-31T23:59:59.9996Z` has more digits than a `Date`, and is rounded to
# 2017-01-01T00:00:00.000Z, or cut off to ...59.999Z. `2016-12-31T23:59:60Z`, a leap second, is
# 2017-01-01T00:00:00.000Z, as the reader allows seconds up to 60 and JavaScript counts on.
#
# Seen: both are 2016-01-01T00:00:00.000Z, a year early. `Date.UTC` has moved on into the next year, and
# then `setUTCFullYear` puts the year of the text back, so that the years 0 to 99 come out right. So it
# is in `date-time` and in `http-date`, for every year.
#
# Why a good guess is wrong: the SDK's older functions, `parseRfc3339DateTime` and the like, cut off and
# count on; the ones that read schemas, which clients use now, came later and have other arithmetic.
#
# Who is hurt: whoever keeps or compares times of a service that sends microseconds or nanoseconds, as
# those in Go, Java and Python do, within the last half of a millisecond of a year; and whoever gets a
# leap second. The value is a valid date, and nothing fails.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @aws-sdk/client-s3@3.1175.0 @smithy/core@3.41.1

cat >seen.js <<'JS'
const { Readable } = require("stream");
const { S3Client, ListBucketsCommand } = require("@aws-sdk/client-s3");
const { HttpResponse } = require("@smithy/core/protocols");
const serde = require("@smithy/core/serde");

// A client whose service has made one bucket, at this time.
async function created(text) {
    const body =
        `<ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name><CreationDate>${text}</CreationDate>` +
        `</Bucket></Buckets></ListAllMyBucketsResult>`;
    const handle = async () => ({
        response: new HttpResponse({ statusCode: 200, headers: {}, body: Readable.from([Buffer.from(body)]) }),
    });
    const client = new S3Client({
        region: "eu-west-1",
        credentials: { accessKeyId: "none", secretAccessKey: "none" },
        requestHandler: { metadata: { handlerProtocol: "http/1.1" }, handle },
    });
    const { Buckets } = await client.send(new ListBucketsCommand({}));
    return Buckets[0].CreationDate;
}

async function main() {
    const say = async (what, read) => console.log(what, "->", (await read).toISOString());
    for (const text of [
        "2016-12-31T23:59:59.9994Z",
        "2016-12-31T23:59:59.9996Z",
        "2016-12-31T23:59:60Z",
        "2016-11-30T23:59:59.9996Z",
    ]) {
        await say(`client: ${text}`, created(text));
    }
    const http = "Sat, 31 Dec 2016 23:59:59.9996 GMT";
    await say(`http-date: ${http}`, serde._parseRfc7231DateTime(http));
    const leap = "2016-12-31T23:59:60Z";
    await say(`older function: ${leap}`, serde.parseRfc3339DateTime(leap));
}
main();
JS
node --no-warnings seen.js | tee seen

diff - seen <<'SEEN'
client: 2016-12-31T23:59:59.9994Z -> 2016-12-31T23:59:59.999Z
client: 2016-12-31T23:59:59.9996Z -> 2016-01-01T00:00:00.000Z
client: 2016-12-31T23:59:60Z -> 2016-01-01T00:00:00.000Z
client: 2016-11-30T23:59:59.9996Z -> 2016-12-01T00:00:00.000Z
http-date: Sat, 31 Dec 2016 23:59:59.9996 GMT -> 2016-01-01T00:00:00.000Z
older function: 2016-12-31T23:59:60Z -> 2017-01-01T00:00:00.000Z
SEEN
echo "as described"
