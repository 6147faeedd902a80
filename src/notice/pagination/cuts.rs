//! Where a list is cut into pages, counted in rows, and the rows of one page.

/// Where each page of a list begins, counted in rows; the first begins at 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cuts(Vec<usize>);

impl Cuts {
    /// Returns the cuts of rows of which a page holds so many.
    pub fn every(most: usize, total: usize) -> Cuts {
        Cuts((0..total.max(1)).step_by(most.max(1)).collect())
    }

    /// Returns the cuts of rows of which a page holds so many bytes: their weights, and what stands before them on the first page. A row
    /// that alone is heavier has a page of its own.
    pub fn by_weight(weights: impl IntoIterator<Item = usize>, before: usize, most: usize) -> Cuts {
        let (mut cuts, mut held) = (vec![0], before);
        for (at, weight) in weights.into_iter().enumerate() {
            if at > cuts[cuts.len() - 1] && held.saturating_add(weight) > most {
                cuts.push(at);
                held = 0;
            }
            held = held.saturating_add(weight);
        }
        Cuts(cuts)
    }

    /// Returns how many pages there are, at least one.
    pub fn pages(&self) -> usize {
        self.0.len()
    }

    /// Returns the page on which a row stands, counted from 1.
    pub fn page_of(&self, row: usize) -> usize {
        self.0.partition_point(|cut| *cut <= row).max(1)
    }

    /// Returns the rows of a page, counted from 1.
    pub fn window(&self, page: usize) -> Window {
        let from = self.0.get(page - 1).copied().unwrap_or(usize::MAX);
        Window { from, to: self.0.get(page).copied().unwrap_or(usize::MAX), at: 0 }
    }
}

/// The rows of one page, handed out group by group.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    from: usize,
    to: usize,
    at: usize,
}

impl Window {
    /// Returns the row that the next group begins with.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Returns the rows of the next group that stand on the page; none where it stands on others. A group without rows stands where it
    /// would begin.
    pub fn take<T>(&mut self, group: Vec<T>) -> Option<Vec<T>> {
        let (start, end) = (self.at, self.at + group.len());
        self.at = end;
        if start == end {
            return (self.from <= start && start < self.to).then_some(group);
        }
        let (from, to) = (self.from.clamp(start, end) - start, self.to.clamp(start, end) - start);
        (from < to).then(|| group.into_iter().take(to).skip(from).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Cuts;

    #[test]
    fn rows_stand_on_their_pages() {
        let cuts = Cuts::every(100, 250);
        assert_eq!(
            (cuts.pages(), cuts.page_of(0), cuts.page_of(99), cuts.page_of(100), cuts.page_of(249)),
            (3, 1, 1, 2, 3)
        );
        assert_eq!([0, 1, 100, 101].map(|total| Cuts::every(100, total).pages()), [1, 1, 1, 2]);
    }

    #[test]
    fn heavy_rows_have_pages_of_their_own() {
        let pages = |weights: &[usize], before| Cuts::by_weight(weights.iter().copied(), before, 10).0;
        assert_eq!(pages(&[4, 4, 4, 4], 0), [0, 2]);
        assert_eq!(pages(&[4, 4, 4, 4], 4), [0, 1, 3]);
        assert_eq!(pages(&[30, 1, 30, 30], 0), [0, 1, 2, 3]);
        assert_eq!(pages(&[], 0), [0]);
    }

    #[test]
    fn groups_are_shared_out_whole_and_in_order() {
        let groups = || vec![vec![0, 1], vec![], vec![2, 3, 4, 5], vec![6]];
        let cuts = Cuts::every(3, 7);
        let page = |number| {
            let mut window = cuts.window(number);
            groups().into_iter().map(|group| window.take(group)).collect::<Vec<_>>()
        };
        assert_eq!(page(1), [Some(vec![0, 1]), Some(vec![]), Some(vec![2]), None]);
        assert_eq!(page(2), [None, None, Some(vec![3, 4, 5]), None]);
        assert_eq!(page(3), [None, None, None, Some(vec![6])]);
        let mut whole = Cuts::every(100, 7).window(1);
        assert_eq!(groups().into_iter().filter_map(|group| whole.take(group)).collect::<Vec<_>>(), groups());
    }
}
