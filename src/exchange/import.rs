//! A reading becomes work: the user's present work with the file's figures in it.
