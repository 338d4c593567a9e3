const SHIFT_SECONDS = 180;
const SHIFTS = 8;
const RELOAD_HOUR = "03:10";
const LEAST_UPTIME = 3_600_000;

/** What keeps a screen well for years: the picture moves by some pixels, the page starts afresh every night. */
export class Care {
  #seconds = 0;

  constructor(root, clock) {
    this.root = root;
    this.clock = clock;
  }

  tick() {
    this.#seconds += 1;
    this.root.dataset.shift = Math.floor(this.#seconds / SHIFT_SECONDS) % SHIFTS;
    // After three, so that no night of a clock change is met twice or left out.
    const night = this.clock.wall().slice(11, 16) === RELOAD_HOUR;
    if (night && performance.now() > LEAST_UPTIME) location.reload();
  }
}
