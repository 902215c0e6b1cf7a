//! What each event does to the work.

use super::draft::{AreaKey, Draft, GridColumn, LevelKey, Name, NamedPart, PartId, RowKey};
use super::event::{About, Event, Part, ReviewEvent, Step};
use super::example;
use super::history::Work;
use crate::exchange::count;
use crate::pledge::Review;
use crate::workforce::{
    Column, Grouping, Headcount, MAX_AREAS, MAX_LEVELS, MIN_LEVELS, Origin, sum_known,
};

impl Work {
    pub(super) fn apply(&mut self, event: Event) {
        match event {
            Event::Pledge(edit) => self.pledge = std::mem::take(&mut self.pledge).with(edit),
            Event::Choose(choice) => self.choices.choose(choice),
            Event::Dates(event) => self.change_dates(event),
            Event::Review(event) => self.review(event),
            Event::LoadExample => {
                *self = Work { draft: example::draft(), ..Work::default() };
            }
            Event::Clear => *self = Work::default(),
            Event::Open(work) => *self = *work,
            event => self.draft.apply(event),
        }
    }

    fn review(&mut self, event: ReviewEvent) {
        match event {
            ReviewEvent::Open(pledge) => {
                let is_open = self.review.as_ref().is_some_and(|open| open.pledge == *pledge);
                if !is_open {
                    self.review = Some(Box::new(Review::of(*pledge)));
                }
            }
            ReviewEvent::Edit(edit) => {
                if let Some(review) = &mut self.review {
                    review.edit(edit);
                }
            }
            ReviewEvent::Close => self.review = None,
        }
    }
}

impl Draft {
    fn apply(&mut self, event: Event) {
        match event {
            Event::Type { row, column, text } => {
                self.set_text(row, column, text);
                self.is_example = false;
            }
            Event::Empty { cells } => {
                for (row, column) in cells {
                    self.set_text(row, column, String::new());
                }
            }
            Event::Paste { row, column, block, grow } => {
                self.paste(row, column, &block, grow);
                self.is_example = false;
            }
            Event::About(about) => self.tell(about),
            Event::UseBenchmark(own) => {
                self.benchmark_id = own.id().to_owned();
                self.own_benchmark = Some(own);
            }
            Event::SetDepth(depth) => self.depth = depth,
            Event::SetGrouping(grouping) => self.regroup(grouping),
            Event::ShowNotStatedRows(show) => self.not_stated_rows = show,
            Event::Add(part) => self.add(part),
            Event::Rename { part, id, name } => self.rename(part, id, name),
            Event::Remove { part, id } => self.remove(part, id),
            Event::MergeIntoNext { part, id } => self.merge_into_next(part, id),
            Event::Move { part, id, step } => self.move_part(part, id, step),
            Event::Leave { .. }
            | Event::Pledge(_)
            | Event::Choose(_)
            | Event::Dates(_)
            | Event::Review(_)
            | Event::LoadExample
            | Event::Clear
            | Event::Open(_)
            | Event::Resume(_)
            | Event::Undo
            | Event::Redo
            | Event::EraseEverything => {}
        }
    }

    fn tell(&mut self, about: About) {
        match about {
            About::Organisation(name) => self.organisation = name,
            About::Sector(sector) => self.sector = sector,
            About::DataQuality(quality) => self.data_quality = quality,
            About::OutsourcedWork(answer) => self.outsourced_work = answer,
            About::ReportingDate(date) => self.reporting_date = date,
            About::CountingRule(rule) => self.counting_rule = rule,
            About::Benchmark(id) => self.benchmark_id = id,
        }
    }

    /// Gives a readable count its plain form; says whether anything changed.
    pub(super) fn tidy(&mut self, row: RowKey, column: GridColumn) -> bool {
        let text = self.text(row, column);
        let Ok(read) = count::read(text) else { return false };
        let plain = count::write(read);
        let changes = plain != text && !matches!(text.trim(), ".." | "*");
        if changes {
            self.set_text(row, column, plain);
        }
        changes
    }

    /// Changes the grouping. A coarser group that has no figure yet gets the sum of its finer
    /// groups where all of them are known, so that nothing has to be typed twice.
    fn regroup(&mut self, grouping: Grouping) {
        let finer = self.grouping.groups();
        self.grouping = grouping;
        let rows: Vec<RowKey> = self.cells.keys().map(|&(row, _)| row).collect();
        for row in rows {
            for &group in grouping.groups() {
                let column = GridColumn::Count(Column::Group(group));
                let parts: Vec<Origin> =
                    finer.iter().copied().filter(|part| group.includes(*part)).collect();
                if self.text(row, column).is_empty() && group.is_made_of(&parts) {
                    let known = |part| {
                        let text = self.text(row, GridColumn::Count(Column::Group(part)));
                        count::read(text).ok().and_then(Headcount::known)
                    };
                    if let Some(sum) = sum_known(parts.into_iter().map(known)) {
                        self.set_text(row, column, sum.to_string());
                    }
                }
            }
        }
    }

