import { Api } from "../shared/js/api.js";
import { part, setText } from "../shared/js/dom.js";

const KEY = "okienko.kiosk.token";
const POLL = 5_000;

/**
 * The device's token: given once in the address's fragment, or by a code that an administrator approves; then kept here.
 * Where an agent serves the page it holds the token itself, and only its code is shown.
 */
export class Pairing {
  #state = "";

  /** @param {Agent | null} agent */
  constructor(root, texts, agent) {
    this.root = root;
    this.texts = texts;
    this.agent = agent;
    this.api = new Api();
    const given = new URLSearchParams(location.hash.slice(1)).get("token");
    if (!given) return;
    localStorage.setItem(KEY, given);
    history.replaceState(null, "", location.pathname + location.search);
  }

  get token() {
    return this.agent ? null : localStorage.getItem(KEY);
  }

  /** Whether tickets can be asked for. */
  get isPaired() {
    return this.agent ? this.agent.state?.paired !== false : Boolean(this.token);
  }

  forget() {
    localStorage.removeItem(KEY);
  }

  /** Shows what the agent says about its pairing. */
  follows() {
    const code = this.agent.state?.code;
    if (code) setText(part(this.root, "pair-code"), code);
    this.#say(code ? "kiosk-pair-waiting" : "kiosk-offline");
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
        await this.#await(pairing);
      } catch {
        this.#say("kiosk-offline");
        await pause();
      }
    }
  }

  async #await({ poll_token: ticket }) {
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
