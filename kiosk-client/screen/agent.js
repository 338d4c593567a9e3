import { Api } from "../shared/js/api.js";

const EVERY = 5_000;
const PAPER_EVERY = 1_000;
const PAPER_TURNS = 60;

/** The agent on the kiosk computer, where it serves this page: it knows the device's token, the printer, the voice, the keeper. */
export class Agent {
  #page = null;
  #reload = false;
  /** Its last answer about itself; null before the first. */
  state = null;

  /** The agent that served this page, or null when the server did. */
  static ofPage() {
    return document.querySelector('meta[name="okienko-agent"]') ? new Agent() : null;
  }

  constructor() {
    this.api = new Api(() => null, "/agent");
  }

  /** Whether the page is to be loaded anew at the next quiet moment. */
  get wantsReload() {
    return this.#reload;
  }

  /** Beats every five seconds and learns how things stand. @param {() => string} screen  @param {() => void} onState */
  async run(screen, onState) {
    for (;;) {
      await this.#beat(screen());
      onState();
      await new Promise((done) => setTimeout(done, EVERY));
    }
  }

  /** The address of a text as sound. */
  speech(lang, text) {
    return `/agent/speech?${new URLSearchParams({ lang, text })}`;
  }

  /** How a paper still being printed ends: asked each second while it is, for a minute at most. @param {(print: object) => void} onNews */
  async follow(key, onNews) {
    for (let turn = 0; turn < PAPER_TURNS; turn += 1) {
      await new Promise((done) => setTimeout(done, PAPER_EVERY));
      const print = await this.api.get(`/prints/${encodeURIComponent(key)}`).catch(() => null);
      if (print) onNews(print);
      if (print && print.state !== "printing") return;
    }
  }

  async #beat(screen) {
    const body = JSON.stringify({ screen });
    const post = { method: "POST", headers: { "Content-Type": "application/json" }, body, signal: AbortSignal.timeout(EVERY) };
    try {
      const answer = await fetch("/agent/heartbeat", post);
      if (answer.ok && (await answer.json()).reload) this.#reload = true;
      this.state = await this.api.get("/state");
      this.#page ??= this.state.page;
      if (this.state.page !== this.#page) this.#reload = true;
    } catch {
      // The agent restarts: it is asked again at the next beat.
    }
  }
}
