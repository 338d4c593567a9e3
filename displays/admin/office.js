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
      pick: ({ office, staff }) => ({ office, staff }),
      changes: (draft, document) => this.#changes(draft, document),
      shown: (document) => this.#shown(document),
    });
    const { form } = this.editor;
    form.with(new List(form, {
      name: "staff", path: "staff", blank: () => ({ login: "", role: "clerk", departments: [] }), title: ({ login }) => login,
      dress: (row, item) => this.#person(row, item), follow: (row, item) => this.#role(row, item),
    }));
    new OfficeFile(root, this.texts, this.editor);
    part(root, "new").addEventListener("submit", (event) => this.#create(event));
    this.signOn.begin();
  }

  /** Only what was changed is sent: who changes another place disturbs nobody. */
  #changes(draft, document) {
    const changed = ["office", "staff"].filter((key) => JSON.stringify(draft[key]) !== JSON.stringify(document[key]));
    const sent = changed.length ? changed : ["office"];
    return sent.map((key) => ({ path: [key], value: draft[key] }));
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
    const { departments, roles = [] } = this.editor.document;
    row.querySelector('[data-key="role"]').append(...roles.map(({ name }) => new Option(name, name)));
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

function made(id, name, { departments }) {
  const first = Math.max(0, ...departments.map(({ u_numbers: { last } }) => last)) + 1;
  const week = Object.fromEntries(WEEK.map((day) => [day, ["07:30-15:30"]]));
  return { id, name: { pl: name }, hours: { week }, services: [], desks: [], u_numbers: { first, last: first + NUMBERS - 1 } };
}

new Office(document.body);
