//! The share link: figures, compressed, in the fragment of an address.
