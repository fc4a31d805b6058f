$version: "2"

namespace example.tides

use aws.protocols#restJson1

/// High and low water, harbour by harbour.
@restJson1
@httpBearerAuth
service Tides {
    version: "2026-03-01"
    operations: [ListTides]
}

/// Lists the tides of a harbour, the next one first.
@readonly
@http(method: "GET", uri: "/harbours/{harbour}/tides")
@paginated(inputToken: "from", outputToken: "next", items: "tides")
operation ListTides {
    input := {
        @required
        @httpLabel
        harbour: String

        @httpQuery("from")
        from: String
    }
    output := {
        tides: TideList
        next: String
    }
    errors: [NoSuchHarbour]
}

list TideList { member: Tide }
structure Tide { at: Timestamp, water: Water, height: Height }
enum Water { HIGH, LOW }
union Height { metres: Double, feet: Double }

@error("client")
@httpError(404)
structure NoSuchHarbour { message: String }
