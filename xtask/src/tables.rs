//! Undoes one mistake of older wasm-opts (Debian's 108 among them; right since 110).
//!
//! They write every exported table as table 0, the table of functions. What wasm-bindgen exports is
//! the table of JavaScript values, which it adds after that one; with the wrong index the page fails
//! on start with "Argument 1 is invalid for table" or "failed to grow table".
//! See WebAssembly/binaryen issue 4711.

/// The export as it stands in a module: length of the name, the name, "a table", index 0.
const WRONG: &[u8] = b"\x15__wbindgen_externrefs\x01\x00";
const TABLES: u8 = 4;
const FUNCTIONS: u8 = 0x70;

/// Points the exported table of JavaScript values at itself where it points at the functions.
pub fn repair_export(module: &mut [u8]) {
    if first_table(module) != Some(FUNCTIONS) {
        return;
    }
    let found = module.windows(WRONG.len()).position(|bytes| bytes == WRONG);
    if let Some(at) = found {
        module[at + WRONG.len() - 1] = 1;
    }
}

/// What the first table of a module with several holds.
fn first_table(module: &[u8]) -> Option<u8> {
    // After the magic number and the version.
    let mut rest = module.get(8..)?;
    loop {
        let (&section, body) = rest.split_first()?;
        let (length, body) = number(body)?;
        if section == TABLES {
            let (count, tables) = number(body)?;
            return (count > 1).then(|| tables.first().copied()).flatten();
        }
        rest = body.get(length..)?;
    }
}

/// Reads an unsigned LEB128 number and returns what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(tables: &[u8], index: u8) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        // A section to pass over whose length takes two bytes.
        module.extend([1, 0x81, 0x01]);
        module.extend([0; 129]);
        module.extend([TABLES, tables.len() as u8]);
        module.extend(tables);
        module.extend([7, WRONG.len() as u8 + 1, 1]);
        module.extend(&WRONG[..WRONG.len() - 1]);
        module.push(index);
        module
    }

    const BOTH: [u8; 7] = [2, 0x70, 0, 1, 0x6f, 0, 1];
    const VALUES_ONLY: [u8; 4] = [1, 0x6f, 0, 1];

    #[test]
    fn an_export_of_the_wrong_table_is_pointed_at_the_right_one() {
        let mut wrong = module(&BOTH, 0);
        repair_export(&mut wrong);
        assert_eq!(wrong, module(&BOTH, 1));
    }

    #[test]
    fn a_right_export_stays() {
        for (tables, index) in [(&BOTH[..], 1), (&VALUES_ONLY, 0)] {
            let mut right = module(tables, index);
            repair_export(&mut right);
            assert_eq!(right, module(tables, index));
        }
    }

    #[test]
    fn bytes_that_are_no_module_stay() {
        for length in 0..WRONG.len() {
            let mut bytes = WRONG[..length].to_vec();
            repair_export(&mut bytes);
            assert_eq!(bytes, WRONG[..length]);
        }
    }
}
