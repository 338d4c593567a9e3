import { setAttribute, setShown, setText, part } from "../shared/js/dom.js";
import { AgentSpeech, BrowserSpeech } from "./speech.js";
import { buttons } from "./tactile.js";

const LOUDEST = 5;
const USUAL = 3;

/** Reads the screens aloud for headphones (EN 301 549 §5.1.3): each screen as it appears, each button as the focus comes to it. What is typed is only counted. */
export class Voice {
  #on = false;
  #volume = USUAL;
  #turn = 0;
  speaking = false;

  /** @param {Agent | null} agent  @param {() => void} onSpoken when something was read to its end: the visitor has only now heard it */
  constructor(root, texts, agent, onSpoken) {
    this.root = root;
    this.texts = texts;
    this.onSpoken = onSpoken;
    this.keys = Object.fromEntries(["on", "repeat", "volume"].map((name) => [name, root.querySelector(`[data-voice="${name}"]`)]));
    const known = () => this.translate();
    this.speech = agent ? new AgentSpeech(agent, known) : new BrowserSpeech(known);
    this.keys.on.addEventListener("click", () => this.#toggle());
    this.keys.repeat.addEventListener("click", () => this.screen());
    this.keys.volume.addEventListener("click", () => this.#louder());
    root.addEventListener("focusin", (event) => this.#focused(event.target));
  }

  learn() {
    this.speech.learn(this.texts.inAll("kiosk-voice"));
  }

  get on() {
    return this.#on;
  }

  reset() {
    this.#silence();
    this.#on = false;
    this.#volume = USUAL;
    this.translate();
  }

  translate() {
    const can = this.speech.can(this.texts.language);
    if (!can && this.#on) return this.reset();
    setShown(this.keys.on, can);
    setAttribute(this.keys.on, "aria-pressed", this.#on);
    for (const name of ["repeat", "volume"]) setShown(this.keys[name], this.#on);
    setAttribute(this.root, "data-voice", this.#on ? "" : null);
    setText(part(this.root, "volume"), this.texts.say("kiosk-volume", { n: this.#volume }));
  }

  /** Reads the whole screen: its headline, what it says, how many buttons it has. */
  screen() {
    if (!this.#on) return;
    const section = this.root.querySelector("main > section:not([hidden])");
    const told = Array.from(section.querySelectorAll("h1, h2, h3, p, dt, dd"), words);
    const count = buttons(this.root).filter((button) => section.contains(button)).length;
    this.say([...told, count ? this.texts.say("kiosk-voice-choices", { n: count }) : ""]);
  }

  /** Says something now; what was being said is interrupted. */
  say(parts) {
    if (!this.#on) return;
    const text = [parts].flat().filter(Boolean).map(sentence).join(" ");
    this.#silence();
    if (!text) return;
    const turn = (this.#turn += 1);
    this.speaking = true;
    this.speech.say(text, this.texts.language, this.#volume / LOUDEST, () => turn === this.#turn && this.#ended());
  }

  #ended() {
    this.speaking = false;
    this.onSpoken();
  }

  #silence() {
    this.#turn += 1;
    this.speaking = false;
    this.speech.stop();
  }

  #toggle() {
    if (this.#on) return this.reset();
    this.#on = true;
    this.translate();
    const headline = this.root.querySelector("main > section:not([hidden]) h1");
    // From here the keys go through the screen from its beginning.
    headline.focus({ preventScroll: true });
    this.say([this.texts.say("kiosk-voice-help"), words(headline)]);
  }

  #louder() {
    this.#volume = (this.#volume % LOUDEST) + 1;
    this.translate();
    this.say(this.texts.say("kiosk-volume", { n: this.#volume }));
  }

  /** A digit on the screen is never said: somebody near may listen. */
  #focused(node) {
    if (node.tagName !== "BUTTON" || "digit" in node.dataset || !this.#on) return;
    const pressed = node.getAttribute("aria-pressed");
    const state = pressed === null ? "" : this.texts.say(pressed === "true" ? "kiosk-voice-chosen" : "kiosk-voice-unchosen");
    this.say([node.getAttribute("aria-label") ?? words(node), state]);
  }
}

/** The words that can be seen in an element; a ticket's code letter by letter. */
function words(node) {
  if (!node.checkVisibility() || node.closest("[aria-hidden=true]")) return "";
  if (node.classList.contains("ok-code")) return node.textContent.split("").join(" ");
  if (node.tagName !== "BUTTON" && node.closest("button")) return "";
  const signs = Array.from(node.querySelectorAll("[aria-hidden=true]"), (sign) => sign.textContent);
  return signs.reduce((text, sign) => text.replace(sign, " "), node.innerText).replace(/\s+/g, " ").trim();
}

function sentence(text) {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}
