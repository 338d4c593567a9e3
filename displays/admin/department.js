/** The administrator's page of a department: services, desks, hours, the order of calls; what a change means is seen before it is saved. */
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { Discipline } from "./config_discipline.js";
import { Editor, idOf } from "./config_editor.js";
import { Group } from "./config_group.js";
import { Hours } from "./config_hours.js";
import { List, boxes } from "./config_list.js";
import { SignOn } from "./sign_on.js";

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTVWXYZ");

/** What the house takes where the document says nothing. */
const ALERTS = { mail: null, after_minutes: 5 };

class Department {
  #made = 0;

  constructor(root) {
    this.root = root;
    this.id = root.dataset.department;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.editor.load());
    this.editor = new Editor(root, this.texts, this.signOn, {
      about: this.id,
      pick: (document) => whole(document.departments.find(({ id }) => id === this.id) ?? this.#gone()),
      changes: (draft, document) => [{ path: ["departments", this.id], value: settled(draft, document) }],
      shown: (document) => this.#shown(document),
      stop,
    });
    const { form } = this.editor;
    const services = new List(form, {
      name: "services", path: "services", blank: () => this.#service(), title: ({ letter, name }) => [letter, name.pl].filter(Boolean).join(": "),
      dress: (row, item) => this.#dressed(row, item), follow: (row, item) => setShown(part(row, "terms"), Boolean(item.slots)),
    });
    const desks = new List(form, {
      name: "desks", path: "desks", blank: () => this.#desk(), title: ({ label }) => label && `${this.texts.say("office-key-desk")} ${label}`,
      dress: (row, item, index) => this.#offers(row, item, index),
    });
    form.with(services, desks, new Hours(form), new Discipline(form), new Group(form, "booking.rest_minutes", () => ({ first: 5, last: 30 })));
    part(root, "remove").addEventListener("click", () => this.#remove());
    this.signOn.begin();
  }

  get #draft() {
    return this.editor.draft;
  }

  /** The department is not there any more: the way back to the others. */
  #gone() {
    location.assign(`/admin/office${location.search}`);
    return { id: this.id, name: { pl: "" }, hours: {}, services: [], desks: [], discipline: { name: "strict" } };
  }

  #shown(document) {
    const name = document.departments.find(({ id }) => id === this.id)?.name;
    if (name) setText(part(this.root, "title"), name[this.texts.language] || name.pl);
  }

  #service() {
    const taken = [...this.editor.document.departments.filter(({ id }) => id !== this.id), this.#draft].flatMap((one) => one.services.map(({ letter }) => letter));
    const letter = LETTERS.find((one) => !taken.includes(one)) ?? "";
    return { id: `new-${++this.#made}`, isNew: true, letter, name: { pl: "" }, duration_minutes: 15, walk_in: true };
  }

  /** A new desk has the next number and offers everything. */
  #desk() {
    const labels = [...this.editor.document.departments.filter(({ id }) => id !== this.id), this.#draft].flatMap((one) => one.desks.map(({ label }) => Number(label) || 0));
    return { id: `new-${++this.#made}`, isNew: true, label: String(Math.max(0, ...labels) + 1), services: this.#draft.services.map(({ id }) => id) };
  }

  #dressed(row, item) {
    const [box, card] = [part(row, "bookable"), part(row, "card")];
    setShown(card, !item.isNew);
    setAttribute(card, "href", `/admin/departments/${encodeURIComponent(this.id)}/services/${encodeURIComponent(item.id)}${location.search}`);
    setAttribute(card, "aria-label", `${card.textContent}: ${item.name.pl}`);
    box.checked = Boolean(item.slots);
    box.addEventListener("change", () => {
      if (box.checked) item.slots = { first: "09:00:00", every_minutes: item.duration_minutes, capacity: 1 };
      else delete item.slots;
      this.editor.form.refresh();
      this.editor.form.changed();
    });
  }

  #offers(row, item, index) {
    const { services } = this.#draft;
    const choices = services.map(({ id, letter, name }) => ({ id, name: [letter, name.pl].filter(Boolean).join(": ") }));
    const known = item.services.filter((id) => services.some((one) => one.id === id));
    item.services.splice(0, item.services.length, ...known);
    boxes(part(row, "offers"), choices, item.services, () => this.editor.form.changed());
    setShown(part(row, "offers-none"), choices.length === 0);
    part(row, "offers-box").id = `field-desks.${index}.services`;
    part(row, "offers-wrong").dataset.wrong = `desks.${index}.services`;
  }

  async #remove() {
    const { name } = this.#draft;
    if (!window.confirm(this.texts.say("office-dep-remove-sure", { name: name.pl }))) return;
    await this.editor.removes(["departments", this.id], () => this.#gone());
  }
}

/** A department with the house's values for what the document leaves out, so that every field shows what holds. */
function whole(department) {
  department.alerts = { ...ALERTS, ...department.alerts };
  return department;
}

/** The department as it is sent: what is new has its id now, made of its words. */
function settled(draft, { departments }) {
  const copy = structuredClone(draft);
  const others = departments.filter(({ id }) => id !== draft.id);
  const named = (list, words, other) => {
    const taken = [...others.flatMap((one) => one[list].map(({ id }) => id)), ...copy[list].filter(({ isNew }) => !isNew).map(({ id }) => id)];
    const ids = new Map();
    for (const item of copy[list].filter(({ isNew }) => isNew)) {
      const id = idOf(words(item), taken, other);
      taken.push(id);
      ids.set(item.id, id);
      item.id = id;
      delete item.isNew;
    }
    return ids;
  };
  const ids = named("services", ({ name }) => name.pl, "sprawa");
  named("desks", ({ label }) => label, "stanowisko");
  for (const desk of copy.desks) desk.services = desk.services.map((id) => ids.get(id) ?? id);
  return copy;
}

/** Puts a service back that cannot be removed yet, so that nothing new is given for it. */
function stop(draft, { departments }, id) {
  const held = departments.find((one) => one.id === draft.id);
  const { slots, ...service } = structuredClone(held.services.find((one) => one.id === id));
  draft.services.push({ ...service, walk_in: false });
  for (const desk of draft.desks) {
    const offered = held.desks.find((one) => one.id === desk.id)?.services.includes(id);
    if (offered && !desk.services.includes(id)) desk.services.push(id);
  }
}

new Department(document.body);
