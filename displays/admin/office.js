/** The administrator's page of the office: its facts, its departments, the accounts of staff, and everything as one file. */
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { Editor, idOf } from "./config_editor.js";
import { List, boxes } from "./config_list.js";
import { list } from "./config_meaning.js";
import { OfficeFile } from "./office_file.js";
import { SignOn } from "./sign_on.js";

/** U numbers of a new department, behind those of the others. */
const NUMBERS = 200;
const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"];

class Office {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.editor.load());
    this.api = this.signOn.api;
    this.editor = new Editor(root, this.texts, this.signOn, {
      pick: whole,
      changes,
      shown: (document) => this.#shown(document),
    });
    const { form } = this.editor;
    const roles = new List(form, {
      name: "roles", path: "roles", blank: () => ({ name: "", rights: [] }), title: ({ name }) => name, dress: (row, item, index) => this.#rights(row, item, index),
    });
    const priorities = new List(form, { name: "priorities", path: "priorities", blank: () => ({ name: { pl: "" } }), title: ({ id, name }) => name.pl || id });
    form.with(roles, priorities, { show: (draft) => this.#factor(draft), follow: (draft) => this.#factor(draft, true) }, new List(form, {
      name: "staff", path: "staff", blank: () => ({ login: "", role: "clerk", departments: [] }), title: ({ login }) => login,
      dress: (row, item) => this.#person(row, item), follow: (row, item) => this.#role(row, item),
    }));
    new OfficeFile(root, this.texts, this.editor);
    part(root, "new").addEventListener("submit", (event) => this.#create(event));
    this.signOn.begin();
  }

  #shown({ departments }) {
    setShown(part(this.root, "departments-none"), departments.length === 0);
    reconcile(part(this.root, "departments"), departments, ({ id }) => id, () => copyOf("department"), (card, one) => {
      const name = one.name[this.texts.language] || one.name.pl;
      setText(part(card, "name"), name);
      setText(part(card, "fact"), this.texts.say("office-department-fact", { n: one.services.length, count: one.desks.length }));
      const edit = part(card, "edit");
      setAttribute(edit, "href", `/admin/departments/${encodeURIComponent(one.id)}${location.search}`);
      setAttribute(edit, "aria-label", this.texts.say("office-department-edit-one", { name }));
    });
    this.#unserved().catch((problem) => this.editor.refused(problem));
  }

  async #unserved() {
    const { tickets } = await this.api.get("/office/unserved");
    part(this.root, "unserved-list").replaceChildren(...list(tickets.map(({ words }) => words)).children);
    setShown(part(this.root, "unserved"), tickets.length > 0);
  }

  #person(row, item) {
    const { departments } = this.editor.document;
    const { roles } = this.editor.draft;
    row.querySelector('[data-key="role"]').append(...roles.filter(({ name }) => name).map(({ name }) => new Option(name, name)));
    const desks = departments.flatMap((one) => one.desks.map(({ id, label }) => new Option(`${label} – ${one.name.pl}`, id)));
    row.querySelector('[data-key="desk"]').replaceChildren(new Option(this.texts.say("office-desk-any"), ""), ...desks);
    item.departments ??= [];
    boxes(part(row, "offers"), departments.map(({ id, name }) => ({ id, name: name.pl })), item.departments, () => this.editor.form.changed());
  }

  #role(row, { role }) {
    // Whoever does not oversee may be bound to one desk; a clerk's desk says the department.
    setShown(part(row, "desk-field"), !["supervisor", "manager", "admin", "auditor"].includes(role));
    setShown(part(row, "departments-field"), role !== "clerk");
  }

  /** What is in a role of the office's own. */
  #rights(row, item, index) {
    part(row, "rights-box").id = `field-roles.${index}.rights`;
    part(row, "rights-wrong").dataset.wrong = `roles.${index}.rights`;
    for (const box of row.querySelectorAll("[data-right]")) {
      box.checked = item.rights.includes(box.value);
      box.addEventListener("change", () => {
        item.rights = Array.from(row.querySelectorAll("[data-right]:checked"), ({ value }) => value);
        this.editor.form.changed();
      });
    }
  }

  /** The names that own roles had last: a new name keeps what was asked of the old one, an emptied one waits for the next. */
  #named = new WeakMap();

  /** Roles that need a second factor: the house's, named as accounts name them, and the office's own. */
  #factor({ office, roles }, isFollowing = false) {
    const house = Array.from(copyOf("row-staff").querySelectorAll('[data-key="role"] option'), ({ value, text }) => ({ id: value, name: text }));
    const all = [...house, ...roles.filter(({ name }) => name).map(({ name }) => ({ id: name, name }))];
    const names = JSON.stringify(all);
    // Boxes stay as they are while only they are ticked: the focus is on one of them.
    if (isFollowing && names === this.factors) return;
    this.factors = names;
    const chosen = office.security.second_factor;
    for (const role of roles.filter(({ name }) => name)) {
      const at = chosen.indexOf(this.#named.get(role));
      if (at >= 0) chosen[at] = role.name;
      this.#named.set(role, role.name);
    }
    const waits = (id) => roles.some((role) => !role.name && this.#named.get(role) === id);
    chosen.splice(0, chosen.length, ...chosen.filter((id) => waits(id) || all.some((one) => one.id === id)));
    boxes(part(this.root, "factor-roles"), all, chosen, () => this.editor.form.changed());
  }

  async #create(event) {
    event.preventDefault();
    const field = this.root.querySelector("#new-name");
    const name = field.value.trim();
    setText(part(this.root, "new-wrong"), "");
    try {
      const { revision, document } = await this.api.get("/office");
      const id = idOf(name, document.departments.map((one) => one.id), "wydzial");
      await this.api.post("/office", { revision, changes: [{ path: ["departments", id], value: made(id, name, document) }] });
      location.assign(`/admin/departments/${id}${location.search}`);
    } catch (problem) {
      const words = problem.code === "invalid_office" ? problem.body.errors[0].detail : this.signOn.words(problem);
      setText(part(this.root, "new-wrong"), words);
      field.focus();
    }
  }
}

