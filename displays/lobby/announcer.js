/** How long one call stands large before the next of several may follow, in milliseconds. */
const TURN = 5_000;
/** Many calls at once must not make the last one wait long. */
const SHORT_TURN = 2_500;
/** After a reconnect, older calls are shown but no longer announced. */
const STALE = 30_000;

/**
 * Gives every new call its own moment on the large panel, one after the other, so that of two calls in the same millisecond none is
 * missed. Without new calls the newest one stands there.
 */
export class Announcer {
  #queue = [];
  #seen = -1;
  #current = null;
  #timer = 0;

  /** @param {(call: object | null, fresh: boolean) => void} show */
  constructor(clock, show) {
    this.clock = clock;
    this.show = show;
  }

  /** Takes the calls of a view, newest first. */
  take(calls) {
    const highest = calls[0]?.seq ?? -1;
    // A lower number than before means that the server was set up anew; what was seen then says nothing.
    if (calls.length && highest < this.#seen && !calls.some((call) => call.seq === this.#current?.seq)) this.#seen = -1;
    const first = this.#seen < 0;
    const fresh = calls.filter((call) => call.seq > this.#seen && (!first || this.clock.since(call.called_at) < STALE));
    this.#seen = Math.max(this.#seen, highest);
    const standing = new Map(calls.map((call) => [call.seq, call]));
    this.#queue = this.#queue.filter((call) => standing.has(call.seq)).concat(fresh.reverse());
    if (this.#current && !standing.has(this.#current.seq)) this.#free();
    this.newest = calls[0] ?? null;
    if (this.#timer) this.show(this.#current, false);
    else this.#next();
  }

  /** Whether a call still waits for its moment. */
  isWaiting(seq) {
    return this.#queue.some((call) => call.seq === seq);
  }

  #next() {
    this.#timer = 0;
    const call = this.#queue.shift();
    this.#current = call ?? this.newest;
    if (call) this.#timer = setTimeout(() => this.#next(), this.#queue.length > 2 ? SHORT_TURN : TURN);
    this.show(this.#current, Boolean(call));
  }

  #free() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#current = null;
  }
}
