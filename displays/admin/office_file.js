import { part, setShown } from "../shared/js/dom.js";
import { element, list, place } from "./config_meaning.js";

/** The whole configuration as a file: fetched to keep, and put back after it was judged. */
export class OfficeFile {
  /** @param {HTMLElement} root  @param {import("../shared/js/texts.js").Texts} texts  @param {import("./config_editor.js").Editor} editor */
  constructor(root, texts, editor) {
    Object.assign(this, { root, texts, editor, api: editor.api });
    part(root, "file-get").addEventListener("click", () => this.#get());
    part(root, "file-choose").addEventListener("change", (event) => this.#judge(event.target));
    part(root, "file-use").addEventListener("click", () => this.#use());
  }

  async #get() {
    const answer = await fetch(`${this.api.base}/office/file`, { headers: { Authorization: `Bearer ${this.api.token()}` }, cache: "no-store" });
    if (!answer.ok) return this.editor.say(this.texts.say("admin-network"), "refused");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "office.toml";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async #judge(input) {
    const [file] = input.files;
    if (!file) return;
    // The same file may be chosen again after it was corrected.
    const text = await file.text();
    input.value = "";
    this.#say([]);
    try {
      const { revision } = await this.api.get("/office");
      const told = await this.api.post("/office/preview", { revision, text });
      this.wish = { revision, text, confirmed: told.effects.asks };
      this.#told(told);
    } catch (problem) {
      const lines = problem.code === "invalid_office" ? problem.body.errors.map(({ detail }) => detail) : [this.editor.signOn.words(problem)];
      this.#say([element("p", this.texts.say("office-file-bad")), list(lines)]);
    }
  }

  #told({ errors, effects, changes }) {
    const meant = effects.departments.flatMap((one) => [...one.blocked, ...one.stranded].map(({ words }) => words).concat(one.unknown ?? []));
    const outside = effects.departments.flatMap((one) => (one.outside_words ? [`${one.name}: ${one.outside_words}`] : []));
    if (errors.length || effects.refused) {
      return this.#say([element("p", this.texts.say("office-file-bad")), list([...errors.map(({ detail }) => detail), ...meant])]);
    }
    if (!changes.length) return this.#say([element("p", this.texts.say("office-file-same"))]);
    const places = list([]);
    places.className = "cfg-changes";
    places.append(...changes.map(place));
    const warnings = [...meant, ...outside];
    const asked = effects.asks ? [element("p", this.texts.say("office-asks"))] : [];
    this.#say([element("p", this.texts.say("office-file-good")), places, ...asked, ...(warnings.length ? [list(warnings)] : [])], true);
  }

  #say(nodes, isGood = false) {
    const said = part(this.root, "file-said");
    said.replaceChildren(...nodes);
    setShown(part(this.root, "file-row"), isGood);
    if (nodes.length) said.focus();
  }

  async #use() {
    try {
      const { revision } = await this.api.post("/office", this.wish);
      this.#say([]);
      await this.editor.load();
      this.editor.say(this.texts.say("office-saved"), "done", revision);
    } catch (problem) {
      this.#say([element("p", this.editor.signOn.words(problem))]);
    }
  }
}
