const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
/** The server writes at least every 15 seconds; a longer silence is a broken line. */
const QUIET = 40_000;

/**
 * The walls as server-sent events, read by `fetch`, so that the token goes by header and never stands in an address. A line that breaks
 * is taken up again with growing pauses; every message is a whole wall, so nothing is ever missing afterwards.
 */
export class WallStream {
  #abort = null;
  #timer = 0;
  #attempt = 0;

  /** @param {{api: object, onView: (message: object) => void, onLink: (live: boolean) => void, onRefused: (status: number) => void}} how */
  constructor(how) {
    Object.assign(this, how);
    window.addEventListener("online", () => this.#abort && this.#again(0));
  }

  start() {
    this.stop();
    this.#attempt = 0;
    this.#read();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
  }

  async #read() {
    const line = new AbortController();
    this.#abort = line;
    try {
      const headers = { Accept: "text/event-stream", Authorization: `Bearer ${this.api.token() ?? ""}` };
      const answer = await fetch(`${this.api.base}/wall/events`, { headers, cache: "no-store", signal: line.signal });
      if (this.#abort !== line) return;
      if (answer.status === 401 || answer.status === 403) return this.onRefused(answer.status);
      if (answer.ok) await this.#listen(answer.body.getReader(), line);
    } catch {
      // Whatever broke, the line is taken up again below.
    }
    if (this.#abort !== line) return;
    line.abort();
    this.onLink(false);
    this.#again(Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.#attempt++));
  }

  async #listen(reader, line) {
    const decoder = new TextDecoder();
    let quiet = 0;
    let rest = "";
    const alive = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => line.abort(), QUIET);
    };
    alive();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done || this.#abort !== line) return;
        alive();
        const events = (rest + decoder.decode(value, { stream: true })).split("\n\n");
        rest = events.pop();
        for (const event of events) this.#take(event);
      }
    } finally {
      clearTimeout(quiet);
    }
  }

  #take(event) {
    if (!event.startsWith("data: ")) return;
    this.#attempt = 0;
    this.onLink(true);
    this.onView(JSON.parse(event.slice(6)));
  }

  #again(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), delay);
  }
}
