//! Dates, units and languages of any office: by files alone, and true on every page.

mod dates;
