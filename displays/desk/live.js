import { newKey } from "../shared/js/api.js";
import { LiveSocket, socketUrl } from "../shared/js/socket.js";

const POLL = 5000;

/** The page's own name among all that have this desk open; a bar takes that of the page which opened it. */
export const PAGE = new URLSearchParams(location.hash.slice(1)).get("page") ?? newKey();

/**
 * Keeps the desk's view fresh: by the socket, and while that is down by asking every 5 seconds, so that the desk works on as long as
 * anything of the server can be reached.
 */
export class Live {
  #socket = null;
  #poll = 0;

  /**
   * @param {{onView: (view: object) => void, onState: (state: "live"|"polling"|"offline") => void, onCompany: (others: number) => void}} on
   */
  constructor(desk, on) {
    this.desk = desk;
    this.on = on;
  }

  get connected() {
    return this.#socket?.live ?? false;
  }

  start() {
    this.stop();
    const path = `/ws/desks/${encodeURIComponent(this.desk.id)}`;
    this.#socket = new LiveSocket(() => socketUrl(`${path}?token=${encodeURIComponent(this.desk.session.token ?? "")}&page=${PAGE}`), {
      onView: (message) => {
        this.desk.clock.sync(message.now);
        this.on.onView(message.view);
      },
      onLink: (live) => {
        this.on.onState(live ? "live" : "polling");
        if (!live) this.fetch();
      },
      onOther: (message) => {
        if (message.type === "company") this.on.onCompany(message.others);
        else if (message.type === "refused") this.desk.end(this.desk.texts.say("desk-logged-out"));
      },
      // A cable that was pulled closes no socket for a quarter of an hour.
      probe: "/healthz",
    });
    this.#poll = setInterval(() => this.connected || this.fetch(), POLL);
    this.fetch();
  }

  stop() {
    clearInterval(this.#poll);
    this.#socket?.close();
    this.#socket = null;
  }

  /** Asks once for the whole view; the refusal of a token ends the session. `anyway` asks although the socket is there. */
  async fetch(anyway = false) {
    const socket = this.#socket;
    try {
      const view = await this.desk.api.get(`/desks/${encodeURIComponent(this.desk.id)}`);
      if (socket !== this.#socket || (this.connected && !anyway)) return;
      this.on.onView(view);
      this.on.onState(this.connected ? "live" : "polling");
    } catch (problem) {
      if (socket !== this.#socket) return;
      if (problem.status === 401) this.desk.end(this.desk.texts.say("desk-logged-out"));
      else if (problem.status === 403 || problem.status === 404) this.desk.end(problem.message);
      else if (!this.connected) this.on.onState("offline");
    }
  }
}
