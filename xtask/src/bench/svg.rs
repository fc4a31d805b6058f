//! A chart as an SVG image: panels side by side, each with lines over the same numbers. Its colours
//! can be read on a light and on a dark page.

use std::fmt::Write as _;

const GREY: &str = "#768390";

/// Of each line its colour, and how high above its end its name stands: that of the second is below.
const STYLES: [(&str, f64); 2] = [("#2f81f7", 8.0), ("#d4741c", -18.0)];

/// The size of a panel.
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 260.0;

/// What is around the lines in it: left, top, right, bottom.
const MARGIN: [f64; 4] = [40.0, 40.0, 16.0, 40.0];

/// Lines with axes of their own.
pub struct Panel {
    /// What is above it.
    pub title: String,
    /// What is in it.
    pub lines: Vec<Line>,
}

/// A line from point to point.
pub struct Line {
    /// What is behind its end.
    pub name: String,
    /// From left to right.
    pub points: Vec<(f64, f64)>,
}

/// Draws panels.
pub fn draw(panels: &[Panel]) -> String {
    let mut x = 0.0;
    let drawn: Vec<String> = panels
        .iter()
        .map(|panel| {
            let drawn = format!("<g transform=\"translate({x} 0)\">\n{}</g>\n", panel.draw());
            x += WIDTH;
            drawn
        })
        .collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {x} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\" fill=\"{GREY}\" stroke-width=\"1.5\">\n\
         {}</svg>\n",
        drawn.concat()
    )
}

impl Panel {
    fn draw(&self) -> String {
        let points = || self.lines.iter().flat_map(|line| &line.points);
        let most = |of: fn(&(f64, f64)) -> f64| points().map(of).fold(0.0, f64::max);
        let axes = Axes {
            x: round_up(most(|point| point.0)),
            y: round_up(most(|point| point.1)),
        };
        let mut drawn = text(MARGIN[0], 20.0, "start", &self.title);
        drawn += &axes.draw();
        for (line, style) in self.lines.iter().zip(STYLES.into_iter().cycle()) {
            drawn += &line.draw(&axes, style);
        }
        drawn
    }
}

impl Line {
    fn draw(&self, axes: &Axes, (colour, rise): (&str, f64)) -> String {
        let places: Vec<(f64, f64)> = self.points.iter().map(|point| axes.place(*point)).collect();
        let path: Vec<String> = places
            .iter()
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let mut drawn = format!(
            "<polyline fill=\"none\" stroke=\"{colour}\" points=\"{}\"/>\n",
            path.join(" ")
        );
        for (x, y) in &places {
            let _ = writeln!(
                drawn,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>"
            );
        }
        if let Some((x, y)) = places.last() {
            let name = text(*x, y - rise, "end", &self.name);
            drawn += &name.replacen("<text", &format!("<text fill=\"{colour}\""), 1);
        }
        drawn
    }
}

/// Where the axes end; they begin at zero.
struct Axes {
    x: f64,
    y: f64,
}

impl Axes {
    /// Where a point is on the panel.
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [left, top, right, bottom] = MARGIN;
        (
            left + x / self.x * (WIDTH - left - right),
            HEIGHT - bottom - y / self.y * (HEIGHT - top - bottom),
        )
    }

    /// The two axes, each with four steps.
    fn draw(&self) -> String {
        let mut drawn = String::new();
        for step in 0..=4 {
            let part = f64::from(step) / 4.0;
            let (x, y) = self.place((self.x * part, self.y * part));
            let (left, bottom) = self.place((0.0, 0.0));
            let (right, _) = self.place((self.x, 0.0));
            let _ = writeln!(
                drawn,
                "<path stroke=\"{GREY}\" stroke-opacity=\"0.3\" d=\"M{left:.1} {y:.1}H{right:.1}\"/>"
            );
            drawn += &text(left - 6.0, y + 4.0, "end", &short(self.y * part));
            drawn += &text(x, bottom + 18.0, "middle", &short(self.x * part));
        }
        let (middle, bottom) = self.place((self.x / 2.0, 0.0));
        drawn + &text(middle, bottom + 34.0, "middle", "operations")
    }
}

fn text(x: f64, y: f64, anchor: &str, text: &str) -> String {
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>\n")
}

/// The next number whose quarters are short to write: 1, 2, 4 or 8 and zeros.
fn round_up(number: f64) -> f64 {
    let mut power = 0.001;
    while power * 10.0 < number {
        power *= 10.0;
    }
    let rounds = [1.0, 2.0, 4.0, 8.0, 10.0].map(|digit| digit * power);
    rounds
        .into_iter()
        .find(|round| *round >= number)
        .unwrap_or(10.0 * power)
}

/// A number without digits that say nothing.
fn short(number: f64) -> String {
    let digits = format!("{number:.3}");
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_round_numbers_that_quarters_can_be_written_of() {
        let ends = [0.0, 0.07, 0.4, 1.3, 5.0, 16.7, 700.0].map(|most| short(round_up(most)));
        assert_eq!(ends, ["0.001", "0.08", "0.4", "2", "8", "20", "800"]);
    }

    #[test]
    fn a_line_goes_from_corner_to_corner_of_its_panel() {
        let line = Line {
            name: "cargo check".to_owned(),
            points: vec![(0.0, 0.0), (800.0, 8.0)],
        };
        let panel = Panel {
            title: "compile".to_owned(),
            lines: vec![line],
        };
        let drawn = draw(&[panel]);
        assert!(
            drawn.contains("points=\"40.0,220.0 384.0,40.0\""),
            "{drawn}"
        );
        assert!(drawn.contains("fill=\"#2f81f7\" x=\"384.0\""), "{drawn}");
    }

    #[test]
    fn panels_stand_side_by_side() {
        let panel = |title: &str| Panel {
            title: title.to_owned(),
            lines: Vec::new(),
        };
        let drawn = draw(&[panel("one"), panel("two")]);
        assert!(drawn.contains("viewBox=\"0 0 800 260\""), "{drawn}");
        assert!(drawn.contains("translate(400 0)"), "{drawn}");
    }
}
