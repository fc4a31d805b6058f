$version: "2"

namespace com.example

structure plain {}

@plain
@length(min: "one")
@tags([true])
string Name

@mixin
operation Lend {
    input := {
        @httpLabel
        id: String
    }
}

@mixin
list Names {}

structure Circle with [Circle] {}

@mixin
structure First with [Second] {}

@mixin
structure Second with [First] {}

structure Conflict with [Base] {
    name: Integer
}

@mixin
structure Base {
    name: String
}
