// The front page leads to what happened on this day: today's page, where the archive has one.
(() => {
  const link = document.getElementById("today");
  if (!link) return;
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (!link.dataset.days.split(" ").includes(today)) return;
  link.href = link.getAttribute("href").replace(/[^/]*$/, `${today}.html`);
  link.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
    month: "long",
    day: "numeric",
  }).format(now);
})();
