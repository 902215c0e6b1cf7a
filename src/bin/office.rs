//! The office worker's program: spreadsheets and documents, away from the page's thread.

fn main() {}
