//! Colours and strokes: the default look, which style/60-figure.css may override by class.
//!
//! Presentation attributes lose against any stylesheet, so a picture carries its own look when it
//! stands alone and follows the page (dark, forced colours) when it is part of one. Every text
//! colour has at least 4.5:1 against paper and ground. Nothing is told by hue alone: verdicts have
//! a pattern and words, the city's line a place and a label.

use super::spec::Tone;
use super::trend::Trace;

/// The colour of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Strong,
    Soft,
    City,
    /// For what is missing; always in words as well.
    Warn,
}

impl Ink {
    pub const fn class(self) -> &'static str {
        match self {
            Ink::Strong => "fig-ink",
            Ink::Soft => "fig-soft",
            Ink::City => "fig-city-text",
            Ink::Warn => "fig-warn",
        }
    }

    pub const fn color(self) -> &'static str {
        match self {
            Ink::Strong => INK,
            Ink::Soft => SOFT,
            Ink::City => CITY,
            Ink::Warn => "#a83a14",
        }
    }
}

/// What a line is, and thereby its colour and width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// The mirror line.
    City,
    /// The mirror line where it passes behind words.
    CityThin,
    /// The light edge that keeps the mirror line apart from bars as dark as itself.
    CityEdge,
    Whisker,
    WhiskerEdge,
    Grid,
    /// The start of the axis.
    Zero,
    /// The outline of the staircase.
    Stair,
}

impl Stroke {
    pub const fn class(self) -> &'static str {
        match self {
            Stroke::City | Stroke::CityThin => "fig-city",
            Stroke::CityEdge | Stroke::WhiskerEdge => "fig-edge",
            Stroke::Whisker => "fig-whisker",
            Stroke::Grid => "fig-grid",
            Stroke::Zero => "fig-zero",
            Stroke::Stair => "fig-stair",
        }
    }

    pub const fn color(self) -> &'static str {
        match self {
            Stroke::City | Stroke::CityThin => CITY,
            Stroke::CityEdge | Stroke::WhiskerEdge => PAPER,
            Stroke::Whisker => INK,
            Stroke::Grid => "#d9dee3",
            Stroke::Zero => SOFT,
            Stroke::Stair => "#9aa6b2",
        }
    }

    /// The width in pixels.
    pub const fn width(self) -> f64 {
        match self {
            Stroke::CityEdge => 7.0,
            Stroke::WhiskerEdge => 4.5,
            Stroke::City => 3.5,
            Stroke::Whisker => 2.0,
            Stroke::CityThin | Stroke::Zero | Stroke::Stair => 1.5,
            Stroke::Grid => 1.0,
        }
    }
}

/// The page, "#rrggbb" as all colours here.
pub const PAPER: &str = "#ffffff";
/// The ground of a row.
pub const GROUND: &str = "#f5f7f8";
/// Softer text and outlines.
pub const SOFT: &str = "#4f5a65";
const INK: &str = "#17202a";
const CITY: &str = "#0b6e4f";
/// Outline of bars and colour of their patterns.
pub const BAR_LINE: &str = "#1f3a5f";

/// The ground of what is likely.
pub const BAND: &str = "#dce6f0";

/// How a line of years is drawn; lengths in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TraceLook {
    pub class: &'static str,
    pub color: &'static str,
    pub width: f64,
    /// A stroke and a gap; `None` for an unbroken line.
    pub dash: Option<(f64, f64)>,
}

/// The look of a line. No two are told apart by colour alone.
pub const fn trace_look(trace: Trace) -> TraceLook {
    let (class, color, width, dash) = match trace {
        Trace::Main => ("fig-main", BAR_LINE, 3.0, None),
        Trace::Plain => ("fig-plain", SOFT, 2.0, Some((2.0, 4.0))),
        Trace::Needed => ("fig-needed", "#a83a14", 2.5, Some((9.0, 5.0))),
    };
    TraceLook { class, color, width, dash }
}

/// How a verdict's bar is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    pub class: &'static str,
    pub color: &'static str,
    pub pattern: Pattern,
}

/// What is drawn over a fill, in square tiles turned by 45 degrees; lengths in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    Plain,
    /// One stroke of `weight` along each tile of side `gap`.
    Hatch {
        gap: f64,
        weight: f64,
    },
    /// One dot in the middle of each tile of side `gap`.
    Dots {
        gap: f64,
        radius: f64,
    },
}

/// The filling of a tone; `Untold` has none.
pub const fn fill(tone: Tone) -> Option<Fill> {
    let (class, color, pattern) = match tone {
        Tone::Below => ("fig-bar", "#8fa9c8", Pattern::Hatch { gap: 7.0, weight: 2.2 }),
        Tone::MaybeBelow => ("fig-bar-pale", "#dce6f0", Pattern::Hatch { gap: 10.0, weight: 1.0 }),
        Tone::InLine => ("fig-bar", "#8fa9c8", Pattern::Plain),
        Tone::MaybeAbove => ("fig-bar-pale", "#dce6f0", Pattern::Dots { gap: 10.0, radius: 1.1 }),
        Tone::Above => ("fig-bar", "#8fa9c8", Pattern::Dots { gap: 8.0, radius: 1.7 }),
        Tone::Untold => return None,
    };
    Some(Fill { class, color, pattern })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast ratio of two colours such as "#17202a" (WCAG 2.2): 1 is none, 21 black on white.
    fn contrast(one: &str, other: &str) -> f64 {
        let luminance = |color: &str| {
            let part = |at: usize| {
                let byte = u8::from_str_radix(&color[at..at + 2], 16).expect("two digits");
                let value = f64::from(byte) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn black_on_white_is_the_greatest_contrast() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    }

    #[test]
    fn every_text_can_be_read_on_page_and_ground() {
        for ink in [Ink::Strong, Ink::Soft, Ink::City, Ink::Warn] {
            for ground in [PAPER, GROUND] {
                assert!(contrast(ink.color(), ground) >= 4.5, "{ink:?}");
            }
        }
    }

    #[test]
    fn bars_and_the_lines_that_mean_something_stand_out() {
        for ground in [PAPER, GROUND] {
            for line in [Stroke::City.color(), Stroke::Whisker.color(), BAR_LINE, SOFT] {
                assert!(contrast(line, ground) >= 3.0, "{line}");
            }
        }
        for line in Trace::ALL.map(trace_look) {
            for ground in [PAPER, BAND] {
                assert!(contrast(line.color, ground) >= 3.0, "{} on {ground}", line.class);
            }
        }
        for fill in Tone::ALL.into_iter().filter_map(fill) {
            assert!(contrast(fill.color, BAR_LINE) >= 3.0, "a pattern on {}", fill.class);
        }
    }
}
