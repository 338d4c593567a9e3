import { part, setAttribute, setShown } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Form } from "./config_form.js";
import { Meaning, element, place } from "./config_meaning.js";

const SOON = 350;

/** Edits some places of the office's document: tries every change, saves it whole, offers to take it back. Nothing typed is lost. */
export class Editor {
  #saved = "";
  #turn = 0;

  /**
   * @param {HTMLElement} root  @param {import("../shared/js/texts.js").Texts} texts  @param {import("./sign_on.js").SignOn} signOn
   * @param {{about?: string, pick: (document: object) => object, changes: (draft: object) => object[], shown?: Function, stop?: Function}} page
   */
  constructor(root, texts, signOn, page) {
    Object.assign(this, { root, texts, signOn, page, api: signOn.api });
    this.form = new Form(part(root, "form"), texts, () => this.#changed());
    this.meaning = new Meaning(root, texts, page.about ?? null);
    part(root, "form").addEventListener("submit", (event) => this.#submit(event));
    part(root, "reset").addEventListener("click", () => this.mayLeave() && this.#again());
    part(root, "confirm").addEventListener("click", () => this.#once(part(root, "confirm"), () => this.save(true)));
    part(root, "mine").addEventListener("click", () => this.#mine());
    part(root, "theirs").addEventListener("click", () => this.#again());
    part(root, "undo").addEventListener("click", () => this.#once(part(root, "undo"), () => this.#undo()));
    addEventListener("beforeunload", (event) => this.isDirty && event.preventDefault());
  }

  /** Reads the document and shows it. */
  async load() {
    const { revision, document } = await this.api.get("/office");
    Object.assign(this, { revision, document });
    this.draft = this.page.pick(structuredClone(document));
    this.#saved = JSON.stringify(this.draft);
    this.#told(null);
    this.form.show(this.draft);
    this.page.shown?.(document);
    this.#changed();
  }

  get isDirty() {
    return Boolean(this.draft) && JSON.stringify(this.draft) !== this.#saved;
  }

  /** Asks before changes are given up. */
  mayLeave() {
    return !this.isDirty || window.confirm(this.texts.say("office-leave-sure"));
  }

  say(sentence, mood = "done", undoes = null) {
    saidIn(this.root, sentence, mood, true);
    this.undoes = undoes;
    setShown(part(this.root, "undo"), undoes !== null);
  }

  refused(problem) {
    this.say(this.signOn.words(problem), "refused");
  }

  /** What is sent: the changed places with the revision that was seen. */
  #wish(confirmed = false) {
    return { revision: this.revision, changes: this.page.changes(this.draft, this.document), confirmed };
  }

  #changed() {
    setShown(part(this.root, "unsaved"), this.isDirty);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#preview(), SOON);
  }

  async #preview(asked = false) {
    const turn = ++this.#turn;
    try {
      const told = await this.api.post("/office/preview", this.#wish());
      // A later change has been asked about meanwhile.
      if (turn !== this.#turn) return;
      this.meaning.show(told);
      this.form.flag(told.errors, asked);
    } catch (problem) {
      if (turn !== this.#turn) return;
      if (problem.code === "invalid_office") this.form.flag(problem.body.errors, asked);
      else this.refused(problem);
    }
  }

  async #submit(event) {
    event.preventDefault();
    await this.#once(part(this.root, "save"), () => this.save());
  }

  /** One press, one request. */
  async #once(button, work) {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await work().finally(() => button.removeAttribute("aria-disabled"));
  }

  async save(confirmed = false) {
    clearTimeout(this.timer);
    this.#told(null);
    this.say("");
    try {
      const saved = await this.api.post("/office", this.#wish(confirmed));
      await this.#after(this.texts.say("office-saved"), saved.revision);
      return true;
    } catch (problem) {
      await this.#wrong(problem);
      return false;
    }
  }

  /** Takes a place away; what was not saved goes with it. */
  async removes(path, gone) {
    this.#told(null);
    try {
      await this.api.post("/office", { revision: this.revision, changes: [{ path, value: null }] });
      this.draft = null;
      gone();
    } catch (problem) {
      await this.#wrong(problem);
    }
  }

  async #after(words, undoes) {
    await this.load();
    this.say(words, "done", undoes);
  }

  async #undo() {
    try {
      await this.api.post(`/office/history/${this.undoes}/undo`);
      await this.#after(this.texts.say("office-undone"), null);
    } catch (problem) {
      this.refused(problem);
    }
  }

  async #wrong(problem) {
    if (problem.code === "invalid_office") await this.#preview(true);
    else if (problem.code === "office_changed") this.#told("conflict", problem.body.changes.map(place), problem.body.revision);
    else if (problem.code === "change_in_use") this.#told("blocked", this.#lines(problem, "blocked"));
    else if (problem.code === "change_unconfirmed") this.#told("asks", [...this.#lines(problem, "stranded"), ...this.#lines(problem, "outside", "no_desk"), ...unknown(problem.body.effects)]);
    if (["office_changed", "change_in_use", "change_unconfirmed"].includes(problem.code)) await this.#preview();
    else if (problem.code !== "invalid_office") this.refused(problem);
  }

  #lines(problem, what, only = null) {
    const all = problem.body.effects.departments.flatMap((one) => one[what]).filter(({ why }) => !only || why === only);
    return all.map((one) => {
      const item = element("li", one.moment ? `${one.moment}, ${one.service_name}: ${one.words}` : one.words);
      if (one.code === "service_in_use" && this.page.stop) item.append(" ", this.#stop(one.id));
      return item;
    });
  }

  #stop(id) {
    const button = element("button", this.texts.say("office-stop"));
    Object.assign(button, { type: "button", className: "ds-button" });
    button.dataset.variant = "secondary";
    button.dataset.stop = id;
    button.addEventListener("click", () => {
      this.page.stop(this.draft, this.document, id);
      this.#told(null);
      this.form.refresh();
      this.#changed();
      part(this.root, "save").focus();
    });
    return button;
  }

  /** Shows one of the boxes above the form, and none of the others. */
  #told(name, lines = [], revision = null) {
    this.theirs = revision;
    for (const one of ["conflict", "blocked", "asks"]) {
      const box = part(this.root, one);
      part(box, `${one}-list`).replaceChildren(...(one === name ? lines : []));
      setShown(box, one === name);
      if (one === name) box.focus();
    }
  }

  async #mine() {
    this.revision = this.theirs;
    await this.save();
  }

  async #again() {
    this.say("");
    await this.load().catch((problem) => this.refused(problem));
  }
}

/** Departments of which nobody can say whom a change concerns. */
export function unknown({ departments }) {
  return departments.filter((one) => one.unknown).map((one) => element("li", one.unknown));
}

/** An id made of words: `Rejestracja pojazdów` → `rejestracja-pojazdow`, and another one where it is taken. */
export function idOf(words, taken, other) {
  const plain = words.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const stem = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || other;
  const names = [stem, ...Array.from({ length: 999 }, (_, n) => `${stem}-${n + 2}`)];
  return names.find((name) => !taken.includes(name));
}
