//! Numbers and addresses that belong to nobody: made up, and right as far as their form and check digits go.

/// A small generator of random numbers with a seed (splitmix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is below a usize")
    }

    /// One of some.
    pub(crate) fn of<'a>(&mut self, some: &[&'a str]) -> &'a str {
        some[self.below(some.len())]
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.below(10)).expect("a digit"))).collect()
    }
}

/// A kind of private data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Identity18,
    Identity15,
    Mobile,
    BankCard,
    Email,
    Passport,
    Permit,
    Plate,
    Home,
    WeChat,
    Qq,
    Birth,
}

const REGIONS: &[&str] = &[
    "350702", "110105", "310115", "420106", "440305", "510107", "610113", "330106", "370203", "530102", "650104",
    "230103",
];
const MOBILES: &[&str] = &[
    "133", "135", "137", "139", "147", "150", "152", "158", "159", "166", "170", "173", "177", "180", "183", "186",
    "189", "191", "198", "199",
];
const BANKS: &[(&str, usize)] = &[
    ("622848", 19),
    ("622202", 19),
    ("621700", 19),
    ("621661", 19),
    ("622588", 16),
    ("621098", 19),
    ("622260", 19),
    ("622909", 18),
];
const PROVINCES: &[&str] = &["闽", "京", "沪", "粤", "浙", "苏", "鲁", "豫", "川", "渝", "赣", "皖"];
const NAMES: &[&str] = &[
    "zhangsan",
    "li.ming",
    "wang_fang88",
    "chen-wei",
    "lx19870512",
    "happy2020",
    "xiaolin",
    "huang.jq",
    "zhao5566",
    "liuyang",
];
const HOSTS: &[&str] = &[
    "qq.com",
    "163.com",
    "126.com",
    "gmail.com",
    "sina.com",
    "foxmail.com",
    "139.com",
    "outlook.com",
    "hotmail.com",
    "sohu.com",
];

impl Kind {
    pub(crate) const ALL: [Kind; 12] = [
        Kind::Identity18,
        Kind::Identity15,
        Kind::Mobile,
        Kind::BankCard,
        Kind::Email,
        Kind::Passport,
        Kind::Permit,
        Kind::Plate,
        Kind::Home,
        Kind::WeChat,
        Kind::Qq,
        Kind::Birth,
    ];

    /// A value of this kind, without signs between.
    pub(crate) fn value(self, random: &mut Random) -> String {
        match self {
            Kind::Identity18 => {
                let (year, month, day) = date(random);
                with_check_digit(&format!("{}{year}{month:02}{day:02}{}", random.of(REGIONS), random.digits(3)))
            }
            Kind::Identity15 => {
                // The last card of 15 digits was given in 1999.
                let (year, month, day) = date(random);
                let year = year.min(1999);
                format!("{}{:02}{month:02}{day:02}{}", random.of(REGIONS), year % 100, random.digits(3))
            }
            Kind::Mobile => format!("{}{}", random.of(MOBILES), random.digits(8)),
            Kind::BankCard => {
                let (prefix, length) = BANKS[random.below(BANKS.len())];
                with_luhn(&format!("{prefix}{}", random.digits(length - 1 - prefix.len())))
            }
            Kind::Email => format!("{}@{}", random.of(NAMES), random.of(HOSTS)),
            Kind::Passport => format!("{}{}", random.of(&["E", "G", "E", "EA", "ED", "EH"]), random.digits(8))
                .chars()
                .take(9)
                .collect(),
            Kind::Permit => format!("{}{}", random.of(&["C", "H", "M", "W", "T", "L"]), random.digits(8)),
            Kind::Plate => {
                let letters = ["A", "B", "C", "D", "E", "F", "H"];
                let end = if random.below(3) == 0 {
                    format!("D{}", random.digits(5))
                } else {
                    format!("{}{}", random.of(&["8", "2", "K", "M"]), random.digits(4))
                };
                format!("{}{}{end}", random.of(PROVINCES), random.of(&letters))
            }
            Kind::Home => {
                let place = random.of(&[
                    "城关镇人民路",
                    "延平区滨江中路",
                    "建阳区童游街道景贤路",
                    "武夷街道玉女路",
                    "潭城街道西门村",
                ]);
                let number = 1 + random.below(200);
                let (block, room) = (1 + random.below(20), 101 + random.below(20) * 100);
                match random.below(4) {
                    0 => format!("{place}{number}号{block}幢{room}室"),
                    1 => format!("{place}{number}号阳光花园{block}栋2单元{room}室"),
                    2 => format!("{place}锦绣家园{block}号楼{room}"),
                    _ => format!("{place}{number}号附{block}号"),
                }
            }
            Kind::WeChat => {
                let end = random.digits(4);
                format!("{}{end}", random.of(&["wxid_ab7k", "zhangwei_", "lihua-nn", "Chen_Jie", "wl", "xiaoyu"]))
                    .chars()
                    .chain("66".chars())
                    .collect()
            }
            Kind::Qq => {
                let count = 5 + random.below(4);
                format!("{}{}", 1 + random.below(9), random.digits(count))
            }
            Kind::Birth => {
                let (year, month, day) = date(random);
                match random.below(3) {
                    0 => format!("{year}年{month}月{day}日"),
                    1 => format!("{year}年{month}月"),
                    _ => format!("{year}-{month:02}-{day:02}"),
                }
            }
        }
    }
}

fn date(random: &mut Random) -> (usize, usize, usize) {
    (1952 + random.below(50), 1 + random.below(12), 1 + random.below(28))
}

/// An identity number of 18 signs from its first 17 (GB 11643).
pub(crate) fn with_check_digit(first: &str) -> String {
    let sum: u32 =
        first.chars().enumerate().map(|(at, c)| (1 << (17 - at)) % 11 * c.to_digit(10).expect("a digit")).sum();
    format!("{first}{}", char::from(b"10X98765432"[sum as usize % 11]))
}

/// A number with the check digit of Luhn behind it.
fn with_luhn(first: &str) -> String {
    let sum: u32 = first
        .chars()
        .rev()
        .enumerate()
        .map(|(at, c)| match c.to_digit(10).expect("a digit") * if at % 2 == 0 { 2 } else { 1 } {
            digit if digit > 9 => digit - 9,
            digit => digit,
        })
        .sum();
    format!("{first}{}", (10 - sum % 10) % 10)
}
