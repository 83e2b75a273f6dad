// For everything below: articles, and the few pages that are lists.
export default { layout: "base.njk", site: "News archive", url: "https://news.example" };
