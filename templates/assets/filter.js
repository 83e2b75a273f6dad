// Above an index of terms: a field that hides what does not have its letters, and a box that puts
// the terms with most articles first.
(() => {
  const form = document.querySelector(".filter");
  if (!form) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const letters = document.querySelector(".letters");
  const count = form.querySelector("output");
  const leading = document.querySelector("#leading").closest("section").querySelector(".terms");
  const led = [...leading.children];
  const lists = [...document.querySelectorAll(".letter .terms")].map((list) => [list, [...list.children]]);
  const terms = lists.flatMap(([, items]) => items);
  const articles = (item) => Number(item.querySelector("data").value);
  const heaviest = [...terms].sort((one, other) => articles(other) - articles(one));
  const texts = new Map([...led, ...terms].map((item) => [item, plain(item.firstElementChild.textContent)]));
  const sections = [...document.querySelectorAll("main section")];

  const show = () => {
    const words = plain(form.elements.term.value).split(/\s+/);
    for (const [item, text] of texts) item.hidden = !words.every((word) => text.includes(word));
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    const all = words.join("") === "";
    letters.hidden = !all || form.elements.weight.checked;
    count.textContent = all ? "" : number.format(terms.filter((item) => !item.hidden).length);
  };
  const order = () => {
    const byWeight = form.elements.weight.checked;
    leading.replaceChildren();
    // One by one: there are more terms than a call takes arguments.
    for (const item of byWeight ? heaviest : led) leading.append(item);
    if (!byWeight) for (const [list, items] of lists) for (const item of items) list.append(item);
    show();
  };

  form.addEventListener("input", (event) => (event.target === form.elements.weight ? order() : show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  // A page that was come back to keeps its fields.
  if (form.elements.weight.checked) order();
  else show();
})();
