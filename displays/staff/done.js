import { hoursMinutes } from "../shared/js/clock.js";
import { part, setText } from "../shared/js/dom.js";
import { grouped, longDay, spokenPhone } from "./words.js";

/** The code to speak, what to tell the caller, and a slip to print. */
export class Done {
  #ready = false;

  constructor(root, staff) {
    this.root = root;
    this.staff = staff;
    part(root, "print").addEventListener("click", () => window.print());
    part(root, "next").addEventListener("click", () => staff.nextCaller());
  }

  get ready() {
    return this.#ready;
  }

  /** @param {object} visit as the interface tells it  @param {string} title key of the heading */
  show(visit, title) {
    const { texts } = this.staff;
    const code = grouped(visit.code);
    const [from, to] = [hoursMinutes(visit.collect_from), hoursMinutes(visit.collect_until)];
    const collect = texts.say("staff-tell-collect", { from, to });
    const kiosk = texts.say("staff-tell-kiosk", { what: document.body.dataset.kioskButton, arg: spokenPhone(visit.phone), code });
    const day = longDay(visit.start, texts.language);
    const shown = {
      "done-title": texts.say(title), "slip-hour": hoursMinutes(visit.start), "slip-day": day, "slip-service": visit.service_name ?? visit.service,
      "slip-department": visit.department_name ?? "", "slip-code": texts.say("staff-spoken", { code }), "slip-collect": collect, "slip-kiosk": kiosk,
      "tell-when": texts.say("staff-tell-when", { date: day, time: hoursMinutes(visit.start) }), "tell-collect": collect, "tell-kiosk": kiosk,
    };
    for (const [name, text] of Object.entries(shown)) setText(part(this.root, name), text);
    this.#ready = true;
    this.staff.go("done");
  }

  open() {
    part(this.root, "done-title").focus();
  }

  reset() {
    this.#ready = false;
    for (const node of this.root.querySelectorAll('[data-part^="slip-"], [data-part^="tell-"]')) setText(node, "");
  }
}
