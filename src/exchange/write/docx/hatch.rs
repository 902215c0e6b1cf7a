//! A bar's pattern as strokes and dots that end at its edges: the same slanted tiles as in a
//! picture, where a clip does that. Absent: colours and weights.

use crate::chart::Area;

/// A part of a pattern, in pixels from the bar's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Figure {
    Stroke { from: (f64, f64), to: (f64, f64) },
    Dot { x: f64, y: f64, radius: f64 },
}

/// A bar is never this many pixels; more parts than that would be a mistake in a place.
const MOST: f64 = 5_000.0;

/// Strokes that fall to the left, `gap` pixels apart, clipped to the bar.
pub(super) fn strokes(area: Area, gap: f64) -> Vec<Figure> {
    let (width, height) = (area.width.clamp(0.0, MOST), area.height.clamp(0.0, MOST));
    // Measured along the upper edge, strokes at 45 degrees are further apart.
    let pitch = gap * std::f64::consts::SQRT_2;
    let mut strokes = Vec::new();
    let mut sum = pitch / 2.0;
    while sum < width + height {
        // The stroke is where x + y is `sum`.
        let (top, bottom) = ((sum - width).max(0.0), sum.min(height));
        if bottom > top {
            strokes.push(Figure::Stroke { from: (sum - top, top), to: (sum - bottom, bottom) });
        }
        sum += pitch;
    }
    strokes
}

/// Dots on a square grid turned by 45 degrees, `gap` pixels apart; only whole dots.
pub(super) fn dots(area: Area, gap: f64, radius: f64) -> Vec<Figure> {
    let (width, height) = (area.width.clamp(0.0, MOST), area.height.clamp(0.0, MOST));
    // Turned, the grid is rows half a diagonal apart, every other one moved by half a diagonal.
    let diagonal = gap * std::f64::consts::SQRT_2;
    let (mut dots, mut y, mut is_moved) = (Vec::new(), diagonal / 2.0, false);
    while y + radius < height {
        let mut x = if is_moved { diagonal } else { diagonal / 2.0 };
        while x + radius < width {
            dots.push(Figure::Dot { x, y, radius });
            x += diagonal;
        }
        y += diagonal / 2.0;
        is_moved = !is_moved;
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: Area = Area { x: 100.0, y: 50.0, width: 200.0, height: 30.0 };

    #[test]
    fn strokes_fall_at_45_degrees_and_end_at_the_edges() {
        let strokes = strokes(BAR, 7.0);
        // 230 pixels of x + y, one stroke every 9.9.
        assert_eq!(strokes.len(), 23);
        for stroke in strokes {
            let Figure::Stroke { from, to } = stroke else { panic!("a stroke: {stroke:?}") };
            assert!((from.0 - to.0 - (to.1 - from.1)).abs() < 1e-9, "{stroke:?}");
            for (x, y) in [from, to] {
                assert!((0.0..=200.0).contains(&x) && (0.0..=30.0).contains(&y), "{stroke:?}");
                let edges = [x, y, 200.0 - x, 30.0 - y];
                assert!(edges.into_iter().any(|edge| edge.abs() < 1e-9), "{stroke:?}");
            }
        }
    }

    #[test]
    fn dots_are_whole_and_apart() {
        let dots = dots(BAR, 8.0, 1.7);
        assert!(dots.len() > 60, "{}", dots.len());
        let places: Vec<(f64, f64)> = dots
            .iter()
            .map(|dot| match *dot {
                Figure::Dot { x, y, .. } => (x, y),
                Figure::Stroke { .. } => panic!("a dot: {dot:?}"),
            })
            .collect();
        for (number, (x, y)) in places.iter().enumerate() {
            assert!((1.7..198.3).contains(x) && (1.7..28.3).contains(y), "{x} {y}");
            let nearest = places[..number].iter().map(|(a, b)| (a - x).hypot(b - y));
            assert!(nearest.fold(f64::MAX, f64::min) > 7.99);
        }
    }

    #[test]
    fn a_bar_without_width_has_no_pattern() {
        let bar = Area { width: 0.0, ..BAR };
        assert!(dots(bar, 8.0, 1.7).is_empty());
        assert!(strokes(bar, 7.0).iter().all(|stroke| match *stroke {
            Figure::Stroke { from, to } => from.0 == 0.0 || to.0 == 0.0,
            Figure::Dot { .. } => false,
        }));
    }
}
