/** The pairing of this screen, as the board's page needs it: its token, where it belongs, and what to do when it is let in no more. */
import { Memory } from "./pair_memory.js";

const TOKEN = /^#token=([\w%.~-]+)$/;
const PAGE = "/lobby";
/** Before a screen that was taken out asks to be let in again, and between attempts to open that page, ms. */
const AGAIN = 10_000;

export class Paired {
  /** A token in the address is all that a player needs; a remembered one is good for its own address, other boards stay public. */
  constructor() {
    this.memory = new Memory();
    const [, token] = TOKEN.exec(location.hash) ?? [];
    const known = this.memory.screen();
    this.token = token ? decodeURIComponent(token) : known?.address === here() ? known.token : null;
    if (token) this.memory.keepScreen({ token: this.token, address: here() });
  }

  /** The query of the board's socket; a screen that is not paired is public. */
  get query() {
    return this.token ? `?screen=${encodeURIComponent(this.token)}` : "";
  }

  /** The server knows the token no more. The public board stays on the glass until the page that asks anew can be shown. */
  refused() {
    if (!this.token) return;
    this.token = null;
    this.memory.forget();
    setTimeout(() => this.#leave(), AGAIN);
  }

  /** Whether the office wants this screen to be at another address. */
  isElsewhere(to) {
    return Boolean(this.token && to?.startsWith(`${PAGE}/`)) && to !== here();
  }

  /** Goes to where the office wants this screen to be; false when it is there. */
  follow(to) {
    if (!this.isElsewhere(to)) return false;
    location.replace(to + this.#hash);
    return true;
  }

  get #hash() {
    return this.token ? `#token=${encodeURIComponent(this.token)}` : "";
  }

  async #leave() {
    const answer = await fetch(PAGE, { cache: "no-store" }).catch(() => null);
    if (answer?.status === 200) location.replace(`${PAGE}#refused`);
    else setTimeout(() => this.#leave(), AGAIN);
  }
}

function here() {
  return location.pathname + location.search;
}
