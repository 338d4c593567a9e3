import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";

const PULSE = 10_000;

/** The large call: ticket, arrow, desk. Never a name. */
export class CallPanel {
  #timer = 0;

  constructor(root, texts) {
    this.root = part(root, "call");
    this.texts = texts;
  }

  /** @param {object | null} call  @param {boolean} fresh starts ten seconds of attention */
  show(call, fresh) {
    for (const name of ["please", "where"]) setShown(part(this.root, name), Boolean(call));
    setShown(part(this.root, "empty"), !call);
    setText(part(this.root, "code"), call?.code ?? "");
    setText(part(this.root, "desk"), call ? (call.desk_label ?? call.desk) : "");
    setShown(part(this.root, "again"), Boolean(call?.recall));
    // Long codes and labels shrink by steps, as do those with a wide letter, so that they never leave the panel.
    setAttribute(this.root, "data-length", Math.max(4, Math.min(8, call?.code.length ?? 4)));
    setAttribute(this.root, "data-wide", /^[MWЖШЩЮ]/.test(call?.code ?? "") ? "" : null);
    if (fresh) this.#pulse();
    else if (!call) this.root.classList.remove("is-new");
  }

  /** Says when the office opens, if it is closed. */
  showHours({ closed, opens_at: opensAt }) {
    const line = part(this.root, "closed");
    setShown(line, Boolean(closed));
    const opens = opensAt ? ` ${this.texts.say("lobby-opens", { time: hoursMinutes(opensAt) })}.` : "";
    setText(line, closed ? `${this.texts.say("lobby-closed")}.${opens}` : "");
    setAttribute(this.root, "data-closed", closed ? "" : null);
  }

  #pulse() {
    clearTimeout(this.#timer);
    this.root.classList.remove("is-new");
    // Reading the layout once starts the animation anew for a call that follows at once.
    void this.root.offsetWidth;
    this.root.classList.add("is-new");
    this.#timer = setTimeout(() => this.root.classList.remove("is-new"), PULSE);
  }
}
