import { copyOf, part, setShown, setText } from "../shared/js/dom.js";
import { hoursMinutes } from "../shared/js/clock.js";
import { Errors } from "./errors.js";
import { grouped, longDay, spokenPhone, term } from "./words.js";

const COLOURS = { booked: "info", collected: "success", cancelled: "danger", not_collected: "warning" };

/** One field for phone or code, and the visits it finds. */
export class Find {
  #last = null;

  constructor(root, staff) {
    this.root = root;
    this.staff = staff;
    this.errors = new Errors(root, "find");
    this.field = root.querySelector("#wanted");
    staff.onSubmit(part(root, "find-form"), () => this.#search());
    part(root, "found-book").addEventListener("click", () => staff.book.callFrom(this.field.value));
  }

  open() {
    if (this.#last) this.#list(this.#last).catch((problem) => this.staff.refused(problem));
    this.field.focus();
    this.field.select();
  }

  /** The next caller: nothing of the last one stays on the screen. */
  reset() {
    this.#last = null;
    this.field.value = "";
    this.errors.clear();
    setShown(part(this.root, "found"), false);
    part(this.root, "visits").replaceChildren();
  }

  /** Shows one visit of a list of staff. */
  async one(appointment) {
    this.reset();
    location.hash = "find";
    await this.#list({ appointment });
    part(this.root, "found-title").focus();
  }

  async #search() {
    const text = this.field.value.trim();
    this.staff.say("");
    if (!text) return this.errors.show([{ text: this.staff.texts.say("staff-find-empty"), target: "wanted" }]);
    this.errors.clear();
    // Six digits are a code; no phone is that short.
    const wanted = text.replace(/\D/g, "").length === 6 && !text.startsWith("+") ? { code: text } : { phone: text };
    try {
      await this.#list(wanted);
      part(this.root, "found-title").focus();
    } catch (problem) {
      if (problem.code !== "invalid_phone") throw problem;
      this.errors.show([{ text: this.staff.texts.say("staff-invalid_phone"), target: "wanted" }]);
    }
  }

  async #list(wanted) {
    const { visits } = await this.staff.api.post("/staff/appointments/find", wanted);
    this.#last = wanted;
    const { texts } = this.staff;
    setText(part(this.root, "found-title"), visits.length ? texts.say("staff-found", { n: visits.length }) : texts.say("staff-found-none"));
    setShown(part(this.root, "found-none"), visits.length === 0 && Boolean(wanted.phone));
    part(this.root, "visits").replaceChildren(...visits.map((visit) => this.#card(visit)));
    setShown(part(this.root, "found"), true);
  }

  #card(visit) {
    const card = copyOf("visit");
    const { texts } = this.staff;
    const what = term(visit.start);
    const shown = {
      hour: hoursMinutes(visit.start), day: longDay(visit.start, texts.language), state: texts.say(`staff-state-${visit.state}`),
      service: visit.service_name ?? visit.service, department: visit.department_name ?? "", name: visit.name, phone: spokenPhone(visit.phone),
      email: visit.email ?? "", mail: texts.say(`staff-mail-${visit.mail}`), code: grouped(visit.code), "confirm-by": visit.confirm_by ? term(visit.confirm_by) : "",
    };
    for (const [name, text] of Object.entries(shown)) setText(part(card, name), text);
    part(card, "state").dataset.color = COLOURS[visit.state];
    card.dataset.state = visit.state;
    setShown(part(card, "confirm"), Boolean(visit.confirm_by));
    setShown(part(card, "acts"), visit.state === "booked");
    const acts = { tell: () => this.staff.done.show(visit, "staff-done-tell"), move: () => this.staff.move.begin(visit), cancel: () => this.#cancel(visit) };
    for (const [name, act] of Object.entries(acts)) {
      part(card, name).setAttribute("aria-label", texts.say(`staff-${name}-label`, { what }));
      part(card, name).addEventListener("click", act);
    }
    return card;
  }

  async #cancel(visit) {
    const { texts } = this.staff;
    const dialog = document.getElementById("cancel-dialog");
    const what = `${term(visit.start)}, ${visit.service_name ?? visit.service}`;
    setText(part(dialog, "text"), texts.say("staff-cancel-text", { what }));
    dialog.returnValue = "";
    dialog.showModal();
    await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
    if (dialog.returnValue !== "go") return;
    try {
      const { state } = await this.staff.api.post(`/staff/appointments/${encodeURIComponent(visit.id)}/cancel`);
      await this.#list(this.#last);
      if (state === "cancelled") this.staff.say(texts.say("staff-cancelled", { what }));
      else this.staff.say(texts.say("staff-not-cancelled", { what: texts.say(`staff-state-${state}`) }), "refused");
      part(this.root, "found-title").focus();
    } catch (problem) {
      this.staff.refused(problem);
    }
  }
}
