/** The server says something at least once a minute; a line that is silent for longer is dead, whatever the browser believes. */
const SILENCE = 80_000;
/** Without a stream the page is fetched, at first soon, then about every half minute. */
const FIRST_LOOK = 3_000;
const LONGEST = 30_000;
const PATIENCE = 10_000;

/**
 * The ticket's state as the server sends it (server-sent events). The browser itself reconnects a line that broke; where the server
 * refuses a stream (too many, or about to stop) the page is fetched instead, and the stream is asked for again each time.
 */
export class TicketStream {
  #address;
  #on;
  #source = null;
  #timer = 0;
  #watchdog = 0;
  #misses = 0;
  #mode = "going";

  /** @param {string} address  @param {{onState: Function, onPage: Function, onLink: Function}} on */
  constructor(address, on) {
    this.#address = address;
    this.#on = on;
    document.addEventListener("visibilitychange", () => this.#back());
    window.addEventListener("online", () => this.#back());
  }

  open() {
    this.#close();
    const source = new EventSource(this.#address);
    this.#source = source;
    source.addEventListener("message", (event) => this.#take(event.data));
    source.addEventListener("error", () => this.#lose(source));
    this.#listen();
  }

  /** Pauses, or goes on (WCAG 2.2.2). */
  turn() {
    if (this.#mode === "ended") return;
    const pauses = this.#mode === "going";
    this.#mode = pauses ? "paused" : "going";
    if (pauses) this.#close();
    else this.open();
    this.#on.onLink(pauses ? "paused" : "live");
  }

  #take(data) {
    const state = JSON.parse(data);
    this.#misses = 0;
    this.#listen();
    this.#on.onState(state);
    if (!state.final) return this.#on.onLink("live");
    this.#mode = "ended";
    this.#close();
    this.#on.onLink("ended");
  }

  #lose(source) {
    if (source !== this.#source || this.#mode !== "going") return;
    this.#on.onLink("lost");
    if (source.readyState === EventSource.CLOSED) this.#later();
  }

  #later() {
    this.#close();
    const delay = Math.min(LONGEST, FIRST_LOOK * 2 ** this.#misses);
    this.#misses = Math.min(this.#misses + 1, 8);
    this.#timer = setTimeout(() => this.#look(), delay * (0.5 + Math.random() / 2));
  }

  async #look() {
    try {
      const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) this.#on.onPage(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The network is away: what is shown carries its hour, and the next round tries again.
    }
    if (this.#mode === "going") this.open();
  }

  /** A page that slept (a phone in a pocket) asks at once when it is looked at again. */
  #back() {
    const asleep = !this.#source || this.#source.readyState !== EventSource.OPEN;
    if (!document.hidden && this.#mode === "going" && asleep) this.open();
  }

  #listen() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#on.onLink("lost");
      this.#later();
    }, SILENCE);
  }

  #close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }
}
