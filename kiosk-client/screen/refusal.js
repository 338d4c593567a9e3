import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { opening } from "./words.js";

const PHONE = ["kiosk-again-number", "phone"];
const OTHER_PHONE = ["kiosk-use-phone", "phone"];
const CODE = ["kiosk-use-code", "code"];
const AGAIN_CODE = ["kiosk-again-code", "code"];
const WALK_IN = ["kiosk-take-walk-in", "start"];
const AGAIN = ["kiosk-again", "again"];

/** What can be done about a refusal besides going back to the start, the best first. */
const ADVICE = {
  unknown_phone: [PHONE, CODE, WALK_IN], unknown_code: [AGAIN_CODE, OTHER_PHONE, WALK_IN], invalid_phone: [PHONE, CODE], not_today: [WALK_IN, PHONE],
  too_early: [], too_late: [WALK_IN], appointment_cancelled: [WALK_IN], already_collected: [WALK_IN], throttled: [WALK_IN], offline_phone: [CODE, WALK_IN],
  closed: [], no_tickets_left: [], ask_staff: [], network: [AGAIN], try_again: [AGAIN],
};
const PLACES = [0, 1, 2];

/** Each refusal with its own sentence and what to do next (R25); nothing personal is repeated. */
export class Refusal {
  #problem = null;
  #now = "";

  /** @param {(act: "phone" | "code" | "start" | "again") => void} onAdvice */
  constructor(root, texts, onAdvice) {
    this.root = root.querySelector('section[data-screen="refusal"]');
    this.texts = texts;
    for (const place of PLACES) {
      part(this.root, `advice-${place}`).addEventListener("click", () => onAdvice(this.#advice[place][1]));
    }
  }

  /** @param {{code: string, body?: {opens_at?: string}}} problem  @param {string} now the office's time, to tell today from another day */
  show(problem, now) {
    this.#problem = problem;
    this.#now = now;
    this.translate();
  }

  translate() {
    if (!this.#problem) return;
    const [title, next] = this.#words;
    const opens = this.#problem.body?.opens_at;
    const plain = !opens && this.texts.has(`${next}-plain`);
    setText(part(this.root, "refusal-title"), `${this.texts.say(title)}.`);
    setText(part(this.root, "refusal-next"), this.texts.say(plain ? `${next}-plain` : next, { time: opens ? this.#when(opens) : "" }));
    for (const place of PLACES) {
      const button = part(this.root, `advice-${place}`);
      setText(button, this.#advice[place] ? this.texts.say(this.#advice[place][0]) : "");
      setAttribute(button, "data-act", this.#advice[place]?.[1] ?? "");
      setShown(button, this.#advice[place]);
    }
    setShown(part(this.root, "home"), !this.#advice.includes(WALK_IN));
    part(this.root, "home").classList.toggle("kiosk-primary", this.#advice.length === 0);
  }

  /** The keys of what is said; a service that was stopped says why. */
  get #words() {
    // What the menu knows of a service names the reason `stopped`, a refused wish names it `reason`.
    const { stopped: told, reason } = this.#problem.body ?? {};
    const stopped = `kiosk-no-stopped-${told ?? reason}`;
    if (this.#code === "no_tickets_left" && this.texts.has(stopped)) return ["kiosk-no-stopped", stopped];
    return [`kiosk-no-${this.#code}`, `kiosk-no-${this.#code}-next`];
  }

  get #code() {
    return this.#problem.code in ADVICE ? this.#problem.code : "try_again";
  }

  get #advice() {
    return ADVICE[this.#code];
  }

  /** A booked visit is today's, so its hour is enough; an opening may be on another day. */
  #when(instant) {
    return this.#code === "too_early" ? hoursMinutes(instant) : opening(this.texts, instant, this.#now);
  }
}
