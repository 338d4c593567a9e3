import { part, setShown, setText } from "../shared/js/dom.js";
import { ask } from "./acts.js";

const LANGUAGES = ["pl", "en", "uk"];

/** The message over every lobby screen: the mechanism of the boards, in reach of the wall. */
export class Message {
  constructor(wall) {
    this.wall = wall;
    this.form = document.querySelector("#message-dialog form");
    part(wall.root, "message").addEventListener("click", () => this.#open().catch((problem) => this.#refused(problem)));
    this.form.elements.ready.addEventListener("change", ({ target }) => this.#fill(target.value));
    this.form.addEventListener("submit", (event) => this.#check(event));
  }

  async #open() {
    const { boards, ready, most } = await this.wall.api.get("/boards/emergency");
    const { texts } = this.wall;
    this.ready = ready;
    this.form.reset();
    const select = this.form.elements.ready;
    select.replaceChildren(select.options[0], ...ready.map(({ id, words }) => new Option(words[document.documentElement.lang] ?? words.pl, id)));
    for (const language of LANGUAGES) this.form.elements[language].maxLength = most;
    const shown = boards.find(({ emergency }) => emergency)?.emergency.pl;
    setShown(part(this.form, "on"), shown);
    setShown(part(this.form, "down"), shown);
    setText(part(this.form, "on-words"), shown ? texts.say("wall-message-on", { what: shown }) : "");
    setText(part(this.form, "wrong"), "");
    const wish = await ask("message");
    if (wish === "show") await this.#post(this.#words(), "wall-done-message");
    if (wish === "down") await this.#post(null, "wall-done-message-down");
  }

  #words() {
    const said = LANGUAGES.map((language) => [language, this.form.elements[language].value.trim()]);
    return Object.fromEntries(said.filter(([language, text]) => language === "pl" || text));
  }

  #fill(id) {
    const words = this.ready.find((one) => one.id === id)?.words ?? {};
    for (const language of LANGUAGES) this.form.elements[language].value = words[language] ?? "";
  }

  #check(event) {
    if (event.submitter?.value !== "show" || this.#words().pl) return;
    event.preventDefault();
    setText(part(this.form, "wrong"), this.wall.texts.say("wall-message-empty"));
    this.form.elements.pl.focus();
  }

  async #post(text, done) {
    await this.wall.api.post("/boards/emergency", { text, boards: "all" });
    this.wall.say(this.wall.texts.say(done));
  }

  #refused(problem) {
    if (problem.status === 401) this.wall.end(this.wall.texts.say("wall-logged-out"));
    else this.wall.say(this.wall.wordsOf(problem), "refused");
  }
}
