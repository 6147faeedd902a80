//! What languages are called in Chinese and in English.

/// Codes and names of the languages that notices in China are most likely to have.
pub(super) const NAMES: [[&str; 3]; 22] = [
    ["zh", "中文", "Chinese"],
    ["zh-Hans", "简体中文", "Simplified Chinese"],
    ["zh-Hant", "繁体中文", "Traditional Chinese"],
    ["en", "英文", "English"],
    ["bo", "藏文", "Tibetan"],
    ["ii", "彝文", "Yi"],
    ["kk", "哈萨克文", "Kazakh"],
    ["ko", "朝鲜文", "Korean"],
    ["mn", "蒙古文", "Mongolian"],
    ["ug", "维吾尔文", "Uyghur"],
    ["za", "壮文", "Zhuang"],
    ["de", "德文", "German"],
    ["es", "西班牙文", "Spanish"],
    ["fr", "法文", "French"],
    ["ja", "日文", "Japanese"],
    ["ru", "俄文", "Russian"],
    ["ar", "阿拉伯文", "Arabic"],
    ["it", "意大利文", "Italian"],
    ["pt", "葡萄牙文", "Portuguese"],
    ["pt-BR", "巴西葡萄牙文", "Brazilian Portuguese"],
    ["th", "泰文", "Thai"],
    ["vi", "越南文", "Vietnamese"],
];
