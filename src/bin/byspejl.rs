//! The command line: the same reading, assessment and pledge on the host.

fn main() {}
