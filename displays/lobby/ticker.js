import { part, setAttribute, setShown } from "../shared/js/dom.js";
import { chosen } from "./words.js";

/** Seconds that a message stands in one language. */
const SECONDS = 10;
/** Messages longer than this stand in smaller letters. */
const LONG = 90;
/** How long one message takes to give way to the next, in milliseconds; lobby.css fades as long. */
const FADE = 600;

/**
 * The office's messages, one at a time and each of them in every language of the board; nothing scrolls. Who asks for less motion
 * gets the first one standing still, and everyone may stop the change (WCAG 2.2.2).
 */
export class Ticker {
  #turns = [];
  #at = 0;
  #seconds = 0;
  #fade = 0;

  /** @param {HTMLElement} root the body  @param {{languages: string[]}} setup */
  constructor(root, setup) {
    this.section = part(root, "ticker");
    this.line = part(root, "ticker-text");
    this.button = part(root, "ticker-pause");
    this.isPaused = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.button.addEventListener("click", () => this.#press());
    setAttribute(this.button, "aria-pressed", this.isPaused);
    this.settle(setup);
  }

  /** Takes a changed setup; its messages are told by `show`. */
  settle(setup) {
    this.languages = setup?.languages ?? ["pl"];
    if (setup?.ticker) this.show(setup.ticker);
  }

  /** @param {{pl: string, en?: string, uk?: string}[]} messages */
  show(messages) {
    const turns = messages.flatMap((message) => unlike(this.languages.map((language) => chosen(message, language))));
    if (JSON.stringify(turns) === JSON.stringify(this.#turns)) return;
    this.#turns = turns;
    this.#at = 0;
    this.#seconds = 0;
    setShown(this.section, turns.length > 0);
    this.#write();
  }

  /** One second has passed. */
  tick() {
    if (this.isPaused || this.#turns.length < 2) return;
    this.#seconds += 1;
    if (this.#seconds % SECONDS === 0) this.#next();
  }

  #next() {
    this.#at = (this.#at + 1) % this.#turns.length;
    this.line.classList.add("is-going");
    clearTimeout(this.#fade);
    this.#fade = setTimeout(() => this.#write(), FADE);
  }

  #write() {
    const [language, words] = this.#turns[this.#at] ?? ["pl", ""];
    clearTimeout(this.#fade);
    this.line.classList.remove("is-going");
    this.line.lang = language;
    this.line.textContent = words;
    setAttribute(this.section, "data-long", words.length > LONG ? "" : null);
    setShown(this.button, this.#turns.length > 1);
  }

  #press() {
    this.isPaused = !this.isPaused;
    setAttribute(this.button, "aria-pressed", this.isPaused);
  }
}

/** Messages whose words were there already are left out. */
function unlike(turns) {
  return turns.filter(([, words], index) => words && turns.findIndex((other) => other[1] === words) === index);
}
