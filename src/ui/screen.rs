//! The screens and their addresses. Addresses are URL fragments, so any static host will do.

use crate::text::{Lang, app};

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Start,
    Figures,
    Mirror,
    Path,
    Pledge,
    Years,
    Method,
    Sources,
    OfficialTable,
    Privacy,
    Accessibility,
    /// Many pledges at once.
    Board,
    /// What became of a signed pledge.
    Status,
}

impl Screen {
    /// The steps of the main job, in their order.
    pub const STEPS: [Screen; 5] =
        [Screen::Figures, Screen::Mirror, Screen::Path, Screen::Pledge, Screen::Years];
    /// The pages about the product.
    pub const PAGES: [Screen; 5] = [
        Screen::Method,
        Screen::Sources,
        Screen::OfficialTable,
        Screen::Privacy,
        Screen::Accessibility,
    ];

    /// The address of the screen, for a link.
    pub fn address(self) -> &'static str {
        match self {
            Screen::Start => "#/",
            Screen::Figures => "#/figures",
            Screen::Mirror => "#/mirror",
            Screen::Path => "#/path",
            Screen::Pledge => "#/pledge",
            Screen::Years => "#/years",
            Screen::Method => "#/method",
            Screen::Sources => "#/sources",
            Screen::OfficialTable => "#/official-table",
            Screen::Privacy => "#/privacy",
            Screen::Accessibility => "#/accessibility",
            Screen::Board => "#/board",
            Screen::Status => "#/status",
        }
    }

    /// The screen of a fragment; anything unknown leads to the start.
    pub fn from_fragment(fragment: &str) -> Screen {
        let path = fragment.split(['?', '&']).next().unwrap_or_default();
        Screen::STEPS
            .into_iter()
            .chain(Screen::PAGES)
            .chain([Screen::Board, Screen::Status])
            .find(|screen| screen.address().trim_start_matches('#') == path)
            .unwrap_or_default()
    }

    /// Its name, for links and the browser's tab.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Screen::Start => app::title_start(lang),
            Screen::Figures => app::title_figures(lang),
            Screen::Mirror => app::title_mirror(lang),
            Screen::Path => app::title_path(lang),
            Screen::Pledge => app::title_pledge(lang),
            Screen::Years => app::title_years(lang),
            Screen::Method => app::title_method(lang),
            Screen::Sources => app::title_sources(lang),
            Screen::OfficialTable => app::title_official_table(lang),
            Screen::Privacy => app::title_privacy(lang),
            Screen::Accessibility => app::title_accessibility(lang),
            Screen::Board => app::title_board(lang),
            Screen::Status => app::title_status(lang),
        }
    }
}
