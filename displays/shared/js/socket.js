const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const LAGGING_PATIENCE = 30_000;
/** A connection that is not there by then is given up and tried anew. */
const OPEN_WITHIN = 10_000;
/** After so long without a word a screen asks whether its server is still there. */
const QUIET = 25_000;
const ANSWER_WITHIN = 5_000;

/** Path of a socket on this host as a full address, `wss:` where the page came by https. */
export function socketUrl(path) {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${location.host}${path}`;
}

/**
 * A socket that always comes back. It waits 0.5 s to 30 s between attempts with full jitter, so that a hundred boards do not knock at
 * once, and hands on whole views only: a view older than the last one (a node that lags) is dropped, unless nothing newer came for
 * 30 s, which means that the server was set up anew.
 */
export class LiveSocket {
  #socket = null;
  #attempt = 0;
  #timer = 0;
  #opening = 0;
  #asking = 0;
  #seq = -1;
  #newestAt = 0;
  #closed = false;

  /**
   * @param {() => string} url asked before every attempt
   * @param {{onView: (message: object) => void, onLink?: (live: boolean) => void, onOther?: (message: object) => void, probe?: string}} handlers
   * `onOther` takes messages that are no view; `probe` is an address that answers while the server is there.
   */
  constructor(url, { onView, onLink = () => {}, onOther = () => {}, probe }) {
    this.url = url;
    this.onView = onView;
    this.onLink = onLink;
    this.onOther = onOther;
    /** Since when nothing is connected, by the monotonic clock; null while live. */
    this.lostSince = performance.now();
    window.addEventListener("online", () => this.#retry(0));
    window.addEventListener("offline", () => this.#abandon());
    if (probe) this.#asking = setInterval(() => this.#ask(probe), QUIET);
    this.#connect();
  }

  get live() {
    return this.lostSince === null;
  }

  /** The `seq` of the view that is shown; -1 before the first. */
  get seq() {
    return this.#seq;
  }

  /** Sends a message if connected and says whether it went out; a lost one is not queued here. */
  send(message) {
    const open = this.#socket?.readyState === WebSocket.OPEN;
    if (open) this.#socket.send(JSON.stringify(message));
    return open;
  }

  /** Ends it for good. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#opening);
    clearInterval(this.#asking);
    this.#socket?.close();
  }

  #connect() {
    if (this.#closed || this.#socket) return;
    const socket = new WebSocket(this.url());
    this.#socket = socket;
    socket.addEventListener("open", () => clearTimeout(this.#opening));
    socket.addEventListener("message", (event) => this.#socket === socket && this.#receive(event.data));
    socket.addEventListener("close", () => this.#lose(socket));
    clearTimeout(this.#opening);
    this.#opening = setTimeout(() => this.#abandon(), OPEN_WITHIN);
  }

  #receive(data) {
    this.heardAt = performance.now();
    const message = parse(data);
    if (message?.type !== "view") return message && this.onOther(message);
    this.#attempt = 0;
    const lagging = message.seq < this.#seq && performance.now() - this.#newestAt < LAGGING_PATIENCE;
    if (!lagging) {
      this.#seq = message.seq;
      this.#newestAt = performance.now();
    }
    if (!this.live) {
      this.lostSince = null;
      this.onLink(true);
    }
    if (!lagging) this.onView(message);
  }

  /** A pulled cable closes no socket for a quarter of an hour: whoever hears nothing has to ask. */
  async #ask(probe) {
    const socket = this.#socket;
    if (!this.live || performance.now() - this.heardAt < QUIET) return;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN);
    const there = await fetch(probe, { cache: "no-store", signal: patience.signal }).then((answer) => answer.ok, () => false);
    clearTimeout(timer);
    if (!there && this.#socket === socket) this.#abandon();
  }

  /** Lets go of a socket without waiting for its goodbye. */
  #abandon() {
    const socket = this.#socket;
    socket?.close();
    if (socket) this.#lose(socket);
  }

  #lose(socket) {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearTimeout(this.#opening);
    if (this.live) {
      this.lostSince = performance.now();
      this.onLink(false);
    }
    const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.#attempt);
    this.#attempt = Math.min(this.#attempt + 1, 10);
    this.#retry(Math.random() * ceiling);
  }

  #retry(delay) {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => this.#connect(), delay);
  }
}

function parse(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
