//! Help in Chinese: what commands, arguments and their values are for, by the names that clap knows them by.

/// Chinese for the help of `command`, `command/argument` and `command/argument/value`; `*` for arguments that mean the
/// same in every command.
const HELP: &[(&str, &str)] = &[
    ("gongkai", "把 YAML 记录和 Markdown 正文变成静态的双语公示网站"),
    ("build", "生成网站：content/ → public/"),
    ("check", "检查全部规则，不写任何文件"),
    ("fix", "自动改正不需要判断的问题，并显示改动"),
    ("serve", "在本机预览网站，随改随看；不写任何文件"),
    ("explain", "说明一条规则：要求什么、为什么、错误的写法和改正；不写规则则列出全部"),
    ("stats", "打印完成情况统计表"),
    ("init", "新建一份通报"),
    ("import", "把单位现有的文件（Word、Excel、文本）变成一份通报，并逐条说明没有读懂的"),
    ("import/files", "文件：审定的通报（.docx、.txt）、整改台账（.xlsx、.csv），或两者一起"),
    ("import/into", "新通报放在哪个文件夹，默认为当前文件夹"),
    ("import/accept_changes", "修订按已接受处理，隐藏文字不收；不写，有修订或隐藏文字就不导入"),
    ("import/update", "更新已有的通报：文件里写得不同的，正好改那几处"),
    ("import/as_of", "这些改动截至哪一天：写为统计截至日期，状态变化也按这一天记入"),
    ("import/prefer", "台账导出以后两边都改过的，以哪边为准；不写，就逐处列出，什么都不写"),
    ("import/prefer/ledger", "以台账为准"),
    ("import/prefer/notice", "以通报为准"),
    ("new", "添一个问题：生成记录和各语言的正文，待填写"),
    ("new/section", "放在哪个方面，写序号或文件夹名；只有一个方面的可不写"),
    ("new/after", "排在这个序号的问题之后，默认排在最后"),
    ("new/title", "标题，用第一种语言"),
    ("new/renumber", "后面的问题顺延一号；序号是网址的一部分，网址也跟着变"),
    ("export", "生成单位要用、要报送的文件：整改台账（Excel）、通报文件（Word）"),
    ("ledger", "生成整改台账：一行一个问题，用 Excel、WPS 打开（.xlsx）"),
    ("document", "生成通报文件：通报全文，按公文格式，用 Word、WPS 打开（.docx）"),
    ("*/file", "要写的文件"),
    ("*/language", "文件的语言，默认为通报的第一种语言"),
    ("*/force", "文件已经存在也替换，里面的改动不保留"),
    ("theme", "建自己的外观"),
    ("copy", "把自带外观的文件复制到自己的外观里再改，不覆盖已有的文件"),
    ("copy/files", "文件，按 --list 列出的写，如 templates/contact.html、messages/zh.yaml#pages.home"),
    ("copy/theme", "复制到哪种外观，默认为通报所用的，没有则为 office"),
    ("copy/list", "列出可以复制的文件"),
    ("translated", "登记译文对应的原文，以便原文改动后提醒"),
    ("hosting", "打印网站服务器的配置"),
    ("completions", "打印命令补全脚本"),
    ("man", "打印手册页（man）"),
    ("schema", "打印记录的 JSON Schema，供编辑器补全"),
    ("help", "查阅手册；写命令则显示它的帮助"),
    ("*/root", "通报所在的文件夹"),
    ("*/themes", "多份通报共用的外观所在的文件夹，代替通报自己的 themes/；也可用环境变量 GONGKAI_THEMES 设定"),
    ("*/lang", "提示所用的语言，默认随系统"),
    ("*/lang/zh", "中文"),
    ("*/lang/en", "英文（English）"),
    ("*/theme", "换一种外观"),
    ("*/base_url", "网站地址，如 https://www.example.gov.cn/notice/"),
    ("*/as_of", "以这一天的状态为准，依据各记录的 history"),
    ("*/version", "显示版本"),
    ("*/format", "输出形式"),
    ("*/format/human", "给人看"),
    ("*/format/json", "给程序用"),
    ("*/format/sarif", "SARIF 2.1.0，给代码托管平台和编辑器用"),
    ("*/format/text", "对齐的文字"),
    ("*/format/csv", "CSV 表格"),
    ("*/format/markdown", "Markdown"),
    ("build/output", "输出文件夹"),
    ("check/strict", "有警告也算失败"),
    ("check/against", "与已公布的网站（文件夹或 notice.json）对比，列出没有说明的改动"),
    ("check/suggest", "提出成立的和差一点成立的等式，指出正文没有提到的数据"),
    ("fix/dry_run", "只显示改动，不写任何文件"),
    ("fix/punctuation", "中文里的半角标点也改成全角"),
    ("serve/open", "同时打开浏览器"),
    ("serve/port", "端口，默认为 4000 起第一个空闲的"),
    ("serve/host", "在别的地址上提供预览，网络上的其他人因此能看到未发布的内容"),
    ("explain/rule", "规则，如 figures-differ"),
    ("init/folder", "新建在哪个文件夹，默认为当前文件夹"),
    ("init/title", "标题；多种语言时依次重复"),
    ("init/issuer", "发布单位；多种语言时依次重复"),
    ("init/languages", "语言，如 zh,en，第一个为默认"),
    ("init/section", "方面的标题，可重复"),
    ("init/example", "改用一份完整的示例通报，可照着改"),
    ("translated/files", "译文文件，默认全部"),
    ("help/topic", "手册的主题或命令，不写则列出全部主题"),
    ("hosting/server", "哪种服务器"),
    ("hosting/base_url", "网站地址，默认为 notice.yaml 的 base_url"),
    ("hosting/folder", "网站文件夹在服务器上的完整路径"),
    ("completions/shell", "哪种命令行"),
    ("schema/record", "哪种记录"),
    ("schema/write", "把全部 Schema 写进 content/.schema/"),
];

