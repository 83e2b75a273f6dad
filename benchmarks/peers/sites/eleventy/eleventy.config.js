// Markdown is not run through a template language first: bodies hold nothing for one to do.
// A term is { name, slug, articles }, a period { name, articles }, both newest first.

const KINDS = { tags: "topics", authors: "authors", sources: "sources" };

function slugOf(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f’]/g, "").toLowerCase()
    .split(/[^a-z0-9]+/).filter(Boolean).join("-");
}

function termsOf(articles, field) {
  const terms = new Map();
  for (const article of articles) {
    for (const name of article.data[field] ?? []) {
      const slug = slugOf(name);
      if (!terms.has(slug)) terms.set(slug, { name, slug, articles: [] });
      terms.get(slug).articles.push(article);
    }
  }
  return [...terms.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

// "2019", "2019/03" or "2019/03/27": the folder of an article is its day.
function periodsOf(articles, length) {
  const periods = new Map();
  for (const article of articles) {
    const name = article.filePathStem.slice(1, 1 + length);
    if (!periods.has(name)) periods.set(name, { name, articles: [] });
    periods.get(name).articles.push(article);
  }
  return [...periods.values()];
}

export default function (eleventyConfig) {
  let articles;
  const newest = (api) => (articles ??= api.getFilteredByTag("article").toReversed());
  for (const [kind, field] of Object.entries(KINDS)) {
    eleventyConfig.addCollection(`terms_${kind}`, (api) => termsOf(newest(api), field));
  }
  eleventyConfig.addCollection("years", (api) => periodsOf(newest(api), 4));
  eleventyConfig.addCollection("months", (api) => periodsOf(newest(api), 7));
  eleventyConfig.addCollection("days", (api) => periodsOf(newest(api), 10));
  eleventyConfig.addCollection("newest", (api) => newest(api).slice(0, 30));
  eleventyConfig.addCollection("articles", newest);

  const inWords = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  eleventyConfig.addFilter("inWords", (date) => inWords.format(date));
  eleventyConfig.addFilter("isoDay", (date) => date.toISOString().slice(0, 10));
  eleventyConfig.addFilter("isoTime", (date) => date.toISOString());
  eleventyConfig.addFilter("feedTime", (date) => date.toUTCString());
  eleventyConfig.addFilter("slugOf", slugOf);
  eleventyConfig.addFilter("startingWith", (periods, start) => periods.filter(({ name }) => name.startsWith(start)));
  eleventyConfig.addPassthroughCopy({ "style.css": "style.css" });

  return { dir: { input: "content", includes: "../_includes", output: "site" }, markdownTemplateEngine: false };
}
