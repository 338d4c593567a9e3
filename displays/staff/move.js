import { part, setText } from "../shared/js/dom.js";
import { refusedTerm } from "./book.js";
import { Errors } from "./errors.js";
import { Picker } from "./picker.js";
import { term } from "./words.js";

/** Moves one visit to another term of its matter. */
export class Move {
  #visit = null;

  constructor(root, staff) {
    this.root = root;
    this.staff = staff;
    this.form = part(root, "move-form");
    this.errors = new Errors(root, "move");
    this.picker = new Picker(root, "move", staff);
    staff.onSubmit(this.form, () => this.#send());
  }

  /** Begins with the free terms of the visit's matter. */
  async begin(visit) {
    this.reset();
    this.#visit = visit;
    setText(part(this.root, "move-service"), visit.service_name ?? visit.service);
    setText(part(this.root, "move-now"), this.staff.texts.say("staff-move-now", { what: term(visit.start) }));
    await this.#load().then(() => this.staff.go("move"), (problem) => this.staff.refused(problem));
  }

  open() {
    this.picker.days.querySelector("input")?.focus();
  }

  reset() {
    this.#visit = null;
    this.form.reset();
    this.errors.clear();
    this.picker.clear();
  }

  /** Whether a visit is being moved; the address alone opens nothing. */
  get ready() {
    return this.#visit !== null;
  }

  #load() {
    return this.picker.load(this.#visit.service, this.#visit.service_name ?? this.#visit.service);
  }

  async #send() {
    const { texts, api } = this.staff;
    const { start, missing, target } = this.picker.choice;
    if (missing) return this.errors.show([{ text: texts.say(`staff-missing-${missing}`), target }]);
    const path = `/staff/appointments/${encodeURIComponent(this.#visit.id)}`;
    const body = this.form.elements.override.checked ? { start, beyond_limits: true } : { start };
    try {
      await api.post(`${path}/move`, body);
      const visit = await api.get(path);
      this.reset();
      this.staff.done.show(visit, "staff-done-moved");
    } catch (problem) {
      await refusedTerm(problem, this, () => this.#load());
    }
  }
}
