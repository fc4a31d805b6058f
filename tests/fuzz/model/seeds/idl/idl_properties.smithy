$version: "2"

namespace com.example

service Library {
    version: 1
    operations: Lend
    errors: [1]
    rename: ["com.example#Lend"]
    operatoins: [Lend]
}

resource Shelf {
    identifiers: [String]
    read: true
    read: Lend
}

operation Lend {}
