//! What is said of a style sheet or a drawing that cannot be published as it is.

use super::super::css::StyleFault;
use super::super::drawing;
use crate::diagnostic::Message;
use crate::say;

pub(super) fn style_fault(fault: StyleFault) -> (Message, Message) {
    let mend = say!("请改正样式，否则后面的样式会失效", "correct the style, or what comes after it has no effect");
    match fault {
        StyleFault::Unclosed => (say!("括号没有闭合", "the bracket is not closed"), mend),
        StyleFault::Unopened => (say!("多了一个闭合的括号", "the bracket closes nothing"), mend),
        StyleFault::Unended => {
            (say!("字符串、网址或注释没有正确结束", "the string, address or comment does not end properly"), mend)
        }
        StyleFault::TooDeep => (say!("括号套得太深", "brackets stand too deep in each other"), mend),
        StyleFault::Composed => (
            say!("网址不是直接写出的", "the address is not written out"),
            say!("请直接写 static/ 里文件的名称", "write the name of a file in static/"),
        ),
    }
}

pub(super) fn drawing_fault(fault: &drawing::DrawingFault) -> (Message, Message) {
    use drawing::DrawingFault::{Declares, Loads, Malformed, Runs};
    let again = say!("请用绘图软件重新导出", "export it again from the drawing program");
    match fault {
        Malformed => (say!("图形文件不是完整的 XML", "the drawing is not well-formed XML"), again),
        Declares => {
            (say!("图形文件里有实体声明或处理指令", "the drawing has declarations or instructions of its own"), again)
        }
        Runs(what) => (
            say!("图形里不能有 {what}", "a drawing may not have `{what}`"),
            say!("请删去；图形只用来看", "take it out: a drawing is only looked at"),
        ),
        Loads(address) => (
            say!("图形不能加载“{address}”", "a drawing may not load `{address}`"),
            say!("请把内容直接画在图形里", "draw what it shows into the drawing itself"),
        ),
    }
}
