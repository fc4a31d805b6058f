$version: "2"
$operationInputSuffix: "Request"

metadata suppressions = [
    { id: "Unstable", namespace: "example.harbour" }
]

namespace example.harbour

use aws.protocols#restJson1
use example.ships#ShipId
use example.ships#Sized
use smithy.waiters#waitable

/// A harbour: ships, and the berths
/// that they lie at.
@restJson1
@title("Harbour")
service Harbour {
    version: "2026-01-01"
    resources: [Berth]
    operations: [
        ReportWeather
    ]
    errors: [Closed]
    rename: { "example.ships#Size": "ShipSize" }
}

resource Berth {
    identifiers: { berthId: BerthId }
    properties: { length: Length, ship: ShipId }
    read: GetBerth
    list: ListBerths
}

@pattern("^[a-z]+\\d*$")
string BerthId

@range(min: 1, max: 500.5)
double Length

@readonly
@http(method: "GET", uri: "/berths/{berthId}")
@waitable(
    BerthIsFree: {
        acceptors: [{
            state: "success"
            matcher: { output: { path: "state", comparator: "stringEquals", expected: "free" } }
        }]
    }
)
operation GetBerth {
    input := for Berth {
        @required
        @httpLabel
        $berthId
    }

    output :=
        /// One berth.
        @tags(["berths"])
        for Berth with [Sized, Described] {
            @required
            $berthId

            $length
            $ship

            /// Set where a ship lies there.
            $size

            state: BerthState = "free"
        }

    errors: [
        NoSuchBerth
    ]
}

@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "berths", pageSize: "max")
@readonly
@http(method: "GET", uri: "/berths")
operation ListBerths {
    input := {
        @httpQuery("next")
        nextToken: String

        @httpQuery("max")
        max: Integer = 20
    }
    output := {
        @required
        berths: Berths

        nextToken: String
    }
}

list Berths {
    member: BerthId
}

@http(method: "POST", uri: "/weather")
operation ReportWeather {
    input := {
        @required
        weather: Weather

        notes: Notes
        force: Beaufort
        at: Timestamp
    }
}

/// What blows.
union Weather {
    calm: Unit
    wind: Beaufort
    text: String
}

intEnum Beaufort {
    @documentation("""
        Leaves rustle:
          in all trees.
        """)
    LIGHT = 2
    STORM = 10
}

enum BerthState {
    FREE = "free"
    TAKEN = "taken"
    /// Nobody knows.
    UNKNOWN
}

@sparse
map Notes {
    key: String

    /// May be absent.
    value: String
}

@mixin
structure Described {
    /// In a few words.
    description: String
}

@mixin(localTraits: [documentation])
@documentation("What every error has.")
structure Failure {
    @required
    message: String
}

@error("client")
@httpError(404)
structure NoSuchBerth with [Failure] {}

@error("server")
@httpError(503)
@retryable
structure Closed with [Failure] {}

apply Closed$message @documentation("When it opens again.")

apply Length {
    @unstable
}
