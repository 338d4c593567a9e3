/** The administrator's page of boards: what the screens show, tried in a preview before it is saved; and the message over everything. */
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { BoardEditor } from "./boards_editor.js";
import { Emergency } from "./boards_emergency.js";
import { SignOn } from "./sign_on.js";

const POLL = 5000;

class Boards {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.load());
    const { api } = this.signOn;
    const say = (words, mood) => this.say(words, mood);
    const refused = (problem) => this.refused(problem);
    this.emergency = new Emergency(root, this.texts, api, say, refused);
    this.editor = new BoardEditor(root, this.texts, api, { say, refused, onSaved: () => this.list(), onClosed: () => this.#mark() });
    part(root, "new").addEventListener("click", () => this.#open(null));
    setInterval(() => this.#poll(), POLL);
    this.signOn.begin();
  }

  /** A supervisor has the message over everything alone. */
  async load() {
    await this.emergency.load();
    const isAdmin = await this.list().then(() => true, (problem) => {
      if (problem.code === "forbidden") return false;
      throw problem;
    });
    setShown(part(this.root, "all"), isAdmin);
  }

  async list() {
    this.known = await this.signOn.api.get("/board-settings");
    const { boards } = this.known;
    this.editor.know(this.known);
    setShown(part(this.root, "none"), boards.length === 0);
    reconcile(part(this.root, "boards"), boards, ({ board }) => board.id, (known) => this.#make(known), (row, known) => this.#fill(row, known));
    await this.emergency.load();
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood, true);
  }

  refused(problem) {
    this.say(this.signOn.words(problem), "refused");
  }

  #make({ board }) {
    const row = copyOf("board");
    part(row, "edit").addEventListener("click", () => this.#open(board.id));
    setAttribute(part(row, "open"), "href", `/lobby/${encodeURIComponent(board.id)}`);
    return row;
  }

  #fill(row, { board }) {
    const name = board.name[this.texts.language] || board.name.pl;
    setText(part(row, "name"), name);
    const what = this.texts.say(`boards-layout-${board.layout}`);
    setText(part(row, "fact"), this.texts.say("boards-fact", { what, languages: board.languages.map((one) => this.texts.say(`boards-${one}`)).join(", ") }));
    setAttribute(part(row, "edit"), "aria-label", this.texts.say("boards-edit-one", { name }));
    setAttribute(part(row, "open"), "aria-label", this.texts.say("boards-open-one", { name }));
  }

  async #open(id) {
    if (!this.editor.mayLeave()) return;
    this.say("");
    try {
      // What is edited is what the office has now, not when the page was opened.
      await this.list();
    } catch (problem) {
      return this.refused(problem);
    }
    const known = this.known.boards.find(({ board }) => board.id === id);
    this.editor.show(known ?? null, this.known.choices.departments.map((one) => one.id));
    this.#mark();
  }

  #mark() {
    for (const row of part(this.root, "boards").children) setAttribute(row, "data-open", row.dataset.key === this.editor.open ? "" : null);
  }

  async #poll() {
    if (document.hidden || part(this.root, "work").hidden) return;
    // What cannot be read now is read the next time; an ended session is said at once.
    await this.emergency.load().catch((problem) => problem.status === 401 && this.refused(problem));
  }
}

new Boards(document.body);
