import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { showLetter } from "./letter_paper.js";

/** How long after the last key the preview is made anew. */
const PAUSE = 350;
const LANGUAGES = ["pl", "en", "uk"];

/** Words one kind of letter in one language at a time; all changes are kept until they are saved. */
export class Editor {
  #changes = new Map();
  #timer = 0;
  #asked = 0;

  constructor(root, texts, api, say, refused) {
    Object.assign(this, { root, texts, api, say, refused });
    for (const name of ["letter-kind", "letter-language"]) part(root, name).addEventListener("change", () => this.open());
    part(root, "form").addEventListener("submit", (event) => this.save(event));
    addEventListener("beforeunload", (event) => this.#changes.size && event.preventDefault());
  }

  async load() {
    this.#take(await this.api.get("/letters/templates"));
    const kinds = this.known.kinds.map(({ kind }) => new Option(this.texts.say(`letters-kind-${kind}`), kind));
    part(this.root, "letter-kind").replaceChildren(...kinds);
    part(this.root, "letter-kind").value = "confirmation";
    part(this.root, "values").replaceChildren(...this.known.values.map((name) => this.#value(name)));
    this.open();
  }

  get kind() {
    return part(this.root, "letter-kind").value;
  }

  get language() {
    return part(this.root, "letter-language").value;
  }

  /** Shows the fields of the chosen letter. */
  open() {
    const { parts } = this.known.kinds.find(({ kind }) => kind === this.kind);
    part(this.root, "fields").replaceChildren(...parts.map((name) => this.#field(name)));
    this.#flag([]);
    this.preview();
  }

  async save(event) {
    event.preventDefault();
    try {
      this.#take(await this.api.post("/letters/templates", { templates: Object.fromEntries(this.#changes) }));
      this.#changes.clear();
      this.say(this.texts.say("letters-saved"));
      this.#flag([]);
    } catch (problem) {
      if (problem.code === "invalid_template") this.#flag(problem.body.templates);
      this.refused(problem);
    }
  }

  async preview() {
    const asked = ++this.#asked;
    const own = [...this.#changes].filter(([name]) => name.startsWith(`${this.kind}.`));
    try {
      const shown = await this.api.post("/letters/preview", { kind: this.kind, language: this.language, templates: Object.fromEntries(own) });
      if (asked !== this.#asked) return;
      this.#flag(shown.problems);
      setText(part(this.root, "preview-subject"), shown.subject && this.texts.say("letters-preview-subject", { subject: shown.subject }));
      setText(part(this.root, "preview-text"), shown.text);
      setText(part(this.root, "preview-sms"), shown.sms);
      for (const name of ["preview-html", "preview-text-box"]) setShown(part(this.root, name), Boolean(shown.text));
      setShown(part(this.root, "preview-sms-box"), shown.sms !== null);
      showLetter(part(this.root, "preview-html"), shown.html, this.language);
    } catch (problem) {
      this.refused(problem);
    }
  }

  #take(known) {
    this.known = known;
  }

  /** The words under a name as they stand on this page: changed, saved, or none. */
  #words(name) {
    return (this.#changes.has(name) ? this.#changes.get(name) : this.known.templates[name]) ?? {};
  }

  #field(name) {
    const [field, full] = [copyOf("field"), `${this.kind}.${name}`];
    field.dataset.name = full;
    const input = part(field, "input");
    Object.assign(input, { id: `field-${name}`, value: this.#words(full)[this.language] ?? "", lang: this.language, rows: name === "extra" ? 4 : 1 });
    if (name === "extra") input.dataset.long = "";
    setAttribute(part(field, "label"), "for", input.id);
    setText(part(field, "label"), this.texts.say(`letters-part-${name}`));
    input.addEventListener("input", () => this.#typed(full, input.value));
    input.addEventListener("focus", () => (this.last = input));
    return field;
  }

  #typed(name, text) {
    const words = { ...this.#words(name), [this.language]: text };
    const empty = LANGUAGES.every((language) => !words[language]?.trim());
    this.#changes.set(name, empty ? null : { pl: "", ...words });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.preview(), PAUSE);
    this.#flag([]);
  }

  /** Names beside each field what is wrong with it in this language, and which languages it lacks. */
  #flag(problems) {
    for (const field of part(this.root, "fields").children) {
      const { name } = field.dataset;
      const own = problems.filter((problem) => problem.name === name);
      const sentences = own.map((problem) => this.#sentence(problem));
      setText(part(field, "wrong"), sentences.join(" "));
      setAttribute(part(field, "input"), "aria-invalid", own.some(({ language }) => language === this.language) ? "true" : null);
      const words = this.#words(name);
      const lacks = words.pl?.trim() ? LANGUAGES.filter((language) => !words[language]?.trim()) : [];
      const languages = lacks.map((language) => this.texts.say(`letters-language-${language}`)).join(", ");
      setText(part(field, "missing"), languages && this.texts.say("letters-missing", { languages }));
      setShown(part(field, "missing"), lacks.length > 0);
    }
    setShown(part(this.root, "unsaved"), this.#changes.size > 0);
  }

  #sentence({ language, line, code, detail }) {
    const place = [this.texts.say(`letters-language-${language}`), line && this.texts.say("letters-wrong-line", { line })];
    return `${place.filter(Boolean).join(", ")} ${this.texts.say(`letters-wrong-${code}`, { detail })}.`.replace(/^./, (first) => first.toUpperCase());
  }

  /** A button that puts a value where somebody last typed. */
  #value(name) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "ds-button", textContent: `{{ ${name} }}` });
    Object.assign(button.dataset, { variant: "secondary", size: "sm" });
    button.addEventListener("click", () => {
      const input = this.last?.isConnected ? this.last : part(this.root, "fields").querySelector("textarea");
      input.setRangeText(`{{ ${name} }}`, input.selectionStart, input.selectionEnd, "end");
      input.focus();
      input.dispatchEvent(new Event("input"));
    });
    item.append(button);
    return item;
  }
}
