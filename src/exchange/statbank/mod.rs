//! A file from Statistics Denmark's table bank (or the City's) to a benchmark.