/** The draft of the page: classes of priority with their names, and what the document leaves out. */
function whole({ office, staff, roles = [] }) {
  const names = office.kiosk.priority_names ?? {};
  const priorities = office.priority_classes.map((id) => ({ id, name: names[id] ?? { pl: "" } }));
  return { office: { ...office, security: { second_factor: [], ...office.security } }, staff, roles, priorities };
}

/** The draft as the document has it. A new class has its id now, made of its words. */
function places({ office, staff, roles, priorities }) {
  const taken = priorities.map(({ id }) => id).filter(Boolean);
  const classes = priorities.map(({ id, name }) => {
    const given = id ?? idOf(name.pl, taken, "klasa");
    if (!id) taken.push(given);
    return { id: given, name };
  });
  const named = classes.filter(({ name }) => Object.values(name).some((words) => words?.trim()));
  const kiosk = { ...office.kiosk, priority_names: Object.fromEntries(named.map(({ id, name }) => [id, { pl: "", ...name }])) };
  return { office: { ...office, kiosk, priority_classes: classes.map(({ id }) => id) }, staff, roles };
}

/** Only what was changed is sent: who changes another place disturbs nobody. */
function changes(draft, document) {
  const [mine, held] = [places(draft), places(whole(structuredClone(document)))];
  const changed = Object.keys(mine).filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(held[key]));
  return (changed.length ? changed : ["office"]).map((key) => ({ path: [key], value: mine[key] }));
}

function made(id, name, { departments }) {
  const first = Math.max(0, ...departments.map(({ u_numbers: { last } }) => last)) + 1;
  const week = Object.fromEntries(WEEK.map((day) => [day, ["07:30-15:30"]]));
  return { id, name: { pl: name }, hours: { week }, services: [], desks: [], u_numbers: { first, last: first + NUMBERS - 1 } };
}

new Office(document.body);
