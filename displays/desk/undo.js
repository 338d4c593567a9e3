import { setShown, setText } from "../shared/js/dom.js";

/** The button that takes the last command back, with the seconds that remain (rule 11 of the transitions). */
export class Undo {
  #offer = null;

  constructor(button, texts, clock) {
    this.button = button;
    this.texts = texts;
    this.clock = clock;
  }

  get open() {
    return Boolean(this.#offer) && this.clock.secondsUntil(this.#offer.until) > 0;
  }

  show(offer) {
    this.#offer = offer ?? null;
  }

  tick() {
    const { open } = this;
    setShown(this.button, open);
    this.button.disabled = !open;
    if (!open) return;
    const what = this.texts.say(`desk-undo-${this.#offer.what}`);
    setText(this.button, this.texts.say("desk-undo", { what, n: this.clock.secondsUntil(this.#offer.until) }));
  }
}
