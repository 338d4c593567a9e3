import { day, hoursMinutes } from "../shared/js/clock.js";
import { part, setShown, setText } from "../shared/js/dom.js";

/** What can be done about a refusal besides going back to the start. */
const ADVICE = {
  unknown_phone: ["keypad", "walk-in"], not_found: ["keypad", "walk-in"], invalid_phone: ["keypad"], not_today: ["keypad", "walk-in"],
  too_early: [], too_late: ["walk-in"], appointment_cancelled: ["walk-in"], already_collected: ["walk-in"], throttled: ["walk-in"],
  closed: [], no_tickets_left: [], try_again: ["retry"],
};

/** Each refusal with its own sentence and what to do next (R25); nothing personal is repeated. */
export class Refusal {
  #problem = null;

  constructor(root, texts) {
    this.root = root.querySelector('section[data-screen="refusal"]');
    this.texts = texts;
    /** The screen on which the visitor may try once more. */
    this.retry = "start";
  }

  /** @param {"booked" | "walk_in"} kind of the ticket that was asked for */
  show(problem, kind) {
    this.#problem = problem;
    this.retry = kind === "booked" ? "keypad" : "start";
    this.translate();
  }

  translate() {
    if (!this.#problem) return;
    const known = this.texts.has(`kiosk-no-${this.#problem.code}`);
    const code = known ? this.#problem.code : "try_again";
    const next = `kiosk-no-${code}-next`;
    const opens = this.#problem.body?.opens_at;
    const plain = !opens && this.texts.has(`${next}-plain`);
    setText(part(this.root, "refusal-title"), `${this.texts.say(`kiosk-no-${code}`)}.`);
    setText(part(this.root, "refusal-next"), this.texts.say(plain ? `${next}-plain` : next, { time: this.#when(opens) }));
    const advice = ADVICE[code];
    setShown(part(this.root, "again"), advice.includes("keypad") || advice.includes("retry"));
    setShown(part(this.root, "walk-in"), advice.includes("walk-in"));
    setShown(part(this.root, "home"), !advice.includes("walk-in"));
  }

  /** A booked visit is today's, so its hour is enough; opening may be on another day. This computer's clock is not asked. */
  #when(instant) {
    const time = hoursMinutes(instant);
    if (this.#problem.code === "too_early") return time;
    return this.texts.say("kiosk-day-at", { time, date: day(instant) });
  }
}
