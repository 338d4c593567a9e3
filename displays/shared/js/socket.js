const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const LAGGING_PATIENCE = 30_000;

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
  #seq = -1;
  #newestAt = 0;
  #closed = false;

  /**
   * @param {() => string} url asked before every attempt
   * @param {{onView: (message: object) => void, onLink?: (live: boolean) => void}} handlers
   */
  constructor(url, { onView, onLink = () => {} }) {
    this.url = url;
    this.onView = onView;
    this.onLink = onLink;
    /** Since when nothing is connected, by the monotonic clock; null while live. */
    this.lostSince = performance.now();
    window.addEventListener("online", () => this.#retry(0));
    window.addEventListener("offline", () => this.#socket?.close());
    this.#connect();
  }

  get live() {
    return this.lostSince === null;
  }

  /** Sends a message if connected; a lost one is never queued, the next view makes it void. */
  send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Ends it for good. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #connect() {
    if (this.#closed || this.#socket) return;
    const socket = new WebSocket(this.url());
    this.#socket = socket;
    socket.addEventListener("message", (event) => this.#receive(event.data));
    socket.addEventListener("close", () => this.#lose(socket));
  }

  #receive(data) {
    const message = parse(data);
    if (message?.type !== "view") return;
    this.#attempt = 0;
    if (!this.live) {
      this.lostSince = null;
      this.onLink(true);
    }
    const lagging = message.seq < this.#seq && performance.now() - this.#newestAt < LAGGING_PATIENCE;
    if (lagging) return;
    this.#seq = message.seq;
    this.#newestAt = performance.now();
    this.onView(message);
  }

  #lose(socket) {
    if (this.#socket !== socket) return;
    this.#socket = null;
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
