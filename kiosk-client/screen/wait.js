import { part, setText } from "../shared/js/dom.js";

/** After so long the visitor is told that it takes longer than usual. */
const LONG = 3_000;

/** The screen while a ticket is made. No touch is swallowed: one on it is answered at once in words. */
export class Wait {
  #timer = 0;
  #more = "";

  /** @param {boolean} prints whether a printer stands here */
  constructor(root, texts, prints) {
    this.root = root.querySelector('section[data-screen="wait"]');
    this.texts = texts;
    this.prints = prints;
    this.root.addEventListener("pointerdown", () => this.#say("kiosk-wait-touched"));
    for (const kind of ["keydown", "click"]) this.root.addEventListener(kind, () => this.#say("kiosk-wait-touched"));
  }

  begin() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say("kiosk-wait-long"), LONG);
    this.#say("");
  }

  end() {
    clearTimeout(this.#timer);
  }

  translate() {
    setText(part(this.root, "wait-what"), this.texts.say(this.prints ? "kiosk-wait-print" : "kiosk-wait-issue"));
    setText(part(this.root, "wait-more"), this.#more ? this.texts.say(this.#more) : "");
  }

  #say(key) {
    this.#more = key;
    this.translate();
  }
}
