import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { read } from "./boards_draft.js";
import { fillWords, wire } from "./config_form.js";

/** A list of the draft that grows and shrinks; the rows are copies of the template `row-` and its name. */
export class List {
  /**
   * @param {import("./config_form.js").Form} form
   * @param {{name: string, path: string, blank: () => object, title: (item: object) => string, dress?: Function, follow?: Function}} kind
   */
  constructor(form, kind) {
    Object.assign(this, { form, kind, texts: form.texts });
    this.list = form.form.querySelector(`[data-list="${kind.name}"]`);
    this.add = form.form.querySelector(`[data-add="${kind.name}"]`);
    this.add.addEventListener("click", () => this.#add());
  }

  get items() {
    return read(this.form.draft, this.kind.path) ?? [];
  }

  show() {
    this.list.replaceChildren(...this.items.map((item, index) => this.#row(item, index)));
  }

  follow() {
    this.items.forEach((item, index) => {
      const row = this.list.children[index];
      if (!row) return;
      const name = this.kind.title(item) || this.texts.say("office-new-one");
      setText(part(row, "legend"), name);
      for (const button of row.querySelectorAll("[data-act]")) setAttribute(button, "aria-label", this.texts.say(`office-${button.dataset.act}-one`, { name }));
      this.kind.follow?.(row, item, index);
    });
  }

  #row(item, index) {
    const row = copyOf(`row-${this.kind.name}`);
    const stem = `${this.kind.path}.${index}`;
    for (const node of row.querySelectorAll("[data-key]")) {
      const field = node.closest(".ds-field");
      if (field) wire(field, node, `${stem}.${node.dataset.key}`);
      else node.dataset.path = `${stem}.${node.dataset.key}`;
    }
    // Without a key the item is the words itself.
    const at = (key) => (key ? `${stem}.${key}` : stem);
    for (const box of row.querySelectorAll("[data-words-key]")) fillWords(box, at(box.dataset.wordsKey), this.texts);
    for (const node of row.querySelectorAll("[data-missing]")) node.dataset.missing = at(node.dataset.missing);
    for (const button of row.querySelectorAll("[data-act]")) button.addEventListener("click", () => this.#act(button.dataset.act, index));
    setShown(row.querySelector("[data-act=up]"), index > 0);
    this.kind.dress?.(row, item, index);
    return row;
  }

  #add() {
    this.items.push(this.kind.blank());
    this.#changed();
    this.list.lastElementChild.querySelector("input, select, textarea").focus();
  }

  #act(act, index) {
    const [item] = this.items.splice(index, 1);
    if (act === "up") this.items.splice(index - 1, 0, item);
    this.#changed();
    const row = this.list.children[act === "up" ? index - 1 : Math.min(index, this.items.length - 1)];
    const wished = [act, "remove"].map((one) => row?.querySelector(`[data-act=${one}]`));
    (wished.find((button) => button && !button.hidden) ?? this.add).focus();
  }

  #changed() {
    this.form.refresh();
    this.form.changed();
  }
}

/** Boxes to tick, each for an id of a list of ids that it puts in and takes out. */
export function boxes(holder, choices, chosen, onChange) {
  holder.replaceChildren(...choices.map(({ id, name }) => {
    const node = copyOf("check");
    const box = node.querySelector("input");
    setText(part(node, "words"), name);
    box.checked = chosen.includes(id);
    box.addEventListener("change", () => {
      const kept = choices.map((one) => one.id).filter((one) => (one === id ? box.checked : chosen.includes(one)));
      chosen.splice(0, chosen.length, ...kept);
      onChange();
    });
    return node;
  }));
}
