import { remember, remembered } from "./memory.js";
import { isWithin } from "./voice.js";

/** Screens of one office do not all load at once: each waits up to so long, in milliseconds. */
const JITTER = 60_000;
/** Between two reloads that the page made by itself. */
const PAUSE = 600_000;
/** An attempt that found no server, or a call on the screen, is made again after this. */
const AGAIN = 30_000;
const ANSWER_WITHIN = 10_000;
const MARK = "okienko-reloaded";
/** The reason that is a person's. */
const ASKED = "wish";

/**
 * Loads the page anew, carefully: only when the server has just shown that it can serve it, never while a call is announced, and not
 * twice within ten minutes, so that neither a broken update nor a broken page makes a screen go black or blink for ever.
 */
export class Renewal {
  #reason = null;
  #timer = 0;

  /** @param {() => boolean} isBusy  @param {(reason: string) => boolean} before called right before the page goes; true: it goes by itself */
  constructor(clock, isBusy, before = () => false) {
    this.clock = clock;
    this.isBusy = isBusy;
    this.before = before;
    this.chance = Math.random();
  }

  /** Takes the board's settings. */
  settle({ night }) {
    this.night = night;
  }

  /** Wants the page to be loaded anew. The first reason stays until it has happened, unless a person asks. */
  want(reason, within = JITTER) {
    if (this.#reason && (reason !== ASKED || this.#reason === ASKED)) return;
    clearTimeout(this.#timer);
    this.#reason = reason;
    this.#timer = setTimeout(() => this.#try(), Math.random() * within);
  }

  /** There is no reason any more. */
  unwant(reason) {
    if (this.#reason !== reason) return;
    this.#reason = null;
    clearTimeout(this.#timer);
  }

  /** Once a night, each screen at its own minute. To be called every second. */
  tick() {
    if (!this.night) return;
    const [time, from, length] = [this.clock.wall().slice(11, 16), this.night.from, minutesOf(this.night)];
    const gone = minutesOf({ from, to: time });
    const rested = performance.now() > length * 60_000;
    if (isWithin(this.night, time) && rested && gone >= Math.floor(this.chance * (length - 1))) this.want("night");
  }

  async #try() {
    // What somebody asked for does not wait, and is asked for once.
    const may = !this.isBusy() && (this.#reason === ASKED || !reloadedLately());
    if (may && (await isServed()) && !this.isBusy() && this.#reason) {
      remember(MARK, String(Date.now()));
      if (this.before(this.#reason)) return;
      return location.reload();
    }
    if (this.#reason) this.#timer = setTimeout(() => this.#try(), AGAIN);
  }
}

/** The page's own age tells only where nothing can be stored: somebody may have loaded it by hand. */
function reloadedLately() {
  const mark = Number(remembered(MARK, "0"));
  const age = remember(MARK, String(mark)) ? Math.abs(Date.now() - mark) : performance.now();
  return age < PAUSE;
}

/** Whether the server would serve this very page now. */
async function isServed() {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN);
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: patience.signal });
    // A page that a proxy made up in the server's stead is no board.
    return answer.status === 200 && (await answer.text()).includes("data-board=");
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Minutes from `from` to `to`, past midnight if need be. */
function minutesOf({ from, to }) {
  const [start, end] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));
  return (end - start + 1440) % 1440;
}
