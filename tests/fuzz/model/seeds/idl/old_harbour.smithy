// A file without a version is one of Smithy 1.0.
namespace example.oldharbour

use aws.protocols#awsJson1_1

@awsJson1_1
@xmlNamespace(uri: "https://example.com")
service OldHarbour {
    version: "2016-01-01",
    operations: [CountShips],
}

operation CountShips {
    input: CountShipsInput,
    output: CountShipsOutput,
}

structure CountShipsInput {
    flags: Flags,

    @required
    kind: Kind,

    onlyLarge: Boolean,
    exactly: PrimitiveBoolean,
}

structure CountShipsOutput {
    count: Count,

    @box
    lastYear: Count,

    tonnes: Tonnes,
}

integer Count

@box
long Tonnes

set Flags {
    member: Flag,
}

@length(min: 2)
string Flag

@enum([
    { value: "freighter", name: "FREIGHTER" },
    { value: "ferry", name: "FERRY", documentation: "It comes back." },
])
string Kind
