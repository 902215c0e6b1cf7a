//! The attack that disclosure control has to withstand (methods, section 9).
//!
//! A reader is given everything that all public outputs of a table print, at once: every depth,
//! every grouping, zeros, the shared table, verdicts, the document's own text. At least three
//! numbers must remain possible in place of each hidden one. The attacker is a solver that knows
//! nothing of how the decision was made, and it is shown to find what a careless decision gives
//! away.

mod case;
mod document;
mod exports;
mod printed;
mod samples;
mod solver;
mod tables;
mod verdicts;
mod written;
