import { LiveSocket, socketUrl } from "../shared/js/socket.js";

const POLL = 5000;

/**
 * Keeps the desk's view fresh: by the socket, and while that is down by asking every 5 seconds, so that the desk works on as long as
 * anything of the server can be reached.
 */
export class Live {
  #socket = null;
  #poll = 0;

  /** @param {(view: object) => void} onView  @param {(state: "live"|"polling"|"offline") => void} onState */
  constructor(desk, onView, onState) {
    this.desk = desk;
    this.onView = onView;
    this.onState = onState;
  }

  get connected() {
    return this.#socket?.live ?? false;
  }

  start() {
    this.stop();
    const path = `/ws/desks/${encodeURIComponent(this.desk.id)}`;
    this.#socket = new LiveSocket(() => socketUrl(`${path}?token=${encodeURIComponent(this.desk.session.token ?? "")}`), {
      onView: (message) => {
        this.desk.clock.sync(message.now);
        this.onView(message.view);
      },
      onLink: (live) => this.onState(live ? "live" : "polling"),
    });
    this.#poll = setInterval(() => this.connected || this.fetch(), POLL);
    this.fetch();
  }

  stop() {
    clearInterval(this.#poll);
    this.#socket?.close();
    this.#socket = null;
  }

  /** Asks once for the whole view; the refusal of a token ends the session. */
  async fetch() {
    const socket = this.#socket;
    try {
      const view = await this.desk.api.get(`/desks/${encodeURIComponent(this.desk.id)}`);
      if (socket !== this.#socket || this.connected) return;
      this.onView(view);
      this.onState("polling");
    } catch (problem) {
      if (socket !== this.#socket) return;
      if (problem.status === 401) this.desk.end(this.desk.texts.say("desk-logged-out"));
      else if (problem.status === 403 || problem.status === 404) this.desk.end(problem.message);
      else if (!this.connected) this.onState("offline");
    }
  }
}
