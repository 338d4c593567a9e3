import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { fill } from "./boards_fields.js";
import { read } from "./boards_draft.js";

/** A list of the draft that grows, shrinks and is put in another order; its fields are made anew whenever its shape changes. */
export class Rows {
  /**
   * @param {HTMLElement} form  @param {import("../shared/js/texts.js").Texts} texts
   * @param {{name: string, path: string, fields: (path: string, item: object) => Node[], blank: () => object}} kind
   * @param {() => void} onChange
   */
  constructor(form, texts, kind, onChange) {
    Object.assign(this, { form, texts, kind, onChange });
    this.list = part(form, kind.name);
    this.most = Infinity;
    part(form, `${kind.name}-add`).addEventListener("click", () => this.#add());
  }

  show(draft) {
    this.draft = draft;
    const items = read(draft, this.kind.path);
    this.list.replaceChildren(...items.map((item, index) => this.#row(item, index, items.length)));
    fill(this.list, draft);
    setShown(part(this.form, `${this.kind.name}-add`), items.length < this.most);
  }

  #row(item, index, length) {
    const row = copyOf("row");
    const name = this.texts.say(`boards-${this.kind.name}-one`, { n: index + 1 });
    setText(part(row, "legend"), name);
    part(row, "fields").append(...this.kind.fields(`${this.kind.path}.${index}`, item));
    for (const button of row.querySelectorAll("[data-act]")) {
      setAttribute(button, "aria-label", this.texts.say("boards-button", { what: button.textContent, name }));
      button.addEventListener("click", () => this.#act(button.dataset.act, index));
    }
    setShown(row.querySelector("[data-act=up]"), index > 0);
    setShown(row.querySelector("[data-act=down]"), index < length - 1);
    return row;
  }

  #add() {
    const items = read(this.draft, this.kind.path);
    items.push(this.kind.blank());
    this.#changed();
    this.list.lastElementChild.querySelector("input, select").focus();
  }

  #act(act, index) {
    const items = read(this.draft, this.kind.path);
    const [item] = items.splice(index, 1);
    const place = { up: index - 1, down: index + 1 }[act];
    if (place !== undefined) items.splice(place, 0, item);
    this.#changed();
    this.#focus(act, place ?? Math.min(index, items.length - 1));
  }

  /** The focus stays with the row that was moved, or goes to the one that took the place of a removed one. */
  #focus(act, index) {
    const row = this.list.children[index];
    const wished = [act, "down", "up", "remove"].map((one) => row?.querySelector(`[data-act=${one}]`));
    (wished.find((button) => button && !button.hidden) ?? part(this.form, `${this.kind.name}-add`)).focus();
  }

  #changed() {
    this.show(this.draft);
    this.onChange();
  }
}
