import { part, setShown, setText } from "../../shared/js/dom.js";

/** While a call is still to come or has just come, and while the place can be given up; the server's page says the same. */
const AWAITS = ["waiting", "called", "on-hold", "in-transit"];
const LEAVES = ["waiting", "on-hold"];

/** Puts what the server says into the page. Every sentence has its fixed place; only what changed is written, so only that is announced. */
export class TicketView {
  #root;
  #rest;

  constructor(root) {
    this.#root = root;
    this.#rest = document.title.slice(root.dataset.tab.length);
  }

  /** A whole state with its sentences. */
  show({ state, words }) {
    const { tab, ...told } = words;
    for (const [name, text] of Object.entries(told)) this.#put(part(this.#root, name), text);
    this.#root.dataset.state = state.replace("_", "-");
    document.title = tab + this.#rest;
    this.settle();
  }

  /** The same from a page that was fetched, where no stream is to be had. */
  copy(page) {
    const fresh = page.getElementById("status");
    if (!fresh) return;
    for (const node of fresh.querySelectorAll("[data-part]")) {
      this.#put(part(this.#root, node.dataset.part), node.hidden || node.closest("[data-row]")?.hidden ? null : node.textContent);
    }
    this.#root.dataset.state = fresh.dataset.state;
    document.title = page.title;
    this.settle();
  }

  /** Shows what belongs to the present state only. */
  settle() {
    const state = this.#root.dataset.state;
    for (const node of this.#root.querySelectorAll("[data-while=awaits]")) setShown(node, AWAITS.includes(state));
    for (const node of this.#root.querySelectorAll("[data-while=leaves]")) setShown(node, LEAVES.includes(state));
  }

  /** `live`, `lost`, `paused`, or `ended` when nothing will change any more. */
  showLink(link) {
    for (const node of this.#root.querySelectorAll("[data-link]")) setShown(node, node.dataset.link === link);
    const button = this.#root.querySelector("[data-action=pause]");
    setShown(button, link !== "ended");
    this.#choose(button, { going: link !== "paused", paused: link === "paused" });
  }

  showAlerts(on) {
    this.#choose(this.#root.querySelector(".alerts"), { on, off: !on });
  }

  #choose(place, which) {
    for (const node of place.querySelectorAll("[data-when]")) setShown(node, which[node.dataset.when]);
  }

  #put(node, text) {
    if (!node) return;
    const told = text !== null && text !== undefined;
    if (told) setText(node, text);
    setShown(node, told);
    const row = node.closest("[data-row]");
    if (row && row.querySelector("[data-part]") === node) setShown(row, told);
  }
}
