/** A page that has drawn nothing, or has not ticked, for so many milliseconds is frozen. */
const FROZEN = 60_000;
/** After so many uncaught errors nobody knows what is on the screen. */
const MOST_ERRORS = 20;
const EVERY = 5_000;

/** Sees whether the page still lives: frames while it can be seen, ticks, errors. */
export class Watchdog {
  #drawnAt = performance.now();
  #tickedAt = performance.now();
  #hasAsked = false;

  /** @param {() => number} errors  @param {(reason: string) => void} onSick */
  constructor(errors, onSick) {
    this.errors = errors;
    this.onSick = onSick;
    document.addEventListener("visibilitychange", () => (this.#drawnAt = performance.now()));
    setInterval(() => this.#look(), EVERY);
  }

  /** To be called at the end of every tick: one that broke off does not count. */
  tick() {
    this.#tickedAt = performance.now();
  }

  #look() {
    const now = performance.now();
    if (document.visibilityState !== "visible") this.#drawnAt = now;
    if (now - this.#drawnAt > FROZEN) this.onSick("frozen");
    else if (now - this.#tickedAt > FROZEN) this.onSick("ticks");
    else if (this.errors() >= MOST_ERRORS) this.onSick("errors");
    if (this.#hasAsked) return;
    // One frame every five seconds is enough to know, and lets a small computer rest.
    this.#hasAsked = true;
    requestAnimationFrame(() => {
      this.#hasAsked = false;
      this.#drawnAt = performance.now();
    });
  }
}