/// Chinese for what a value stands for, by its name in English.
const VALUES: &[(&str, &str)] = &[
    ("SIDE", "一边"),
    ("ADDR", "地址"),
    ("CODES", "语言代码"),
    ("DATE", "日期"),
    ("DIR", "文件夹"),
    ("FILE", "文件"),
    ("FILES", "文件"),
    ("FORMAT", "形式"),
    ("ISSUER", "单位"),
    ("LANG", "语言"),
    ("N", "序号"),
    ("NAME", "名称"),
    ("PATH", "路径"),
    ("PORT", "端口"),
    ("RECORD", "记录"),
    ("RULE", "规则"),
    ("SECTION", "方面"),
    ("SERVER", "服务器"),
    ("SHELL", "命令行"),
    ("TAG", "语言"),
    ("TITLE", "标题"),
    ("URL", "网址"),
];

/// Chinese for what is written in examples.
const EXAMPLES: &[(&str, &str)] = &[
    ("Example:", "例："),
    ("Then begin a record with:", "然后在记录的第一行写："),
    ("--languages en --title \"Rectification at Example University\"", "--title 某县整改情况通报"),
    ("--issuer \"Example University\" --section Finance", "--issuer 中共某县委 --section 党的建设"),
];

/// Returns the help of a command.
pub(super) fn command(name: &str) -> Option<&'static str> {
    find(HELP, name)
}

/// Returns the help of an argument.
pub(super) fn argument(command: &str, argument: &str) -> Option<&'static str> {
    find(HELP, &format!("{command}/{argument}")).or_else(|| find(HELP, &format!("*/{argument}")))
}

/// Returns the name of a value, such as `文件夹` for `DIR`.
pub(super) fn value_name(name: &str) -> Option<&'static str> {
    find(VALUES, name)
}

/// Returns examples with what is said around them in Chinese.
pub(super) fn examples(text: &str) -> String {
    EXAMPLES.iter().fold(text.to_owned(), |text, (english, chinese)| text.replace(english, chinese))
}

fn find(table: &'static [(&str, &str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(name, _)| *name == key).map(|(_, text)| *text)
}
