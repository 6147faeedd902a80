export default function (config) {
  let markdown;
  config.amendLibrary("md", (library) => { markdown = library; });
  config.addFilter("markdown", (text) => markdown.render(text));
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  config.addFilter("having", (issues, key, value) => issues.filter((issue) => issue.data[key] === value));
  config.addFilter("open", (issues) => issues.filter((issue) => issue.data.issue_status !== "completed"));
  config.addFilter("by", (issues, key) => {
    const groups = new Map();
    for (const issue of issues) {
      const value = issue.data[key] ?? "";
      if (!groups.has(value)) groups.set(value, []);
      groups.get(value).push(issue);
    }
    return [...groups].sort().map(([name, members]) => ({ name, members }));
  });
  config.addFilter("of_unit", (issues, id) => issues.filter((i) => [...i.data.lead, ...i.data.responsible].some((u) => u.id === id)));
  config.addFilter("to_lang", (url, lang) => (lang === "en" ? `/en${url.replace(/^\/en\//, "/")}` : url.replace(/^\/en\//, "/")));
  for (const lang of ["zh", "en"]) {
    config.addCollection(lang, (api) =>
      api.getFilteredByTag("issues").filter((item) => item.data.lang === lang).sort((a, b) => a.data.number - b.data.number));
  }
  config.addPassthroughCopy("src/assets");
  return { dir: { input: "src", output: "public" }, markdownTemplateEngine: false, htmlTemplateEngine: false };
}
