import { part, setShown } from "../shared/js/dom.js";

/** So long a command that could not be sent is worth sending: whoever waited longer has helped the visitor by hand. */
const WORTH = 60_000;

/**
 * The one command that could not be sent. It goes out by itself, under the same key and bound to what was seen, when the server is
 * there again; until then it can be dropped.
 */
export class Kept {
  #wish = null;

  constructor(desk) {
    this.desk = desk;
    this.button = part(desk.root, "kept-drop");
    this.button.addEventListener("click", () => this.#drop("desk-kept-dropped"));
  }

  keep(wish) {
    wish.since ??= performance.now();
    this.#wish = wish;
    setShown(this.button, true);
    this.desk.say(this.desk.texts.say("desk-kept"), "refused");
  }

  /** The server was reached. */
  async retry() {
    const wish = this.#wish;
    if (!wish || this.desk.commands.busy) return;
    if (performance.now() - wish.since > WORTH) return this.#drop("desk-kept-old");
    this.#wish = null;
    setShown(this.button, false);
    if (await this.desk.commands.deliver(wish)) this.desk.say(this.desk.texts.say("desk-kept-sent"));
  }

  /** Whoever signs on next sends nothing of it. */
  forget() {
    this.#wish = null;
    setShown(this.button, false);
  }

  #drop(word) {
    this.#wish = null;
    setShown(this.button, false);
    this.desk.say(this.desk.texts.say(word), word === "desk-kept-old" ? "refused" : "done");
  }
}
