/** Helps for the eye and the arm: high contrast, larger letters, buttons within low reach. They end with the visitor. */
export class Aids {
  /** @param {() => void} onChange */
  constructor(root, onChange) {
    this.page = root.ownerDocument.documentElement;
    this.buttons = Array.from(root.querySelectorAll("[data-aid]"));
    for (const button of this.buttons) {
      button.addEventListener("click", () => {
        this.#set(button, !this.#isOn(button));
        onChange();
      });
    }
  }

  get any() {
    return this.buttons.some((button) => this.#isOn(button));
  }

  reset() {
    for (const button of this.buttons) this.#set(button, false);
  }

  #isOn(button) {
    return button.getAttribute("aria-pressed") === "true";
  }

  #set(button, on) {
    button.setAttribute("aria-pressed", String(on));
    this.page.classList.toggle(`with-${button.dataset.aid}`, on);
  }
}