    fn parts(&mut self, part: Part) -> &mut Vec<NamedPart> {
        match part {
            Part::Level => &mut self.levels,
            Part::Area => &mut self.areas,
        }
    }

    /// Gives every level another identifier; `now` must keep different ones different.
    pub(super) fn rename_levels(&mut self, now: impl Fn(PartId) -> PartId) {
        for level in &mut self.levels {
            level.id = now(level.id);
        }
        let cells = std::mem::take(&mut self.cells);
        let moved = cells.iter().map(|(&(row, column), text)| {
            let level = match row.level {
                LevelKey::Level(id) => LevelKey::Level(now(id)),
                other => other,
            };
            ((RowKey { level, ..row }, column), text.clone())
        });
        self.cells = moved.collect();
    }

    pub(super) fn add(&mut self, part: Part) {
        let most = match part {
            Part::Level => MAX_LEVELS,
            Part::Area => MAX_AREAS,
        };
        if self.parts(part).len() < most {
            let id = self.new_id();
            let numbers = self.parts(part).iter().filter_map(|known| match known.name {
                Name::Numbered(number) => Some(number),
                _ => None,
            });
            let number = numbers.max().unwrap_or(0).max(self.parts(part).len() as u32) + 1;
            self.parts(part).push(NamedPart { id, name: Name::Numbered(number) });
        }
    }

    fn rename(&mut self, part: Part, id: PartId, name: String) {
        if let Some(known) = self.parts(part).iter_mut().find(|known| known.id == id) {
            known.name = Name::Own(name);
        }
    }

    fn remove(&mut self, part: Part, id: PartId) {
        let least = match part {
            Part::Level => MIN_LEVELS,
            Part::Area => 1,
        };
        if self.parts(part).len() > least {
            self.parts(part).retain(|known| known.id != id);
            self.cells.retain(|(row, _)| !row.is_about(part, id));
        }
    }

    fn move_part(&mut self, part: Part, id: PartId, step: Step) {
        let Some(from) = self.parts(part).iter().position(|known| known.id == id) else { return };
        let forwards = matches!((part, step), (Part::Level, Step::Up) | (Part::Area, Step::Down));
        let to = if forwards { from + 1 } else { from.wrapping_sub(1) };
        if to < self.parts(part).len() {
            self.parts(part).swap(from, to);
        }
    }

    /// Adds each figure to the neighbour's: up the ladder for levels, down the list for areas.
    /// A figure that is not a known number on both sides is left empty rather than guessed.
    fn merge_into_next(&mut self, part: Part, id: PartId) {
        let parts = self.parts(part);
        let Some(place) = parts.iter().position(|known| known.id == id) else { return };
        let Some(next) = parts.get(place + 1).map(|next| next.id) else { return };
        let moving: Vec<_> =
            self.cells.keys().filter(|(row, _)| row.is_about(part, id)).copied().collect();
        let staying: Vec<_> =
            self.cells.keys().filter(|(row, _)| row.is_about(part, next)).copied().collect();
        let known = |draft: &Draft, key| {
            let text = draft.cells.get(&key).map_or("", |text| &**text);
            count::read(text).ok().and_then(Headcount::known)
        };
        let targets = moving.iter().map(|&(row, column)| (row.moved(part, next), column));
        let targets: Vec<_> = targets.filter(|target| !staying.contains(target)).collect();
        for (row, column) in staying.into_iter().chain(targets) {
            let from = (row.moved(part, id), column);
            match sum_known([known(self, (row, column)), known(self, from)]) {
                Some(sum) => self.cells.insert((row, column), sum.to_string().into()),
                None => self.cells.remove(&(row, column)),
            };
        }
        self.cells.retain(|(row, _)| !row.is_about(part, id));
        self.parts(part).retain(|known| known.id != id);
    }
}

impl RowKey {
    fn is_about(self, part: Part, id: PartId) -> bool {
        match part {
            Part::Level => self.level == LevelKey::Level(id),
            Part::Area => self.area == AreaKey::Area(id),
        }
    }

    fn moved(self, part: Part, to: PartId) -> RowKey {
        match part {
            Part::Level => RowKey { level: LevelKey::Level(to), ..self },
            Part::Area => RowKey { area: AreaKey::Area(to), ..self },
        }
    }
}
