import { newKey } from "../shared/js/api.js";
import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";

/** Signs of a note, at most. */
const MOST = 500;

/**
 * Notes on visits. The view tells that there is one; what it says is asked for once for each text, as every reading is logged, and is kept
 * in no storage of the browser.
 */
export class Notes {
  #known = new Map();
  #ticket = null;
  #seen = null;
  #wish = null;

  constructor(desk) {
    this.desk = desk;
    this.box = part(desk.root, "note-box");
    this.button = part(desk.root, "note-open");
    this.dialog = document.getElementById("note-dialog");
    this.form = this.dialog.querySelector("form");
    this.button.addEventListener("click", () => this.open(desk.view?.current));
    this.form.elements.text.addEventListener("input", () => this.#count());
    part(this.dialog, "note-remove").addEventListener("click", () => this.#write(""));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#write(this.form.elements.text.value.trim());
    });
  }

  /** The note of the ticket at hand stands under it. */
  show(view) {
    const ticket = view.current;
    this.button.disabled = !ticket;
    setShown(this.box, ticket?.note);
    if (ticket?.note) this.#showText(ticket);
  }

  /** Nothing stays behind for whoever signs on next. */
  forget() {
    this.#known.clear();
    this.#ticket = this.#seen = this.#wish = null;
    this.form.reset();
    setShown(this.box, false);
    for (const name of ["note-text", "note-by"]) setText(part(this.box, name), "");
    for (const name of ["note-old", "note-message"]) setText(part(this.dialog, name), "");
  }

  async #showText(ticket) {
    setText(part(this.box, "note-by"), this.#by(ticket.note));
    const key = `${ticket.note.number}/${ticket.id}`;
    // No text stands under another ticket, not even for a moment.
    if (this.box.dataset.key !== key) setText(part(this.box, "note-text"), "");
    this.box.dataset.key = key;
    const text = await this.#read(ticket.id, ticket.note).catch(() => this.desk.texts.say("desk-network"));
    // Meanwhile another ticket may be at hand, or another text stand on this one.
    if (this.desk.view?.current?.id !== ticket.id || this.desk.view.current.note?.number !== ticket.note.number) return;
    setText(part(this.box, "note-text"), text ?? this.desk.texts.say("desk-note-gone"));
  }

  /** Opens the note of a ticket that is at hand, waits, is parked or has ended; what has ended can only be read. */
  async open(ticket) {
    if (!ticket) return;
    let text = "";
    try {
      if (ticket.note) text = (await this.#read(ticket.id, ticket.note)) ?? "";
    } catch (problem) {
      return this.desk.view && this.desk.fails(problem);
    }
    // The session may have ended meanwhile.
    if (!this.desk.view) return;
    const { texts } = this.desk;
    this.#ticket = ticket;
    this.#seen = ticket.note?.number ?? 0;
    this.#wish = null;
    setText(part(this.dialog, "heading"), texts.say("desk-note-of", { code: ticket.code }));
    setText(part(this.dialog, "note-written"), ticket.note ? this.#by(ticket.note) : "");
    setText(part(this.dialog, "note-old"), "");
    this.#say("");
    const live = ["waiting", "called", "serving", "on_hold"].includes(ticket.state);
    const field = this.form.elements.text;
    field.value = text;
    field.readOnly = !live;
    setShown(part(this.dialog, "note-save"), live);
    setShown(part(this.dialog, "note-remove"), live && ticket.note);
    this.#count();
    this.desk.dialogs.choose("note");
    field.focus();
  }

  async #read(id, { number }) {
    const key = `${number}/${id}`;
    if (!this.#known.has(key)) {
      const asked = this.desk.api.get(`/desks/${encodeURIComponent(this.desk.id)}/tickets/${encodeURIComponent(id)}/note`);
      this.#known.set(key, asked.then(({ note }) => note?.text ?? null));
      asked.catch(() => this.#known.delete(key));
    }
    return this.#known.get(key);
  }

  /** The key is that of the text: a second press after a lost answer writes it once. */
  async #write(text) {
    const { desk } = this;
    const ticket = this.#ticket;
    if (!ticket) return;
    const body = { ticket: ticket.id, number: this.#seen, text };
    if (this.#wish?.text !== text || this.#wish.number !== body.number) this.#wish = { text, number: body.number, key: newKey() };
    setAttribute(this.form, "aria-busy", "true");
    try {
      const view = await desk.api.post(`/desks/${encodeURIComponent(desk.id)}/note`, body, this.#wish.key);
      if (!desk.view) return;
      this.dialog.close("");
      desk.show(view);
      desk.say(desk.texts.say(text ? "desk-note-saved" : "desk-note-removed", { code: ticket.code }));
    } catch (problem) {
      if (!desk.view) return;
      if (problem.status === 401) return desk.fails(problem);
      if (problem.code === "note_changed") await this.#changed(ticket);
      this.#say(problem.code === "network" ? desk.texts.say("desk-network") : problem.message);
    } finally {
      setAttribute(this.form, "aria-busy", null);
    }
  }

  /** Somebody else was faster: their text is shown, the own one stays to be put together with it. */
  async #changed(ticket) {
    const { desk } = this;
    await desk.live.fetch(true);
    const all = [desk.view?.current, ...(desk.view?.waiting ?? []), ...(desk.view?.held ?? [])];
    const now = all.find((one) => one?.id === ticket.id);
    this.#seen = now?.note?.number ?? 0;
    const text = now?.note ? await this.#read(ticket.id, now.note).catch(() => null) : null;
    setText(part(this.dialog, "note-written"), now?.note ? this.#by(now.note) : "");
    setText(part(this.dialog, "note-old"), text ? desk.texts.say("desk-note-new", { what: text }) : "");
  }

  #by({ desk, at }) {
    return this.desk.texts.say("desk-note-by", { desk, time: hoursMinutes(at) });
  }

  #count() {
    setText(part(this.dialog, "note-left"), this.desk.texts.say("desk-note-left", { n: MOST - this.form.elements.text.value.length }));
  }

  #say(sentence) {
    const line = part(this.dialog, "note-message");
    setAttribute(line, "data-kind", "refused");
    setText(line, sentence);
  }
}
