import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";

const ABOVE_DESK = "desk";

/** The fields of a device in a form: its name and place, and what a lobby screen shows. */
export class DeviceFields {
  /** @param {HTMLFormElement} form  @param {import("../shared/js/texts.js").Texts} texts */
  constructor(form, texts) {
    Object.assign(this, { form, texts });
    this.desks = JSON.parse(document.getElementById("boards").textContent);
    for (const name of ["board", "layout"]) form.elements[name].addEventListener("change", () => this.#follow());
    this.#follow();
  }

  /** Shows a device as it is. */
  fill({ kind, name, place, board, layout, desk }) {
    const { elements } = this.form;
    elements.name.value = name;
    elements.place.value = place ?? "";
    elements.board.value = board ?? "";
    elements.layout.value = layout ?? "";
    this.isScreen = kind === "board";
    setShown(part(this.form, "screen-fields"), this.isScreen);
    this.#follow();
    elements.desk.value = desk ?? "";
    this.flag({});
  }

  clear() {
    this.form.reset();
    this.#follow();
    this.flag({});
  }

  /** What the server is told. A device that shows no board is told none. */
  value() {
    const { name, place, board, layout, desk } = this.form.elements;
    const above = layout.value === ABOVE_DESK;
    const screen = { board: board.value, layout: layout.value || null, desk: above ? desk.value || null : null };
    return { name: name.value.trim(), place: place.value.trim() || null, ...((board.value || this.isScreen) && screen) };
  }

  /** Says at each field what is wrong with it; the sentence for a problem that belongs to none. */
  refused(problem) {
    const errors = problem.body?.errors ?? [];
    const sentence = (code) => (this.texts.has(`devices-wrong-${code}`) ? this.texts.say(`devices-wrong-${code}`) : problem.message);
    this.flag(Object.fromEntries(errors.map(({ field, code }) => [field, sentence(code)])));
    this.form.elements[errors[0]?.field]?.focus();
  }

  flag(wrong) {
    for (const node of this.form.querySelectorAll("[data-wrong]")) {
      setText(node, wrong[node.dataset.wrong] ?? "");
      setAttribute(this.form.elements[node.dataset.wrong], "aria-invalid", node.dataset.wrong in wrong ? "true" : null);
    }
  }

  /** The desks are those of the board, and are asked for only by the layout above one. */
  #follow() {
    const { board, layout, desk } = this.form.elements;
    const before = desk.value;
    desk.replaceChildren(...(this.desks[board.value] ?? []).map(([id, label]) => new Option(label, id)));
    desk.value = before;
    if (!desk.value) desk.selectedIndex = 0;
    setShown(part(this.form, "desk-field"), layout.value === ABOVE_DESK);
  }
}
