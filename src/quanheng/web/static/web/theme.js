// Chosen display (light, dark, projector), set before the page is drawn so that nothing flashes.
(() => {
  const theme = localStorage.getItem("theme");
  if (["light", "dark", "projector"].includes(theme)) document.documentElement.dataset.theme = theme;
  if (localStorage.getItem("rail") === "folded") document.documentElement.dataset.rail = "folded";
})();
