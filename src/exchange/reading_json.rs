//! An [`super::reading::Outcome`] as JSON: what the command line prints and the worker sends.
