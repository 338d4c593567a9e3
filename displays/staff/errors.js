import { copyOf, part, setShown } from "../shared/js/dom.js";

/** The summary above a form: what is wrong, each a link to its field; it takes the focus (WCAG 3.3.1, 4.1.3). */
export class Errors {
  #box;

  constructor(root, name) {
    this.#box = part(root, `${name}-errors`);
  }

  clear() {
    for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    setShown(this.#box, false);
  }

  /** @param {{text: string, target?: string}[]} errors  `target` is the id of a field */
  show(errors) {
    this.clear();
    part(this.#box, "list").replaceChildren(...errors.map((error) => this.#line(error)));
    this.offer([]);
    setShown(this.#box, true);
    this.#box.focus();
  }

  /** Terms that are free instead, each a button. */
  offer(choices) {
    const line = part(this.#box, "nearest");
    for (const old of line.querySelectorAll("button")) old.remove();
    for (const { text, choose } of choices) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "ds-button", textContent: text });
      button.dataset.variant = "secondary";
      button.addEventListener("click", choose);
      line.append(button);
    }
    setShown(line, choices.length > 0);
  }

  #line({ text, target }) {
    const item = copyOf("error");
    if (!target) {
      item.replaceChildren(text);
      return item;
    }
    const field = document.getElementById(target);
    if (field.matches("input, select")) {
      field.setAttribute("aria-invalid", "true");
      field.addEventListener("input", () => field.removeAttribute("aria-invalid"), { once: true });
    }
    const link = item.querySelector("a");
    Object.assign(link, { textContent: text, href: `#${target}` });
    // The address names the view: a link to a field must not change it.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      (field.matches("fieldset") ? (field.querySelector("input") ?? field) : field).focus();
    });
    return item;
  }
}
