// Keys that lead on, and the way back to the top of a long page.
(() => {
  const first = (selector) => document.querySelector(selector);
  const box = first(".keys input");
  const name = "newsarc-keys";
  const kept = (() => {
    try { return localStorage; } catch { return null; } // refused by the browser
  })();
  const rightToLeft = document.documentElement.dir === "rtl";
  const waysOf = {
    ArrowLeft: rightToLeft ? "link[rel=next]" : "link[rel=prev]",
    ArrowRight: rightToLeft ? "link[rel=prev]" : "link[rel=next]",
    u: ".breadcrumbs li:nth-last-child(1 of :has(a)) a",
  };

  if (box) {
    box.checked = kept?.getItem(name) !== "off";
    box.addEventListener("change", () => kept?.setItem(name, box.checked ? "on" : "off"));
  }

  // What the browser, an assistive program or a field would do with a key comes first.
  const isTaken = (event) =>
    event.defaultPrevented || event.isComposing || event.repeat
    || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    || event.target.closest?.("input, textarea, select, [contenteditable], [tabindex='0'], details.keys")
    || (event.key.startsWith("Arrow") && document.documentElement.scrollWidth > innerWidth);

  addEventListener("keydown", (event) => {
    if (!box?.checked || isTaken(event)) return;
    const field = event.key === "s" ? first("input[type=search]") : null;
    if (field) {
      event.preventDefault();
      field.focus();
    }
    const way = Object.hasOwn(waysOf, event.key) ? first(waysOf[event.key]) : null;
    if (way) location.assign(way.href);
  });

  const top = first(".to-top");
  if (top) addEventListener("scroll", () => { top.hidden = scrollY < 3 * innerHeight; }, { passive: true });
})();
