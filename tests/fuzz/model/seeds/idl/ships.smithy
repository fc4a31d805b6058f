$version: "2.0"

namespace example.ships

@length(min: 7, max: 7)
string ShipId

@mixin
structure Sized {
    size: Size
}

structure Size {
    @required
    length: Float

    @jsonName("beam")
    width: Float = 2.50
}
