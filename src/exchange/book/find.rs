//! A few characters in a long text, found eight bytes at a time.
//!
//! A browser runs a new program slowly at first, so that steps saved count twice. Absent: what is
//! done at the place. Read next: [`super::delimited`].

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x8080_8080_8080_8080;
const STEP: usize = 8;

/// The places of three ASCII characters in a text, one after the other.
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    wanted: [u64; 3],
    /// Where the bytes begin that are looked at next.
    ahead: usize,
    /// The top bit of each of the eight bytes before them that is wanted and was not given yet.
    hits: u64,
}

impl<'t> Places<'t> {
    pub fn new(text: &'t str, wanted: [u8; 3]) -> Self {
        let wanted = wanted.map(|byte| u64::from(byte) * ONES);
        Self { bytes: text.as_bytes(), wanted, ahead: 0, hits: 0 }
    }

    /// Goes on with the place `at`, whatever was given before.
    pub fn go_on_at(&mut self, at: usize) {
        (self.ahead, self.hits) = (at, 0);
    }

    /// The next place, or the end of the text.
    #[inline(always)]
    pub fn next(&mut self) -> usize {
        while self.hits == 0 {
            let Some(rest) = self.bytes.get(self.ahead..).filter(|rest| !rest.is_empty()) else {
                return self.bytes.len();
            };
            let step = match rest.first_chunk() {
                Some(step) => u64::from_le_bytes(*step),
                None => u64::from_le_bytes(last(rest)),
            };
            let [a, b, c] = self.wanted;
            self.hits = !(filled(step ^ a) & filled(step ^ b) & filled(step ^ c)) & TOPS;
            self.ahead += STEP;
        }
        let place = self.ahead - STEP + self.hits.trailing_zeros() as usize / 8;
        self.hits &= self.hits - 1;
        place
    }
}

/// The last bytes, with what no ASCII character is behind them.
#[cold]
fn last(rest: &[u8]) -> [u8; STEP] {
    let mut step = [0xFF; STEP];
    for (to, from) in step.iter_mut().zip(rest) {
        *to = *from;
    }
    step
}

/// The top bit of each byte that is not zero.
#[inline(always)]
const fn filled(bytes: u64) -> u64 {
    ((bytes & !TOPS) + !TOPS) | bytes
}

/// The place of the first such byte from `from` on.
pub(super) fn find(bytes: &[u8], from: usize, wanted: u8) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let wanted = u64::from(wanted) * ONES;
    let (steps, tail) = rest.as_chunks::<STEP>();
    let is_free = |step: &&[u8; STEP]| filled(u64::from_le_bytes(**step) ^ wanted) & TOPS == TOPS;
    let free = steps.iter().take_while(is_free).count() * STEP;
    let left = rest.get(free..).unwrap_or(tail);
    let place = left.iter().position(|byte| u64::from(*byte) * ONES == wanted)?;
    Some(from + free + place)
}

/// Whether one of these bytes is a control character.
pub(super) const fn has_control(bytes: [u8; STEP]) -> bool {
    let bytes = u64::from_le_bytes(bytes);
    let below_space = bytes.wrapping_sub(ONES * 0x20) & !bytes & TOPS;
    below_space != 0 || filled(bytes ^ (ONES * 0x7F)) & TOPS != TOPS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts with every byte of a letter beside, and differing by little from, what is wanted.
    fn texts() -> impl Iterator<Item = String> {
        let signs = [";", ":", "<", "\n", "\r", "\u{b}", "\u{c}", "æ", "»", "Ā", "\u{0}", "x"];
        (0..40usize).flat_map(move |length| {
            (0..signs.len()).map(move |first| {
                (0..length).map(|at| signs[(first + at * (at + 3)) % signs.len()]).collect()
            })
        })
    }

    #[test]
    fn places_are_those_of_the_characters() {
        for text in texts() {
            let wanted = |(at, byte): (usize, u8)| b";\n\r".contains(&byte).then_some(at);
            let expected: Vec<usize> = text.bytes().enumerate().filter_map(wanted).collect();
            for from in 0..=text.len() {
                let mut places = Places::new(&text, *b";\n\r");
                places.next();
                places.go_on_at(from);
                for place in expected.iter().filter(|place| **place >= from) {
                    assert_eq!(places.next(), *place, "{text:?} {from}");
                }
                assert_eq!(places.next(), text.len());
                assert_eq!(places.next(), text.len());
            }
        }
    }

    #[test]
    fn the_first_byte_is_found_wherever_it_stands() {
        for text in texts() {
            for from in 0..=text.len() {
                let expected = text.bytes().skip(from).position(|byte| byte == b';');
                assert_eq!(find(text.as_bytes(), from, b';'), expected.map(|at| from + at));
            }
        }
        assert_eq!(find(b"abc", 4, b'c'), None);
    }

    #[test]
    fn control_characters_are_seen_in_every_place() {
        for byte in 0..=255 {
            for place in 0..STEP {
                let mut bytes = *b"a 0~\xC3\xA6\x80\xFF";
                bytes[place] = byte;
                assert_eq!(has_control(bytes), byte < 0x20 || byte == 0x7F, "{byte}");
            }
        }
    }
}
