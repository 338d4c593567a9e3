import { part, setShown, setText } from "../shared/js/dom.js";
import { lean, whole } from "./boards_draft.js";
import { BoardForm } from "./boards_form.js";
import { Preview } from "./boards_preview.js";

/** Edits one board. Nothing typed is ever lost to somebody else's change: both versions are offered. */
export class BoardEditor {
  #saved = "";

  /** @param {{say: Function, refused: Function, onSaved: () => Promise<void>}} page */
  constructor(root, texts, api, page) {
    Object.assign(this, { root, texts, api, page });
    this.section = part(root, "editor");
    this.form = new BoardForm(root, texts, () => this.#changed());
    this.preview = new Preview(root, texts, api, (errors) => this.form.flag(errors), (problem) => page.refused(problem));
    part(root, "form").addEventListener("submit", (event) => this.#submit(event));
    part(root, "close").addEventListener("click", () => this.mayLeave() && this.close());
    part(root, "remove").addEventListener("click", () => this.#remove());
    part(root, "mine").addEventListener("click", () => this.#mine());
    part(root, "theirs").addEventListener("click", () => this.#theirs());
    addEventListener("beforeunload", (event) => this.#dirty && event.preventDefault());
  }

  know(known) {
    this.form.know(known);
    this.preview.know(known.boards);
  }

  /** The id of the board that is open. */
  get open() {
    return this.section.hidden ? null : this.draft.id;
  }

  /** Asks before changes are given up. */
  mayLeave() {
    return !this.#dirty || window.confirm(this.texts.say("boards-leave-sure"));
  }

  /**
   * @param {{revision: string, board: object} | null} known null is a new board  @param {string[]} departments of a new one
   * @param {boolean} isOpened whether it takes the focus; what was just saved stays where it was
   */
  show(known, departments = [], isOpened = true) {
    this.isNew = !known;
    this.revision = known?.revision ?? null;
    this.draft = whole(known?.board ?? { id: "", departments });
    this.#saved = this.#text;
    setShown(this.section, true);
    this.#conflict(null);
    this.#title();
    this.form.show(this.draft, this.isNew);
    this.#changed();
    if (isOpened) part(this.root, "editor-title").focus();
  }

  close() {
    setShown(this.section, false);
    this.preview.stop();
    part(this.root, "boards").querySelector("[data-open] button")?.focus();
    this.page.onClosed();
  }

  get #text() {
    return JSON.stringify(lean(this.draft));
  }

  get #dirty() {
    return !this.section.hidden && this.#text !== this.#saved;
  }

  #title() {
    const name = this.draft.name.pl;
    setText(part(this.root, "editor-title"), this.isNew ? this.texts.say("boards-editor-new") : this.texts.say("boards-editor", { name }));
    setText(part(this.root, "save"), this.texts.say(this.isNew ? "boards-create" : "boards-save"));
    setShown(part(this.root, "remove"), !this.isNew);
  }

  #changed() {
    setShown(part(this.root, "unsaved"), this.#dirty);
    this.preview.soon(lean(this.draft));
  }

  async #submit(event) {
    event.preventDefault();
    const button = part(this.root, "save");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await this.#save().finally(() => button.removeAttribute("aria-disabled"));
  }

  async #save() {
    const board = lean(this.draft);
    const [path, body] = this.isNew ? ["/board-settings", { board }] : [this.#path, { board, revision: this.revision }];
    try {
      const saved = await this.api.post(path, body);
      await this.page.onSaved();
      this.show(saved, [], false);
      this.page.say(this.texts.say("boards-saved", { name: saved.board.name.pl }));
    } catch (problem) {
      this.#wrong(problem);
    }
  }

  async #remove() {
    const name = this.draft.name.pl;
    if (!window.confirm(this.texts.say("boards-remove-sure", { name }))) return;
    try {
      await this.api.post(`${this.#path}/remove`, { revision: this.revision });
      this.#saved = this.#text;
      this.close();
      await this.page.onSaved();
      part(this.root, "new").focus();
      this.page.say(this.texts.say("boards-removed", { name }));
    } catch (problem) {
      this.#wrong(problem);
    }
  }

  get #path() {
    return `/board-settings/${encodeURIComponent(this.draft.id)}`;
  }

  #wrong(problem) {
    const current = problem.code === "board_changed" ? problem.body.current : problem.code === "not_found" ? { revision: null } : null;
    if (current) {
      this.page.say("");
      return this.#conflict(current);
    }
    if (problem.code === "board_in_use") return this.page.say(this.texts.say("boards-in-use", { what: problem.body.screens.join(", ") }), "refused");
    if (problem.code === "invalid_board") this.form.flag(problem.body.errors, true);
    this.page.refused(problem);
  }

  /** @param {{revision: string | null, board?: object} | null} current what the office has now; without a board it was removed */
  #conflict(current) {
    this.current = current;
    setText(part(this.root, "conflict-words"), current ? this.texts.say(current.board ? "boards-conflict" : "boards-conflict-gone") : "");
    setShown(part(this.root, "conflict"), Boolean(current));
    setShown(part(this.root, "theirs"), Boolean(current?.board));
    if (current) part(this.root, "mine").focus();
  }

  async #mine() {
    [this.revision, this.isNew] = [this.current.revision, !this.current.board];
    this.#conflict(null);
    this.#title();
    await this.#save();
  }

  #theirs() {
    this.show(this.current);
  }
}
