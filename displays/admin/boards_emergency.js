import { part, setShown, setText } from "../shared/js/dom.js";
import { LANGUAGES, write } from "./boards_draft.js";
import { check, fill, flag, words } from "./boards_fields.js";

/** The message over everything: quickly there, quickly gone. Supervisors may do this too. */
export class Emergency {
  #chosen = new Set();
  #known = "";

  constructor(root, texts, api, say, refused) {
    Object.assign(this, { root, texts, api, say, refused, draft: { text: { pl: "" } } });
    this.form = part(root, "emergency");
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.form.addEventListener("input", ({ target }) => target.dataset.path && write(this.draft, target.dataset.path, target.value));
    part(root, "ready").addEventListener("change", ({ target }) => this.#ready(target.value));
    part(root, "down").addEventListener("click", () => this.#down());
  }

  async load() {
    this.#take(await this.api.get("/boards/emergency"));
  }

  #take({ boards, ready, most }) {
    this.boards = boards;
    const known = JSON.stringify(boards.map(({ id, name }) => [id, name]));
    if (known !== this.#known) this.#form(boards, ready, most);
    this.#known = known;
    const shown = Object.entries(Object.groupBy(boards.filter(({ emergency }) => emergency), ({ emergency }) => emergency.pl));
    part(this.root, "shown-list").replaceChildren(...shown.map(([name, on]) => this.#line(name, on)));
    setShown(part(this.root, "shown"), shown.length > 0);
  }

  #form(boards, ready, most) {
    this.#chosen = new Set(boards.map(({ id }) => id));
    const choose = (id, on) => (on ? this.#chosen.add(id) : this.#chosen.delete(id));
    part(this.root, "where").replaceChildren(...boards.map(({ id, name }) => check(name, true, (on) => choose(id, on))));
    this.form.querySelector('[data-words="text"]').replaceChildren(words("text", most));
    this.ready = ready;
    const select = part(this.root, "ready");
    const own = select.options[0];
    select.replaceChildren(own, ...ready.map(({ id }) => new Option(this.texts.say(`boards-ready-${id}`), id)));
    fill(this.form, this.draft);
  }

  #line(name, on) {
    const item = document.createElement("li");
    setText(item, this.texts.say("boards-emergency-line", { name, what: on.map((one) => one.name).join(", ") }));
    return item;
  }

  #ready(id) {
    const found = this.ready.find((one) => one.id === id);
    this.draft.text = found ? { ...found.words } : { pl: "" };
    fill(this.form, this.draft);
  }

  async #submit(event) {
    event.preventDefault();
    const chosen = this.boards.filter(({ id }) => this.#chosen.has(id));
    flag(this.form, chosen.length ? {} : { boards: this.texts.say("boards-emergency-none") });
    if (!chosen.length) return part(this.root, "where").querySelector("input")?.focus();
    const what = chosen.map(({ name }) => name).join(", ");
    const text = Object.fromEntries(LANGUAGES.filter((one) => this.draft.text[one]?.trim()).map((one) => [one, this.draft.text[one]]));
    if (text.pl && !window.confirm(this.texts.say("boards-emergency-sure", { name: text.pl, what }))) return;
    const boards = chosen.length === this.boards.length ? "all" : chosen.map(({ id }) => id);
    if (!(await this.#post({ text: { pl: "", ...text }, boards }))) return;
    this.say(this.texts.say("boards-emergency-shown", { what }));
    part(this.root, "emergency-box").open = false;
    part(this.root, "down").focus();
  }

  /** Takes away what is there now; a board that has nothing has nothing to lose. */
  async #down() {
    if (!(await this.#post({ text: null, boards: "all" }))) return;
    this.say(this.texts.say("boards-emergency-off"));
    part(this.root, "emergency-box").querySelector("summary").focus();
  }

  async #post(body) {
    try {
      this.#take(await this.api.post("/boards/emergency", body));
      return true;
    } catch (problem) {
      if (problem.code === "invalid_board") this.#wrong(problem.body.errors);
      this.refused(problem);
      return false;
    }
  }

  #wrong(errors) {
    flag(this.form, Object.fromEntries(errors.map(({ field, detail }) => [field, detail])));
    document.getElementById(`field-${errors[0].field}`)?.focus();
  }
}
