// The front page leads to what happened on today's day in all years, where the archive has it.
(() => {
  const link = document.getElementById("today");
  if (!link) return;
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (!link.dataset.days.split(" ").includes(today)) return;
  link.href = link.getAttribute("href").replace(/[^/]*$/, `${today}.html`);
  const language = document.documentElement.lang;
  const name = new Intl.DateTimeFormat(language, { month: "long", day: "numeric" }).format(now);
  const word = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");
  link.textContent = `${name} (${word})`;
  link.hidden = false;
  link.closest("section").hidden = false;
})();
