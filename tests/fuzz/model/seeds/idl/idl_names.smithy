$version: "2"

namespace com.example

use com.example.a#Thing
use com.example.b#Thing
use com.example.c#Local
use com.example.d#Shape$member

structure Local {
    thing: Thing
    namespace: com.example.other
    missing: Strng
}

@error(client)
structure Failed {}

service Library {
    version: "1"
    errors: [Failed]
    rename: { Local: "Other" }
}
