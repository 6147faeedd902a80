//! Numbers of headings and items, compared with those before them: where one does not follow, a heading or an item may be lost.

use super::{Above, Items};
use crate::office::recognise::gaps;
use crate::office::recognise::lines::ManuscriptLine;
use crate::office::recognise::statuses::heading_status;
use crate::say;

impl Items<'_> {
    /// Ends what a heading or an item ends, and compares its number with the one before it.
    pub(super) fn enter(&mut self, at: usize, line: &ManuscriptLine, is_item: bool) {
        self.listed = 0;
        let Some(class) = line.class() else {
            self.above.retain(|above| !above.is_item);
            return;
        };
        let number = line.printed();
        let same = self.above.iter().position(|above| above.class == class);
        // A heading ends every item.
        let ended = same.or_else(|| self.above.iter().position(|above| above.is_item && !is_item));
        let before = same.map_or(0, |same| self.above[same].number);
        let from = same.map(|same| self.above[same].from);
        self.above.truncate(ended.unwrap_or(self.above.len()));
        let from = from.or_else(|| self.above.last().map(|above| above.from)).unwrap_or(0);
        let goes_on = before == 0 && self.last.get(&class).is_some_and(|last| number == last + 1);
        // The heading of the part follows those of other parts.
        let is_next = at == 0 || number == 0 || number == before + 1 || goes_on;
        if !is_next && (!is_item || self.is_counted) {
            self.gap(at, number, before, is_item, from);
        }
        self.last.insert(class, number);
        let stated = heading_status(line.body()).filter(|_| !is_item);
        self.above.push(Above { class, number, status: stated, is_item, from: self.found.len() });
    }

    /// A number does not follow: items that a lost heading may have been above have no status.
    fn gap(&mut self, at: usize, number: u32, before: u32, is_item: bool, from: usize) {
        let expected = before + 1;
        if !is_item {
            self.found[from..].iter_mut().for_each(|item| item.status = None);
            self.gaps.push((at, gaps::message(number, expected)));
        } else if number <= before {
            for above in &mut self.above {
                (above.status, above.from) = (None, self.found.len());
            }
            let message = say!(
                "编号 {number} 不接上一项，前面可能漏了标题；从这一项起，不按上面的标题写状态",
                "its number, {number}, does not follow the item before: a heading may be missing; from here on no status is taken from the heading above"
            );
            self.gaps.push((at, message));
        } else {
            let message = say!(
                "编号 {number} 不接上一项，应为 {expected}，可能漏了一项",
                "its number, {number}, does not follow the item before; {expected} is expected: an item may be missing"
            );
            self.gaps.push((at, message));
        }
    }
}
