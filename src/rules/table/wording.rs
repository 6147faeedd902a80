//! Wording and punctuation.

use super::{FIRST_EN, FIRST_ZH, THIRD_EN, THIRD_ZH};
use crate::diagnostic::Severity::{Error, Warning};
use crate::rules::Change::{Added, File, Part};
use crate::rules::Example::Shown;
use crate::rules::Group::Wording;
use crate::rules::{Rule, Words};

const GLOSSARY: &str = "wrong:\n  - {lang: zh, wrong: 布署, right: 部署}\n";
const CALL: &str = "\nEnquiries: 0599-0000000.\n";

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "mojibake",
        group: Wording,
        severity: Error,
        demand: Words("没有乱码，如“锟斤拷”。", "There is no gibberish from a wrong encoding, such as 锟斤拷."),
        why: Words(
            "乱码说明原来的字已经丢了；公布出去，一句话就没有人读得懂。",
            "Gibberish means that words have been lost; the public would read a sentence that says nothing.",
        ),
        example: Shown(&[Part(FIRST_ZH, "- **建章立制。**锟斤拷[问题 3]", "- **建章立制。**另见[问题 3]")]),
    },
    Rule {
        id: "wrong-term",
        group: Wording,
        severity: Error,
        demand: Words(
            "不用本单位词表（glossary.yaml 的 wrong）列出的错误用语。",
            "No term is used that the office's own list (`wrong` in glossary.yaml) calls wrong.",
        ),
        why: Words(
            "机构名称、政治表述和常错的字，一处写错就会被截图传播。",
            "One wrong name of a body, one wrong phrase of policy, and pictures of it go round.",
        ),
        example: Shown(&[
            File("content/glossary.yaml", GLOSSARY, GLOSSARY),
            Added(THIRD_ZH, "\n招聘工作已经布署。\n", "\n招聘工作已经部署。\n"),
        ]),
    },
    Rule {
        id: "placeholder",
        group: Wording,
        severity: Warning,
        demand: Words("没有还没写的地方，如“待补充”、TBD。", "Nothing is still to be written, such as 待补充 or TBD."),
        why: Words(
            "留着“待补充”的通报，读者会问：整改是不是也还没有做？",
            "Whoever reads TBD in a notice will ask whether the work was done any better than the text.",
        ),
        example: Shown(&[Part(FIRST_ZH, "- **建章立制。**待补充[问题 3]", "- **建章立制。**另见[问题 3]")]),
    },
    Rule {
        id: "half-width-punctuation",
        group: Wording,
        severity: Warning,
        demand: Words("中文里的标点用全角。", "Chinese text has full-width punctuation."),
        why: Words(
            "汉字中间夹着半角逗号，排版不齐，不合公文规范。",
            "A half-width comma between Chinese characters looks careless and breaks the rules for official documents.",
        ),
        example: Shown(&[Part(FIRST_ZH, "查处串通投标案件{{ cases }},罚款", "查处串通投标案件{{ cases }}，罚款")]),
    },
    Rule {
        id: "full-width-punctuation",
        group: Wording,
        severity: Warning,
        demand: Words("英文等其他语言里的标点用半角。", "English and other languages have no full-width punctuation."),
        why: Words(
            "英文里的全角标点前后空得很大，一看就是没有校对过。",
            "A full-width mark leaves a wide gap in English and shows that nobody proofread it.",
        ),
        example: Shown(&[Part(FIRST_EN, "imposed fines of {{ fines }}。", "imposed fines of {{ fines }}.")]),
    },
    Rule {
        id: "unpaired-mark",
        group: Wording,
        severity: Warning,
        demand: Words("引号、括号、书名号成对使用。", "Quotation marks and brackets come in pairs."),
        why: Words(
            "少了一半，读者分不清引用到哪里为止，文件名称也不完整。",
            "With one half missing nobody can tell where a quotation or the title of a document ends.",
        ),
        example: Shown(&[Added(THIRD_ZH, "\n开展“引才入县专项招聘。\n", "\n开展“引才入县”专项招聘。\n")]),
    },
    Rule {
        id: "telephone-dash",
        group: Wording,
        severity: Warning,
        demand: Words("电话号码里用半角连字符“-”。", "Telephone numbers have a hyphen."),
        why: Words(
            "用了破折号，手机上点号码拨不出去，复制下来也不能用。",
            "With a dash, the number cannot be dialled with a tap or copied.",
        ),
        example: Shown(&[
            Added(THIRD_ZH, "\n咨询电话：0599—0000000。\n", "\n咨询电话：0599-0000000。\n"),
            Added(THIRD_EN, CALL, CALL),
        ]),
    },
];
