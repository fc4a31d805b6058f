$version: "2"

namespace com.example

list Titles {
    element: String
}

map Pages {
    key: String
    values: Integer
}

structure Book {
    title: String
    title: Integer
}

enum Colour {
    RED
    RED
}

structure Nothing {
    $name
}

structure ForBook for Book {
    $title
}

structure ForNone for Shelf {
    $title
}

@length(min: 1, min: 2)
@length(min: 3)
string Twice
