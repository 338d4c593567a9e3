import { part, setShown } from "../shared/js/dom.js";
import { Errors } from "./errors.js";
import { Picker } from "./picker.js";
import { term } from "./words.js";

const FIELDS = ["name", "phone", "email"];

/** Books for a caller: matter, day, hour, the caller. A refusal loses nothing that was typed. */
export class Book {
  constructor(root, staff) {
    this.staff = staff;
    this.form = part(root, "book-form");
    this.errors = new Errors(root, "book");
    this.picker = new Picker(root, "book", staff);
    const { service, none } = this.form.elements;
    service.addEventListener("change", () => {
      this.picker.clear();
      this.#load();
    });
    none.addEventListener("change", () => setShown(part(this.form, "email-field"), !none.checked));
    staff.onSubmit(this.form, () => this.#send());
  }

  /** All matters that have a calendar, by department. */
  offer(departments) {
    const groups = departments.map(({ name, services }) => {
      const options = services.filter((one) => one.bookable).map((one) => new Option(`${one.letter}: ${one.name}`, one.id));
      const group = Object.assign(document.createElement("optgroup"), { label: name, lang: "pl" });
      group.append(...options);
      return group;
    });
    const select = this.form.elements.service;
    select.replaceChildren(select.options[0], ...groups.filter((group) => group.children.length > 0));
  }

  open() {
    this.form.elements.service.focus();
  }

  reset() {
    this.form.reset();
    setShown(part(this.form, "email-field"), true);
    this.errors.clear();
    this.picker.clear();
  }

  /** Somebody whose number was searched for: it need not be typed again (WCAG 3.3.7). */
  callFrom(phone) {
    this.form.elements.phone.value = phone.trim();
  }

  async #load() {
    const { service } = this.form.elements;
    if (service.value) await this.picker.load(service.value, service.selectedOptions[0].text).catch((problem) => this.staff.refused(problem));
  }

  async #send() {
    const { service, none, name, phone, email, language, override } = this.form.elements;
    const { texts } = this.staff;
    const choice = this.picker.choice;
    const missing = [];
    if (!service.value) missing.push({ text: texts.say("staff-missing-service"), target: "service" });
    else if (choice.missing) missing.push({ text: texts.say(`staff-missing-${choice.missing}`), target: choice.target });
    if (!name.value.trim()) missing.push({ text: texts.say("staff-invalid_name"), target: "name" });
    if (!phone.value.trim()) missing.push({ text: texts.say("staff-invalid_phone"), target: "phone" });
    if (!none.checked && !email.value.trim()) missing.push({ text: texts.say("staff-missing-email"), target: "email" });
    if (missing.length) return this.errors.show(missing);
    const body = { service: service.value, start: choice.start, name: name.value, phone: phone.value, language: language.value };
    if (!none.checked) body.email = email.value;
    if (override.checked) body.beyond_limits = true;
    try {
      const visit = await this.staff.api.post("/staff/appointments", body);
      const known = this.staff.matter(visit.service);
      this.reset();
      this.staff.done.show({ ...known, ...visit }, "staff-done-booked");
    } catch (problem) {
      await refusedTerm(problem, this, () => this.#load());
    }
  }
}

/** What the server refuses about a term or a person stands in the summary; a taken term offers the nearest free ones. */
export async function refusedTerm(problem, view, reload) {
  const { errors, picker, staff } = view;
  const wrong = problem.body?.errors?.filter(({ field }) => FIELDS.includes(field)) ?? [];
  if (wrong.length) return errors.show(wrong.map(({ field, code }) => ({ text: staff.texts.say(`staff-${code}`), target: field })));
  if (problem.status !== 409 && problem.status !== 422) throw problem;
  await reload();
  errors.show([{ text: problem.message, target: `${picker.name}-days` }]);
  errors.offer((problem.body.nearest ?? []).map((start) => ({ text: term(start), choose: () => picker.pick(start).focus() })));
}
