$version: "2"

namespace com.example

@documentation("no \' escape")
string Escape

@documentation("\u12")
string Short

@documentation("\ud83e")
string Half

@documentation("""text at once
    """)
string Block

@documentation("""""")
string Empty

@range(min: 1., max: 1e)
integer Fraction

@range(min: +1)
integer Plus

@pattern('^a$')
string Quotes

string / Comment
