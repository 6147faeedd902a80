// Remembers large print from page to page. Without this script the switch works on its page alone. Runs where the switch stands, so that
// the page is drawn once.
(() => {
  "use strict";
  const box = document.getElementById("large-print");
  if (!box) return;
  try {
    box.checked = localStorage.getItem("gongkai-large-print") === "1";
    box.addEventListener("change", () => localStorage.setItem("gongkai-large-print", box.checked ? "1" : "0"));
  } catch {
    // Storage may be forbidden; the switch still works on this page.
  }
})();
