import { setAttribute } from "../shared/js/dom.js";
import { isWithin } from "./voice.js";

const SHIFT_SECONDS = 180;
const SHIFTS = 8;

/** What keeps a panel well for years: the picture moves by some pixels, and at night it is dim. */
export class Care {
  #seconds = 0;

  constructor(root, clock) {
    this.root = root;
    this.clock = clock;
  }

  /** Takes the board's settings. */
  settle({ night }) {
    this.night = night;
  }

  get isNight() {
    return Boolean(this.night) && isWithin(this.night, this.clock.wall().slice(11, 16));
  }

  tick() {
    this.#seconds += 1;
    this.root.dataset.shift = Math.floor(this.#seconds / SHIFT_SECONDS) % SHIFTS;
    setAttribute(this.root, "data-night", this.isNight ? "" : null);
  }
}
