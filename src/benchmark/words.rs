//! Words that travel with data, in both languages.

use std::borrow::Cow;

/// Words in the product's two languages, for facts that travel with data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    pub da: Cow<'static, str>,
    pub en: Cow<'static, str>,
}

impl Bilingual {
    /// Words fixed while building.
    pub const fn fixed(da: &'static str, en: &'static str) -> Bilingual {
        Bilingual { da: Cow::Borrowed(da), en: Cow::Borrowed(en) }
    }
}

/// A name that is the same in both languages, for example "FOLK1E".
impl From<&'static str> for Bilingual {
    fn from(name: &'static str) -> Bilingual {
        Bilingual::fixed(name, name)
    }
}

/// A name as a file gives it, shown unchanged in both languages.
impl From<String> for Bilingual {
    fn from(name: String) -> Bilingual {
        Bilingual { da: Cow::Owned(name.clone()), en: Cow::Owned(name) }
    }
}
