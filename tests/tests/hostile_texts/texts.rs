//! Texts that no author of a model would write, and that somebody could.
#![allow(dead_code, reason = "not every test has a use for all of them")]

/// Stands in every text, so that what becomes of it can be found.
pub const MARK: &str = "hostile";

/// Code, in every form in which rustdoc compiles it, or in which a comment would end.
pub const CODE: &str = "A hostile text.

    compile_error!(\"hostile, indented\");

```
compile_error!(\"hostile, fenced\");
```

~~~rust
compile_error!(\"hostile, tilded\");
~~~

- ```
  compile_error!(\"hostile, in a list\");
  ```

*/ compile_error!(\"hostile, outside of a comment\"); /*
\"; compile_error!(\"hostile, outside of a string\"); \"
\"#; compile_error!(\"hostile, outside of a raw string\"); r#\"
";

/// All others.
pub fn all() -> [String; 4] {
    let long = format!("{MARKUP} {} {}", "w".repeat(10_000), "words ".repeat(2_000));
    let code = format!(" {CODE}");
    [code, UNPRINTABLE.to_owned(), long + BLOCKS, String::new()]
}

/// What acts on terminals and editors, some of it refused by rustc in comments and strings.
pub const UNPRINTABLE: &str = "hostile\rA\0B\u{1b}[31mC\u{7f}D\u{85}E\u{9b}31mF\u{202e}G\u{2066}H\
    \u{2028}I\u{200b}J\u{ad}K\u{feff}L\u{e0041}M\u{1f469}\u{200d}\u{1f680}\u{3}";

/// What Markdown, HTML, TOML, `format!` or a shell would read as more.
const MARKUP: &str = "`hostile` [hostile] [hostile](hostile) [hostile]: hostile <hostile> \
    <script>hostile</script> <!-- hostile --> --> ]]> \" \\ # {} {{hostile}} {hostile} $hostile \
    $(hostile) | * _hostile_ **hostile** ~~hostile~~ & &lt;hostile&gt; &#0; ' % %h \\u{0} https://hostile \
    ![hostile](https://hostile) [^hostile] [ ] hostile@hostile.hostile ```` ``` `` `";

/// What begins a block in Markdown.
const BLOCKS: &str = "# hostile\n- hostile\n> hostile\n1. hostile\n\n| hostile |\n|---|\n| hostile |\n\
    \n***\nhostile\n===\n<table><tr><td>hostile</td></tr></table>\n<pre>hostile</pre>\n[hostile]: hostile";
