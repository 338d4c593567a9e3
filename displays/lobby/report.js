import { forever, remember, remembered } from "./memory.js";

/** Words about calls that could not be sent yet: so many, and not older than this, in milliseconds. */
const MOST_KEPT = 100;
const KEPT_FOR = 60_000;
/** How often a screen says how it is. */
const EVERY = 30_000;
const NAME_KEY = "okienko-screen";
const DONE_KEY = "okienko-wishes-done";
const MOST_DONE = 20;

/** What a screen tells the office: which calls it showed and spoke, and how it is itself. Never who somebody is. */
export class Report {
  #kept = [];
  #shown = 0;
  #errors = 0;
  #saidAt = -Infinity;
  #sound = null;

  /** @param {(message: object) => boolean} send says whether it went out  @param {() => object} facts layout, sound, version, seq */
  constructor(send, facts) {
    this.send = send;
    this.facts = facts;
    this.name = name();
    for (const kind of ["error", "unhandledrejection"]) window.addEventListener(kind, () => (this.#errors += 1));
  }

  /** Uncaught errors since the page was loaded. */
  get errors() {
    return this.#errors;
  }

  /** @param {"shown"|"spoken"|"late"|"silent"|"blocked"} how */
  tell(call, how) {
    if (how === "shown") this.#shown += 1;
    this.#kept.push({ at: performance.now(), message: { type: "announced", seq: call.seq, how } });
    this.#flush();
  }

  /** The link is there again: says who and how the screen is, then what could not be said meanwhile. */
  connected() {
    this.say();
    this.#flush();
  }

  /** To be called every second. */
  tick() {
    if (this.facts().sound !== this.#sound || performance.now() - this.#saidAt >= EVERY) this.say();
  }

  /** @param {string[]} done ids of wishes that are fulfilled by what comes now */
  say(done = []) {
    const facts = this.facts();
    const heap = performance.memory ? Math.round(performance.memory.usedJSHeapSize / 100_000) / 10 : null;
    const self = { screen: this.name, ...facts, calls: this.#shown, errors: this.#errors, heap_mb: heap, done: [...new Set([...doneWishes(), ...done])].slice(-MOST_DONE) };
    if (!this.send({ type: "screen", ...self })) return;
    this.#saidAt = performance.now();
    this.#sound = facts.sound;
  }

  #flush() {
    const now = performance.now();
    this.#kept = this.#kept.filter(({ at }) => now - at < KEPT_FOR).slice(-MOST_KEPT);
    while (this.#kept.length > 0 && this.send(this.#kept[0].message)) this.#kept.shift();
  }
}

/** The ids of the wishes this browser has fulfilled; a wish is fulfilled by a reload, so they outlive the page. */
export function doneWishes() {
  return remembered(DONE_KEY, "").split(" ").filter(Boolean);
}

/** Remembers a fulfilled wish, the last twenty of them. */
export function rememberWish(id) {
  const done = doneWishes().filter((other) => other !== id);
  remember(DONE_KEY, [...done, id].slice(-MOST_DONE).join(" "));
}

/** A random name of this browser: it tells two screens of one board apart, also where nothing can be stored. */
function name() {
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const known = remembered(NAME_KEY, fresh, forever);
  remember(NAME_KEY, known, forever);
  return known;
}
