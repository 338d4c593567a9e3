/** The administrator's page of changes: who changed what and when, each to be taken back. */
import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { unknown } from "./config_editor.js";
import { element, place } from "./config_meaning.js";
import { SignOn } from "./sign_on.js";

class History {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.load());
    part(root, "more").addEventListener("click", () => this.#more());
    part(root, "confirm").addEventListener("click", () => this.#undo(this.asked, true));
    this.signOn.begin();
  }

  async load() {
    const { changes, more } = await this.signOn.api.get("/office/history");
    part(this.root, "list").replaceChildren(...changes.map((change) => this.#row(change)));
    setShown(part(this.root, "none"), changes.length === 0);
    this.#last(changes, more);
  }

  async #more() {
    try {
      const { changes, more } = await this.signOn.api.get(`/office/history?before=${this.last}`);
      const rows = changes.map((change) => this.#row(change));
      part(this.root, "list").append(...rows);
      rows[0]?.querySelector("button:not([hidden])")?.focus();
      this.#last(changes, more);
    } catch (problem) {
      this.#refused(problem);
    }
  }

  #last(changes, more) {
    this.last = changes.at(-1)?.revision;
    setShown(part(this.root, "more"), more);
  }

  #row(change) {
    const row = copyOf("change");
    const language = document.documentElement.lang;
    const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(`${change.at.slice(0, 19)}Z`));
    setText(part(row, "title"), date);
    const author = change.author === "command line" ? this.texts.say("office-history-command") : (change.login ?? this.texts.say("office-history-gone"));
    const number = this.texts.say("office-history-number", { n: change.revision });
    const undoes = change.undoes === null ? [] : [this.texts.say("office-history-undoes", { n: change.undoes })];
    setText(part(row, "fact"), [number, author, ...undoes].join(" · "));
    const button = part(row, "undo");
    setShown(button, change.can_undo);
    setAttribute(button, "aria-label", this.texts.say("office-undo-one", { date }));
    button.addEventListener("click", () => window.confirm(this.texts.say("office-undo-sure", { n: change.revision })) && this.#undo(change.revision));
    const places = change.places.length ? change.places.map(place) : [element("li", this.texts.say("office-history-first"))];
    part(row, "places").replaceChildren(...places);
    return row;
  }

  async #undo(revision, confirmed = false) {
    this.#problem("", []);
    try {
      await this.signOn.api.post(`/office/history/${revision}/undo`, { confirmed });
      await this.load();
      this.#say(this.texts.say("office-undone"));
    } catch (problem) {
      this.asked = revision;
      if (problem.code === "undo_conflict") this.#problem(problem.message, problem.body.changes.map(place));
      else if (["change_in_use", "change_unconfirmed"].includes(problem.code)) this.#meant(problem);
      else if (problem.code === "invalid_office") this.#problem(problem.message, problem.body.errors.map(({ detail }) => element("li", detail)));
      else this.#refused(problem);
    }
  }

  #meant(problem) {
    const lines = problem.body.effects.departments.flatMap((one) => [...one.blocked, ...one.stranded].map(({ words }) => element("li", words))).concat(unknown(problem.body.effects));
    this.#problem(problem.message, lines, problem.code === "change_unconfirmed");
  }

  #problem(words, lines, asks = false) {
    const box = part(this.root, "problem");
    setText(part(box, "problem-words"), words);
    part(box, "problem-list").replaceChildren(...lines);
    setShown(part(box, "confirm-row"), asks);
    setShown(box, Boolean(words));
    this.#say("");
    if (words) box.focus();
  }

  #refused(problem) {
    this.#say(this.signOn.words(problem), "refused");
  }

  #say(words, mood = "done") {
    saidIn(this.root, words, mood, true);
  }
}

new History(document.body);
