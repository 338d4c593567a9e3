/** How long one call stands large before the next of several may follow, in milliseconds. */
const TURN = 5_000;
/** Many calls at once must not make the last one wait long. */
const SHORT_TURN = 2_500;
/** After a start or a reconnect, older calls are shown but no longer announced. */
const STALE = 30_000;
/** Calls that are remembered as seen: more than any view holds. */
const REMEMBERED = 500;

/**
 * Gives every new call its own moment on the large panel, one after the other, so that of two calls in the same millisecond none is
 * missed. Without new calls the newest one stands there.
 */
export class Announcer {
  #queue = [];
  #seen = new Set();
  #current = null;
  #timer = 0;

  /** @param {(call: object | null, fresh: boolean) => void} show */
  constructor(clock, show) {
    this.clock = clock;
    this.show = show;
  }

  /** Takes the calls of a view, newest first. */
  take(calls) {
    // Every department numbers its own calls: of two calls on one board the later may have the lower number.
    const fresh = calls.filter((call) => !this.#seen.has(key(call)) && this.clock.since(call.called_at) < STALE);
    for (const call of calls) this.#seen.add(key(call));
    for (const oldest of Array.from(this.#seen).slice(0, -REMEMBERED)) this.#seen.delete(oldest);
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

/** The same number at another instant is another call: the server was set up anew. */
function key({ seq, called_at: at }) {
  return `${seq} ${at}`;
}
