import { remember, remembered } from "./memory.js";

/** How long one call stands large before the next of several may follow, in milliseconds. */
const TURN = 5_000;
/** Many calls at once must not make the last one wait long: of more than two each gets at most so much, … */
const SHORT_TURN = 2_500;
/** … the more wait the less, … */
const SHARED_TURN = 8_000;
/** … but none less than the eye needs to see that there was something. */
const LEAST_TURN = 300;
/** After a start or a reconnect, older calls are shown but no longer announced. */
export const STALE = 30_000;
/** Calls that are remembered as seen. Whatever is older than these is stale, too. */
const REMEMBERED = 500;
const MEMORY = "okienko-announced";

/**
 * Gives every new call its own moment on the large panel, one after the other, so that of two calls in the same millisecond none is
 * missed. When all have had theirs, the call that is being spoken stands there, and without one the newest.
 */
export class Announcer {
  #queue = [];
  #seen = new Set(remembered(MEMORY, "").split("\n"));
  #current = null;
  #spoken = null;
  #timer = 0;

  /** @param {(call: object | null, fresh: boolean) => void} show */
  constructor(clock, show) {
    this.clock = clock;
    this.show = show;
  }

  /** Takes the calls of a view, newest first, and returns those that nobody has seen yet, oldest first. */
  take(calls) {
    // Every department numbers its own calls: of two calls on one board the later may have the lower number.
    const fresh = calls.filter((call) => !this.#seen.has(key(call)) && this.clock.since(call.called_at) < STALE).reverse();
    for (const call of calls) this.#seen.add(key(call));
    for (const oldest of Array.from(this.#seen).slice(0, -REMEMBERED)) this.#seen.delete(oldest);
    const standing = new Set(calls.map(key));
    this.#queue = this.#queue.filter((call) => standing.has(key(call))).concat(fresh);
    if (this.#spoken && !standing.has(key(this.#spoken))) this.#spoken = null;
    if (this.#current && !standing.has(key(this.#current))) this.#free();
    this.newest = calls[0] ?? null;
    if (this.#timer) this.show(this.#current, false);
    else this.#next();
    return fresh;
  }

  /** The call that is being spoken, or null. */
  speaks(call) {
    this.#spoken = call;
    if (!this.#timer) this.#next();
  }

  /** Whether a call still waits for its moment. */
  isWaiting(seq) {
    return this.#queue.some((call) => call.seq === seq);
  }

  /** Whether a call has its moment right now or still waits for it. */
  get isBusy() {
    return Boolean(this.#timer) || this.#queue.length > 0;
  }

  /** Hands what was announced on to the page that follows this one. */
  remember() {
    remember(MEMORY, Array.from(this.#seen).slice(-REMEMBERED).join("\n"));
  }

  #next() {
    this.#timer = 0;
    const call = this.#queue.shift();
    this.#current = call ?? this.#spoken ?? this.newest ?? null;
    if (call) this.#timer = setTimeout(() => this.#next(), turn(this.#queue.length));
    this.show(this.#current, Boolean(call));
  }

  #free() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#current = null;
  }
}

/** How long a call stands while so many more wait. */
function turn(waiting) {
  return waiting > 2 ? Math.max(LEAST_TURN, Math.min(SHORT_TURN, SHARED_TURN / waiting)) : TURN;
}

/** The same number at another instant is another call: the server was set up anew. */
export function key({ seq, called_at: at }) {
  return `${seq} ${at}`;
}
