import { Api } from "../shared/js/api.js";
import { part, setText } from "../shared/js/dom.js";

const KEY = "okienko.kiosk.token";
const POLL = 5_000;

/** The device's token: given once in the address's fragment, or by a code that an administrator approves; then kept here. */
export class Pairing {
  #state = "";

  constructor(root, texts) {
    this.root = root;
    this.texts = texts;
    this.api = new Api();
    const given = new URLSearchParams(location.hash.slice(1)).get("token");
    if (!given) return;
    localStorage.setItem(KEY, given);
    history.replaceState(null, "", location.pathname + location.search);
  }

  get token() {
    return localStorage.getItem(KEY);
  }

  forget() {
    localStorage.removeItem(KEY);
  }

  translate() {
    setText(part(this.root, "pair-state"), this.#state ? this.texts.say(this.#state) : "");
  }

  /** Shows a code until one is approved; a code that ran out is followed by a new one. */
  async run() {
    while (!this.token) {
      try {
        const pairing = await this.api.post("/pairings", { kind: "kiosk" });
        setText(part(this.root, "pair-code"), pairing.code);
        this.#say("kiosk-pair-waiting");
        await this.#follow(pairing);
      } catch {
        this.#say("kiosk-offline");
        await pause();
      }
    }
  }

  async #follow({ poll_token: ticket }) {
    for (;;) {
      await pause();
      const answer = await this.api.get(`/pairings/${encodeURIComponent(ticket)}`).catch(unheard);
      if (answer.state === "approved") return localStorage.setItem(KEY, answer.token);
      if (answer.state === "expired") return this.#say("kiosk-pair-expired");
    }
  }

  #say(key) {
    this.#state = key;
    this.translate();
  }
}

/** A lost answer is asked for again; a code that is no longer known has run out. */
function unheard(problem) {
  return { state: problem.status === 404 || problem.status === 410 ? "expired" : "pending" };
}

function pause() {
  return new Promise((done) => setTimeout(done, POLL));
}
