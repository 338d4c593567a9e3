import { copyOf, part, setShown, setText } from "../shared/js/dom.js";
import { step } from "./boards_draft.js";
import { choice, fill, words } from "./boards_fields.js";

/** Where to go from the screen, for every desk that it can show. */
export class Ways {
  #desks = "";

  constructor(form, texts) {
    Object.assign(this, { form, texts });
  }

  know(arrows, most) {
    const none = ["", this.texts.say("boards-arrow-none")];
    this.arrows = [none, ...arrows.map((arrow) => [arrow, this.texts.say(`boards-arrow-${arrow}`)])];
    this.most = most;
    this.#desks = "";
  }

  /** @param {object} draft  @param {{id: string, label: string}[]} desks those of the chosen departments */
  show(draft, desks) {
    const list = part(this.form, "ways");
    const all = JSON.stringify(desks);
    if (all !== this.#desks) list.replaceChildren(...desks.map((desk) => this.#row(desk)));
    this.#desks = all;
    setShown(part(this.form, "ways-none"), desks.length === 0);
    fill(list, draft);
  }

  #row({ id, label }) {
    const row = copyOf("row");
    part(row, "legend").textContent = this.texts.say("boards-desk-one", { name: label });
    const path = `ways.${step(id)}`;
    part(row, "fields").append(choice(`${path}.arrow`, this.texts.say("boards-arrow"), this.arrows), this.#place(`${path}.place`));
    row.querySelector(".boards-acts").remove();
    // Not one of an ordered list.
    const set = row.querySelector("fieldset");
    set.className = "boards-set boards-row";
    return set;
  }

  #place(path) {
    const node = words(path, this.most);
    for (const field of node.children) {
      const label = part(field, "label");
      setText(label, `${this.texts.say("boards-place")}, ${label.textContent}`);
    }
    return node;
  }
}
