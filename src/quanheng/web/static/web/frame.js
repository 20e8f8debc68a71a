// The frame's small helps: `/` to search, folding the rail, the display, closing the account menu.
// Every page works without this file.
(() => {
  const root = document.documentElement;
  const search = document.getElementById("search-q");

  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector("details.account[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
      return;
    }
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey || !search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  document.addEventListener("click", (event) => {
    const menu = document.querySelector("details.account[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  const toggle = document.querySelector(".rail-toggle");
  if (toggle) {
    const show = () => toggle.setAttribute("aria-expanded", String(root.dataset.rail !== "folded"));
    toggle.hidden = false;
    show();
    toggle.addEventListener("click", () => {
      const folded = root.dataset.rail !== "folded";
      if (folded) root.dataset.rail = "folded";
      else delete root.dataset.rail;
      localStorage.setItem("rail", folded ? "folded" : "open");
      show();
    });
  }

  const themes = document.querySelector(".themes");
  if (themes) {
    const mark = () => {
      for (const button of themes.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button.dataset.setTheme === (root.dataset.theme || "")));
      }
    };
    themes.hidden = false;
    mark();
    themes.addEventListener("click", (event) => {
      const button = event.target.closest("[data-set-theme]");
      if (!button) return;
      const theme = button.dataset.setTheme;
      if (theme) root.dataset.theme = theme;
      else delete root.dataset.theme;
      localStorage.setItem("theme", theme);
      mark();
    });
  }

  // The print margins carry the record's title; only the page itself knows it.
  const heading = document.querySelector("h1");
  if (heading) root.style.setProperty("--record-title", JSON.stringify(heading.textContent.trim()));
  const printed = document.querySelector(".printed");
  if (printed) root.style.setProperty("--printed-by", JSON.stringify(printed.textContent.trim()));
  if (heading && printed) root.dataset.margins = "filled";
})();
