// The search and the choice of the look. Pages can be read and turned without any of it.

const KEY = "legday.settings";
const MOST_FOUND = 20;
const AROUND = 70;
const root = document.body.dataset.root ?? "";

// --- the look ---

const LOOKS = ["system", "light", "dark"];
const WORDS = { system: "Look: as the system", light: "Look: light", dark: "Look: dark" };
const SIGNS = {
  system: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  light: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19",
  dark: "M19 14.5A8 8 0 1 1 9.5 5a6.5 6.5 0 0 0 9.5 9.5z",
};

function settings() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

const button = document.querySelector(".theme");

function showLook() {
  const look = LOOKS.includes(settings().theme) ? settings().theme : "system";
  if (look === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = look;
  button.ariaLabel = WORDS[look];
  button.title = WORDS[look];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of [["width", "24"], ["height", "24"], ["viewBox", "0 0 24 24"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  path.setAttribute("d", SIGNS[look]);
  svg.append(path);
  button.replaceChildren(svg);
}

button.addEventListener("click", () => {
  const now = settings();
  const next = LOOKS[(LOOKS.indexOf(now.theme ?? "system") + 1) % LOOKS.length];
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...now, theme: next }));
  } catch {
    return;
  }
  showLook();
});
addEventListener("storage", ({ key }) => {
  if (key === KEY) showLook();
});
showLook();
button.hidden = false;

// --- the search ---

const field = document.getElementById("words");
const found = document.getElementById("found");
const status = found.querySelector("p");
const list = found.querySelector("ol");
let index;

/** Load what the search reads, once it is needed. */
function ready() {
  index ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}search-index.js`;
    script.onload = () => resolve(globalThis.handbookIndex.map(([page, title, href, text]) => ({ page, title, href, text, low: [page, title, text].map(plain) })));
    script.onerror = () => reject(new Error("the index of the search did not load"));
    document.head.append(script);
  });
  return index;
}

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a word that begins somewhere in a text looks like. */
const begins = (word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, "u");

/** Find the parts of pages in which all words begin a word: those in headings first. */
function search(entries, words) {
  const wanted = words.map((word) => [word, begins(word)]);
  const hits = [];
  for (const entry of entries) {
    const [page, title, text] = entry.low;
    let score = 0;
    for (const [word, start] of wanted) {
      const inTitle = start.test(title) ? (title === word ? 40 : 20) : 0;
      const inPage = start.test(page) ? 6 : 0;
      const inText = start.test(text) ? 2 : 0;
      const points = inTitle + inPage + inText;
      if (points === 0 || (inTitle === 0 && inText === 0 && wanted.length === 1)) {
        score = 0;
        break;
      }
      score += points;
    }
    if (score > 0) hits.push({ entry, score: score + (entry.page === entry.title ? 3 : 0) });
  }
  return hits.sort((one, other) => other.score - one.score).map(({ entry }) => entry);
}

function extract({ text, low }, words) {
  const at = Math.max(0, Math.min(...words.map((word) => low[2].search(begins(word))).filter((place) => place >= 0), low[2].length));
  const from = at === low[2].length ? 0 : Math.max(0, at - AROUND);
  const cut = text.slice(from, from + 2 * AROUND + 20);
  return `${from > 0 ? "… " : ""}${cut}${from + cut.length < text.length ? " …" : ""}`;
}

/** Put text into an element with the words that were searched for marked. */
function marked(element, text, words) {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(escaped).join("|")})`, "giu");
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    element.append(text.slice(at, match.index), mark);
    at = match.index + match[0].length;
  }
  element.append(text.slice(at));
  return element;
}

function row(entry, words) {
  const link = document.createElement("a");
  link.href = root + entry.href;
  const title = marked(document.createElement("b"), entry.title, words);
  link.append(title);
  if (entry.page !== entry.title) {
    const page = document.createElement("small");
    page.textContent = entry.page;
    link.append(" ", page);
  }
  const text = marked(document.createElement("span"), extract(entry, words), words);
  link.append(text);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function close() {
  found.hidden = true;
  list.replaceChildren();
  status.textContent = "";
}

async function show() {
  const asked = field.value;
  const words = plain(asked).split(/[\s,]+/).filter(Boolean);
  if (words.length === 0) {
    close();
    return;
  }
  let entries;
  try {
    entries = await ready();
  } catch (error) {
    index = undefined;
    found.hidden = false;
    status.textContent = `${error.message}; try again when the server can be reached.`;
    return;
  }
  if (field.value !== asked) return;
  const hits = search(entries, words);
  found.hidden = false;
  const many = hits.length > MOST_FOUND ? `, the best ${MOST_FOUND} are shown` : "";
  status.textContent = hits.length === 0 ? `Nothing is found for “${asked.trim()}”. Try fewer or other words.` : `${hits.length} found${many}`;
  list.replaceChildren(...hits.slice(0, MOST_FOUND).map((entry) => row(entry, words)));
}

field.addEventListener("input", () => void show());
field.addEventListener("focus", () => void ready().catch(() => (index = undefined)));
addEventListener("keydown", (event) => {
  const writes = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
  } else if (event.key === "Escape" && !found.hidden) {
    field.value = "";
    close();
    field.focus();
  } else if (!found.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const links = [...list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (here < 0 && document.activeElement !== field) return;
    event.preventDefault();
    const next = here + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] ?? (next < 0 ? field : links[here]))?.focus();
  } else if (event.key === "Enter" && event.target === field) {
    list.querySelector("a")?.click();
  }
});
found.addEventListener("click", (event) => {
  if (event.target.closest("a")) close();
});
document.querySelector(".find").hidden = false;
