$version: "2"

namespace com.example

use com.example.other#Thing, com.example.other#Else

structure Comma {},

structure Two {} structure Three {}

strucutre Slip {}

structure Colon {
    name String
}

structure Default {
    count: Integer = 1 }

operation Lend {
    inputs: Default
}

operation Close {
    input: Default}

@tags["a"]
string Parentheses

@length(min = 1)
string Equal

apply Colon

apply Colon$name @required @deprecated

@sensitive
apply Two @sensitive

structure Äpfel {}

structure Fine {
    // What could not be read is not said to be missing.
    colon: Colon
}
