//! The sheet that every figure is drawn on: its edges, and the words and the ground of one that
//! travels alone.
//!
//! Absent: what stands between the words, which each shape places for itself. Read next:
//! [`super::layout`].

use super::captions::Captions;
use super::drawing::{Area, Frame, Mark};
use super::spec::Spec;

/// Around a picture that travels alone.
const MARGIN: f64 = 24.0;

/// A sheet that is being drawn on from the top down.
pub struct Sheet<'a> {
    spec: &'a Spec,
    frame: Frame,
    pub width: f64,
    pub left: f64,
    pub right: f64,
    /// What is drawn before everything else.
    pub back: Vec<Mark>,
    /// What is drawn after it.
    pub front: Vec<Mark>,
}

impl<'a> Sheet<'a> {
    /// A sheet of so many whole pixels with nothing on it.
    pub fn new(spec: &'a Spec, width: f64, frame: Frame) -> Sheet<'a> {
        // One pixel keeps the outermost lines inside.
        let inset = if frame == Frame::Standalone { MARGIN } else { 1.0 };
        let (left, right) = (inset, width - inset);
        Sheet { spec, frame, width, left, right, back: Vec::new(), front: Vec::new() }
    }

    /// The distance to each edge.
    pub fn inset(&self) -> f64 {
        self.left
    }

    /// Title and how to read it, on a sheet that travels alone; gives the y below them.
    pub fn above(&mut self) -> f64 {
        let (spec, top) = (self.spec, self.inset());
        match self.frame {
            Frame::Standalone => self.captions().above(spec, top),
            Frame::Embedded => top,
        }
    }

    /// The signs of a legend from `y` down; gives the y below them.
    pub fn legend(&mut self, y: f64) -> f64 {
        let spec = self.spec;
        self.captions().legend(spec, y)
    }

    /// What stands below on a sheet that travels alone, and the ground under everything; gives the
    /// sheet's height.
    pub fn finish(&mut self, bottom: f64) -> f64 {
        if self.frame == Frame::Embedded {
            return (bottom + self.inset()).ceil();
        }
        let spec = self.spec;
        let bottom = self.captions().below(spec, bottom);
        let height = (bottom + self.inset()).ceil();
        let area = Area { x: 0.0, y: 0.0, width: self.width, height };
        self.back.insert(0, Mark::Ground { area, page: true });
        height
    }

    fn captions(&mut self) -> Captions<'_> {
        Captions { marks: &mut self.front, left: self.left, right: self.right }
    }
}
