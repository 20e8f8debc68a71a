// Draws each chart of the page from the figure beside it; fetches plotly's script only when there is one to draw.
// A module: the browser runs it once however many charts name it. Without script the data table is the chart.
const places = [...document.querySelectorAll("[data-chart]")];

const load = (address) => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = done;
  script.onerror = failed;
  document.head.append(script);
});

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// Figures name tokens ("token:ink"), so that a chart follows the display it stands in.
const inked = (value) => {
  if (typeof value === "string" && value.startsWith("token:")) return token(value.slice(6));
  if (Array.isArray(value)) return value.map(inked);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inked(inner)]));
  }
  return value;
};

const draw = (place) => {
  const figure = inked(JSON.parse(document.getElementById(place.dataset.chart).textContent));
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  figure.layout.font.size = Math.round(size * 0.87);
  figure.layout.height = Math.round(figure.layout.height * (size / 15));
  return window.Plotly.react(place, figure.data, figure.layout, { displayModeBar: false, responsive: true, staticPlot: false });
};

if (places.length) {
  const address = places.find((place) => place.dataset.script)?.dataset.script;
  await load(address);
  for (const place of places) await draw(place);
  new MutationObserver(() => places.forEach(draw)).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  // On paper the ink is dark, whatever the display.
  const root = document.documentElement;
  let chosen;
  addEventListener("beforeprint", () => {
    chosen = root.dataset.theme;
    root.dataset.theme = "light";
    places.forEach(draw);
  });
  addEventListener("afterprint", () => {
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
  });
  root.dataset.charts = "drawn";
}
