import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { lines, tell, whenFontsAreThere, width } from "./measure.js";
import { Ways, pointArrow } from "./ways.js";
import { Words } from "./words.js";

/** How long a new call asks for attention, in milliseconds. */
const PULSE = 10_000;
/** A first letter wider than this, in em (M, W), may stand smaller than the digits: they are what is read from afar. */
const WIDE = 0.74;
/** Its size beside the digits; the style says the same. */
const WIDE_SIZE = 0.82;
/** How long the screen above a desk says "please come" before it says "now served", where the server does not say what the desk does. */
const ON_THE_WAY = 90_000;

/** The large call: ticket, desk, and the way there. Never a name. */
export class CallPanel {
  #pulse = 0;
  #walk = 0;
  #call = null;
  #state = null;

  /** @param {HTMLElement} root the body  @param {Texts} texts  @param {object} setup the board's setup */
  constructor(root, texts, setup) {
    this.root = part(root, "call");
    this.texts = texts;
    this.settle(setup);
    whenFontsAreThere(() => this.#measure());
  }

  /** Takes a changed setup; the call that stands stays. */
  settle(setup) {
    this.desk = setup.layout === "desk" ? (setup.desk ?? null) : null;
    this.ways = new Ways(setup);
    this.words = new Words(this.texts, setup);
    this.#fill();
  }

  /** @param {object | null} call  @param {boolean} fresh starts ten seconds of attention */
  show(call, fresh) {
    this.#call = call;
    if (fresh) this.#attract();
    else if (!call) this.#rest();
    this.#fill();
  }

  /**
   * What the desk of a `desk` screen does, as its view says; null where it says nothing.
   * @param {"free" | "called" | "serving" | "closed" | null | undefined} state
   */
  does(state) {
    if (this.#state === (state ?? null)) return;
    this.#state = state ?? null;
    this.#fill();
  }

  #fill() {
    const call = this.desk && (this.#state === "free" || this.#state === "closed") ? null : this.#call;
    const desk = call?.desk ?? this.desk;
    const { arrow, place } = this.ways.of(desk);
    // Whether a desk without a call is free is said only by who knows it.
    setShown(part(this.root, "please"), Boolean(call || (this.desk !== null && this.#state)));
    setShown(part(this.root, "where"), Boolean(call) || this.desk !== null);
    setShown(part(this.root, "empty"), !call && this.desk === null);
    setShown(part(this.root, "again"), Boolean(call?.recall));
    this.words.say(part(this.root, "please-words"), this.#phrase(call));
    setText(part(this.root, "code"), call?.code ?? "");
    setText(part(this.root, "desk"), call?.desk_label ?? this.ways.label(desk));
    pointArrow(part(this.root, "arrow"), this.desk === null ? arrow : null);
    setShown(part(this.root, "place"), Boolean(desk && place && this.desk === null));
    this.words.show(part(this.root, "place"), place ?? {});
    setAttribute(this.root, "data-call", call ? "" : null);
    this.#measure();
  }

  /** The screen above a desk says what the desk does; every other screen invites. */
  #phrase(call) {
    if (this.desk === null) return "lobby-please";
    if (!call) return this.#state === "closed" ? "lobby-desk-closed" : "lobby-desk-free";
    const served = this.#state ? this.#state === "serving" : !this.#walk;
    return served ? "lobby-serving" : "lobby-please";
  }

  /** Long codes and labels are set smaller, so that they never leave the panel: its style divides by these widths. */
  #measure() {
    const label = lines(part(this.root, "desk").textContent || "0");
    const code = part(this.root, "code").textContent;
    const [em, first] = [width(code), width(code.slice(0, 1))];
    tell(this.root, "--code-em", Math.max(1.5, em));
    tell(this.root, "--code-em-tall", Math.max(1.5, first > WIDE ? em - first * (1 - WIDE_SIZE) : em));
    setAttribute(part(this.root, "code"), "data-wide", first > WIDE ? "" : null);
    tell(this.root, "--desk-em", Math.max(0.6, label.em));
    setAttribute(this.root, "data-desk-lines", label.lines);
  }

  #attract() {
    clearTimeout(this.#pulse);
    clearTimeout(this.#walk);
    this.root.classList.remove("is-new");
    // Reading the layout once starts the animation anew for a call that follows at once.
    void this.root.offsetWidth;
    this.root.classList.add("is-new");
    this.#pulse = setTimeout(() => this.root.classList.remove("is-new"), PULSE);
    this.#walk = setTimeout(() => {
      this.#walk = 0;
      this.#fill();
    }, ON_THE_WAY);
  }

  #rest() {
    clearTimeout(this.#pulse);
    clearTimeout(this.#walk);
    this.#walk = 0;
    this.root.classList.remove("is-new");
  }
}
