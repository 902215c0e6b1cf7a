//! Many pledges at once: which file counts, what is summed, what points at nobody, how long it takes.

mod anonymity;
mod entries;
mod load;
mod reading;
mod shown;
mod totals;
