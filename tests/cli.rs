//! The command line: its commands, exit codes and outputs.
