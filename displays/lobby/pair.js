/** A lobby screen without a board: shows a code until an administrator lets it in, then goes to its board by an address that carries all it needs. */
import { picture } from "../kiosk/qr.js";
import { Api } from "../shared/js/api.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { Memory } from "./pair_memory.js";

/** Between two questions whether the code was approved, ms. The server asks for no less than five seconds. */
const POLL = 5_000;
/** After a failure: the first pause, doubled up to the longest, ms. */
const PAUSE = 5_000;
const LONGEST = 60_000;
const HALF = 4;

class Pairing {
  #failures = 0;

  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.api = new Api();
    this.memory = new Memory();
    setText(part(root, "address"), `${location.host}/admin/devices`);
  }

  /** Goes to the board that this browser was let in to; one that was sent away from there asks again. */
  begin() {
    const refused = location.hash === "#refused";
    if (refused) this.memory.forget();
    const known = this.memory.screen();
    if (known) return this.#go(known);
    this.#state(refused ? "refused" : "starting");
    const before = this.memory.pairing();
    if (before) this.#show(before);
    return this.#step(before, refused);
  }

  async #step(pairing, refused = false) {
    let pause = POLL;
    try {
      pairing = pairing ? await this.#poll(pairing) : await this.#start();
      if (!pairing) return;
      this.#failures = 0;
      this.#state(refused ? "refused" : "waiting");
    } catch (problem) {
      pause = Math.min(LONGEST, PAUSE * 2 ** this.#failures);
      this.#failures += 1;
      this.#state(problem.code === "throttled" ? "busy" : "away");
    }
    // With a little chance in it: a hall full of screens that got power in one moment does not ask in one moment.
    setTimeout(() => this.#step(pairing, refused), pause * (1 + Math.random() / 5));
  }

  async #start() {
    const pairing = await this.api.post("/pairings", { kind: "board" });
    const kept = { code: pairing.code, poll_token: pairing.poll_token };
    this.memory.keepPairing(kept);
    this.#show(kept);
    return kept;
  }

  /** The pairing to go on with; nothing when the screen is let in. A code that ran out is followed by a new one at once. */
  async #poll(pairing) {
    const told = await this.api.get(`/pairings/${encodeURIComponent(pairing.poll_token)}`);
    if (told.state === "pending") return pairing;
    this.memory.forget();
    if (told.state !== "approved" || !told.address) return this.#start();
    const screen = { token: told.token, address: told.address };
    this.memory.keepScreen(screen);
    this.#state("done");
    this.#go(screen);
    return null;
  }

  #go({ address, token }) {
    location.replace(`${address}#token=${encodeURIComponent(token)}`);
  }

  #show({ code }) {
    setText(part(this.root, "first"), code.slice(0, HALF));
    setText(part(this.root, "last"), code.slice(HALF));
    // Letter by letter for those who listen.
    setAttribute(part(this.root, "code"), "aria-label", this.texts.say("pair-code", { code: Array.from(code).join(" ") }));
    const qr = part(this.root, "qr");
    const drawn = picture(`${location.origin}/admin/devices?code=${code}`);
    qr.replaceChildren(...(drawn ? [drawn] : []));
    setShown(qr, drawn);
  }

  #state(state) {
    setAttribute(this.root, "data-state", state);
    setText(part(this.root, "state"), this.texts.say(`pair-${state}`));
  }
}

new Pairing(document.querySelector("main")).begin();
