import { part, setAttribute } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { colours } from "./theme.js";
import { Words } from "./words.js";

const LAYOUTS = ["hall", "list", "desk", "door"];
/** The grounds of both themes in lobby.css that letters in the office's colour may stand on. */
const GROUNDS = ["--ground", "--head", "--panel", "--band"];

/** The board's setup that the server wrote into the page; what is missing has the defaults of the office file. */
export function setupOfPage() {
  const island = document.getElementById("setup");
  return whole(island ? JSON.parse(island.textContent) : {});
}

/** A setup in which every key that a module reads is there. */
export function whole(setup) {
  const known = { layout: "hall", theme: "dark", accent: "#ffd24a", desk: null, show_waiting: true, ...setup };
  known.languages = setup.languages?.length ? setup.languages : ["pl"];
  for (const list of ["departments", "services", "desks", "ticker", "media"]) known[list] ??= [];
  known.ways ??= {};
  if (!LAYOUTS.includes(known.layout)) known.layout = "hall";
  return known;
}

/**
 * Puts what a setup says about the whole page on `<body>`: layout, theme, colours, languages, desk; and says every fixed word
 * (`[data-say]`) in its languages. May be called again at any time: nothing is lost and nothing moves but what changed.
 * @param {HTMLElement} root the body  @param {object} setup  @param {Texts} [texts]
 */
export function applySetup(root, setup, texts = Texts.ofPage()) {
  const { layout, theme, accent, languages, desk, show_waiting: waiting } = whole(setup);
  setAttribute(root, "data-layout", layout);
  setAttribute(root, "data-theme", theme === "light" ? "light" : "dark");
  setAttribute(root, "data-languages", languages.length);
  setAttribute(root, "data-desk", desk);
  setAttribute(root, "data-waiting", waiting ? "on" : "off");
  document.documentElement.lang = languages[0];
  document.documentElement.dataset.colorScheme = theme === "light" ? "light" : "dark";
  paint(root, accent);
  const words = new Words(texts, { languages });
  for (const node of root.querySelectorAll("[data-say]")) words.say(node, node.dataset.say);
  const name = setup.office?.name;
  if (name) words.show(part(root, "office"), name);
}

function paint(root, accent) {
  const style = getComputedStyle(root);
  const grounds = GROUNDS.map((name) => style.getPropertyValue(name));
  const { fill, on, text } = colours(accent, grounds);
  root.style.setProperty("--accent", fill);
  root.style.setProperty("--on-accent", on);
  root.style.setProperty("--accent-text", text);
}
