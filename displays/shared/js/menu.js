import { Api } from "./api.js";
import { part, setAttribute, setShown } from "./dom.js";

/** The menu of the pages of staff: links that the rights of whoever signed on open. On narrow screens a button unfolds it. */
export class Menu {
  #turn = 0;

  /** @param {HTMLElement} root the page */
  constructor(root) {
    [this.menu, this.button] = ["menu", "menu-open"].map((name) => part(root, name));
    this.button.addEventListener("click", () => this.#unfold(this.button.getAttribute("aria-expanded") !== "true"));
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.menu.contains(event.target) || this.button.getAttribute("aria-expanded") !== "true") return;
      this.#unfold(false);
      this.button.focus();
    });
  }

  /** Asks what a token opens. A page works without its menu: what goes wrong here is told where the page asks for its own content. */
  async open(token) {
    const turn = ++this.#turn;
    const account = await new Api(() => token).get("/account").catch(() => null);
    if (account && turn === this.#turn) this.show(account);
  }

  show({ rights, departments }) {
    const opens = ({ dataset }) => {
      const asked = dataset.rights.split(" ").filter(Boolean);
      return (asked.length === 0 || asked.some((right) => rights.includes(right))) && (!("whole" in dataset) || departments.length === 0);
    };
    for (const group of this.menu.querySelectorAll(".head-group")) {
      const links = Array.from(group.querySelectorAll("[data-rights]"));
      for (const link of links) setShown(link, opens(link));
      setShown(group, links.some((link) => !link.hidden));
    }
    for (const node of [this.menu, this.button]) setShown(node, true);
  }

  /** Nobody is signed on any more. */
  close() {
    this.#turn += 1;
    this.#unfold(false);
    for (const node of [this.menu, this.button]) setShown(node, false);
  }

  #unfold(isOpen) {
    setAttribute(this.button, "aria-expanded", isOpen);
    setAttribute(this.menu, "data-open", isOpen ? "" : null);
  }
}
