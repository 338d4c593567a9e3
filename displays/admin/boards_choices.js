import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { LANGUAGES } from "./boards_draft.js";
import { check } from "./boards_fields.js";

/** What a board shows: departments, services, the one desk, the languages in their order. */
export class Choices {
  constructor(form, texts, onChange) {
    Object.assign(this, { form, texts, onChange });
  }

  know(departments) {
    this.departments = departments;
  }

  show(draft) {
    this.draft = draft;
    const boxes = this.departments.map(({ id, name }) => check(name, draft.departments.includes(id), (on) => this.#department(id, on)));
    part(this.form, "departments").replaceChildren(...boxes);
    this.#follow();
    this.#languages();
  }

  /** The departments that are chosen, whole. */
  get chosen() {
    return this.departments.filter(({ id }) => this.draft.departments.includes(id));
  }

  #department(id, on) {
    const chosen = new Set(this.draft.departments);
    if (on) chosen.add(id);
    else chosen.delete(id);
    // In the office's own order, however they were ticked; one that is gone from the office goes.
    this.draft.departments = this.departments.map((one) => one.id).filter((one) => chosen.has(one));
    const services = new Set(this.chosen.flatMap((one) => one.services.map((service) => service.id)));
    this.draft.services = this.draft.services.filter((one) => services.has(one));
    const desks = new Set(this.chosen.flatMap((one) => one.desks.map((desk) => desk.id)));
    for (const desk of Object.keys(this.draft.ways)) if (!desks.has(desk)) delete this.draft.ways[desk];
    if (!desks.has(this.draft.desk)) this.draft.desk = null;
    this.#follow();
    this.onChange();
  }

  #follow() {
    const services = this.chosen.flatMap((one) => one.services);
    const tick = (id, on) => {
      const ticked = new Set(this.draft.services);
      if (on) ticked.add(id);
      else ticked.delete(id);
      this.draft.services = services.map((one) => one.id).filter((one) => ticked.has(one));
      this.onChange();
    };
    part(this.form, "services").replaceChildren(...services.map(({ id, letter, name }) => check(`${letter} ${name}`, this.draft.services.includes(id), (on) => tick(id, on))));
    const desks = this.chosen.flatMap((one) => one.desks);
    const select = part(this.form, "desk-field").querySelector("select");
    const options = desks.map(({ id, label }) => new Option(this.texts.say("boards-desk-one", { name: label }), id));
    select.replaceChildren(new Option(this.texts.say("boards-desk-none"), ""), ...options);
    select.value = this.draft.desk ?? "";
  }

  #languages() {
    const { languages } = this.draft;
    const all = [...languages, ...LANGUAGES.filter((one) => !languages.includes(one))];
    part(this.form, "languages").replaceChildren(...all.map((language) => this.#language(language, languages.indexOf(language))));
  }

  #language(language, place) {
    const item = document.createElement("li");
    const name = this.texts.say(`boards-${language}`);
    const box = check(name, place >= 0, (on) => this.#order((list) => (on ? list.push(language) : list.splice(place, 1)), language));
    item.append(box);
    const last = this.draft.languages.length - 1;
    for (const [act, to, shown] of [["up", place - 1, place > 0], ["down", place + 1, place >= 0 && place < last]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "ds-button" });
      button.dataset.variant = "tertiary";
      setText(button, this.texts.say(`boards-${act}`));
      setAttribute(button, "aria-label", this.texts.say("boards-button", { what: button.textContent, name }));
      setShown(button, shown);
      button.addEventListener("click", () => this.#order((list) => list.splice(to, 0, ...list.splice(place, 1)), language));
      item.append(button);
    }
    item.dataset.language = language;
    return item;
  }

  #order(change, language) {
    change(this.draft.languages);
    this.#languages();
    part(this.form, "languages").querySelector(`[data-language=${language}] input`).focus();
    this.onChange();
  }
}
