// A field above an index of terms: what does not have its letters is hidden.
(() => {
  const form = document.querySelector(".filter");
  if (!form) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const items = [...document.querySelectorAll(".terms li")].map((item) => [item, plain(item.firstElementChild.textContent)]);
  const sections = [...document.querySelectorAll("main section")];
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const letters = document.querySelector(".letters");
  const count = form.querySelector("output");

  const show = () => {
    const words = plain(form.elements.term.value).split(/\s+/);
    let found = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      // The leading terms stand in the index too.
      if (!item.hidden && item.closest("section.letter")) found += 1;
    }
    const all = words.join("") === "";
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    letters.hidden = !all;
    count.textContent = all ? "" : number.format(found);
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show(); // a page that was come back to keeps its field
})();
