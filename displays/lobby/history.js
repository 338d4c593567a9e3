import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { lines, tell, whenFontsAreThere } from "./measure.js";
import { Ways, pointArrow } from "./ways.js";
import { setChosen } from "./words.js";

/** The last calls, in rows that stand in the page from the start. */
export class History {
  #calls = [];
  #announcer = null;

  /** @param {HTMLElement} root the body  @param {Texts} texts  @param {object} setup the board's setup */
  constructor(root, texts, setup) {
    this.rows = Array.from(root.querySelectorAll('[data-part="history-row"]'));
    this.settle(setup);
    whenFontsAreThere(() => this.#render());
  }

  /** Takes a changed setup; the rows stay. */
  settle(setup) {
    this.ways = new Ways(setup);
    this.language = setup.languages[0];
    this.#render();
  }

  /** @param {object[]} calls newest first, without the large one  @param {{isWaiting: (seq: number) => boolean}} announcer */
  show(calls, announcer) {
    this.#calls = calls;
    this.#announcer = announcer;
    this.#render();
  }

  #render() {
    this.rows.forEach((row, index) => this.#fill(row, this.#calls[index] ?? null));
  }

  #fill(row, call) {
    const { arrow, place } = this.ways.of(call?.desk);
    const label = call ? (call.desk_label ?? call.desk) : "";
    row.classList.toggle("is-empty", !call);
    row.classList.toggle("has-place", Boolean(place));
    row.classList.toggle("is-new", Boolean(call && this.#announcer?.isWaiting(call.seq)));
    setText(part(row, "row-code"), call?.code);
    setText(part(row, "row-desk"), label);
    pointArrow(part(row, "row-arrow"), arrow);
    setShown(part(row, "row-place"), Boolean(place));
    setChosen(part(row, "row-place"), place, this.language);
    setText(part(row, "row-time"), hoursMinutes(call?.called_at));
    const { em, lines: count } = lines(label || "0");
    tell(row, "--desk-em", em);
    setAttribute(row, "data-desk-lines", count);
  }
}
