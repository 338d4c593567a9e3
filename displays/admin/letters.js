/** The administrator's page about letters: sends dead ones again, words the office's own. The server decides what is allowed. */
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { SignOn } from "./sign_on.js";
import { Editor } from "./letter_editor.js";

class Letters {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.load());
    this.editor = new Editor(root, this.texts, this.signOn.api, (sentence, mood) => this.say(sentence, mood), (problem) => this.refused(problem));
    this.signOn.begin();
  }

  async load() {
    await this.list();
    await this.editor.load();
  }

  async list() {
    const { counts, letters } = await this.signOn.api.get("/letters/dead");
    setText(part(this.root, "counts"), this.texts.say("letters-counts", counts));
    for (const name of ["table", "dead-lead"]) setShown(part(this.root, name), letters.length > 0);
    setShown(part(this.root, "none"), letters.length === 0);
    reconcile(part(this.root, "rows"), letters, (letter) => letter.id, (letter) => this.#row(letter), (row, letter) => this.#fill(row, letter));
  }

  async resend(letter) {
    try {
      await this.signOn.api.post(`/letters/${encodeURIComponent(letter.id)}/resend`);
      this.say(this.texts.say("letters-resent"));
      await this.list();
    } catch (problem) {
      this.refused(problem);
    }
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  refused(problem) {
    this.say(this.signOn.words(problem), "refused");
  }

  #row(letter) {
    const row = copyOf("row");
    part(row, "resend").addEventListener("click", () => this.resend(letter));
    return row;
  }

  #fill(row, letter) {
    const kind = this.texts.say(`letters-kind-${letter.kind}`);
    setText(part(row, "kind"), `${kind} (${this.texts.say(`letters-channel-${letter.channel}`)})`);
    setText(part(row, "visit"), letter.appointment);
    setText(part(row, "when"), letter.written_at.slice(0, 16).replace("T", " "));
    const known = `letters-reason-${letter.reason}`;
    setText(part(row, "reason"), this.texts.has(known) ? this.texts.say(known) : letter.reason);
    setAttribute(part(row, "resend"), "aria-label", this.texts.say("letters-resend-label", { kind, visit: letter.appointment }));
  }
}

new Letters(document.body);
