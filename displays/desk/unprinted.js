import { copyOf, part, reconcile, setShown, setText } from "../shared/js/dom.js";
import { hoursMinutes } from "../shared/js/clock.js";

const POLL = 5000;
/** The list is asked for along with a new view, but not for every one of a rush. */
const LEAST = 2000;

/** Tickets whose paper did not come out: their visitors hold nothing but a number. Shown only while there are some. */
export class Unprinted {
  #timer = 0;
  #asked = 0;
  #rows = [];

  constructor(desk) {
    this.desk = desk;
    this.section = part(desk.root, "unprinted");
    this.list = part(desk.root, "unprinted-list");
    this.list.addEventListener("click", (event) => this.#press(event));
  }

  start() {
    this.stop();
    this.#timer = setInterval(() => this.#fetch(), POLL);
    this.#fetch();
  }

  stop() {
    clearInterval(this.#timer);
    this.#show([]);
  }

  /** The view has changed: there may be a new one. */
  soon() {
    if (performance.now() - this.#asked > LEAST) this.#fetch();
  }

  async #fetch() {
    if (document.hidden || !this.desk.session.token) return;
    this.#asked = performance.now();
    // What cannot be read now is read the next time; the desk's own view tells that the server is away.
    const answer = await this.desk.api.get(`/desks/${encodeURIComponent(this.desk.id)}/unprinted`).catch(() => null);
    if (answer && this.desk.session.token) this.#show(answer.unprinted);
  }

  #show(rows) {
    const { texts } = this.desk;
    if (rows.length !== this.#rows.length) setText(part(this.desk.root, "unprinted-said"), rows.length ? texts.say("desk-unprinted-count", { n: rows.length }) : "");
    this.#rows = rows;
    setShown(this.section, rows.length > 0);
    reconcile(this.list, rows, (row) => row.ticket, () => this.#row(), (node, row) => {
      const known = `desk-unprinted-${row.reason}`;
      const reason = texts.say(texts.has(known) ? known : "desk-unprinted-error");
      setText(part(node, "code"), row.code);
      setText(part(node, "facts"), `${row.kiosk.name}, ${hoursMinutes(row.at)}`);
      setText(part(node, "service"), reason);
      for (const name of ["first", "second"]) setText(part(part(node, name), "of"), row.code);
    });
  }

  #row() {
    const node = copyOf("row");
    part(node, "service").removeAttribute("lang");
    // The row shows its second button first.
    this.#button(part(node, "second"), "reprint", "desk-reprint");
    this.#button(part(node, "first"), "unprinted/told", "desk-told");
    return node;
  }

  #button(button, act, word) {
    setShown(button, true);
    button.dataset.act = act;
    setText(part(button, "word"), this.desk.texts.say(word));
  }

  async #press(event) {
    const button = event.target.closest("button[data-act]");
    const row = this.#rows.find((one) => one.ticket === button?.closest("li").dataset.key);
    if (!row || button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await this.#send(button.dataset.act, row).finally(() => button.removeAttribute("aria-disabled"));
  }

  async #send(act, row) {
    const { api, id, texts } = this.desk;
    try {
      const answer = await api.post(`/desks/${encodeURIComponent(id)}/${act}`, { ticket: row.ticket });
      if (answer.unprinted) this.#show(answer.unprinted);
      const said = answer.unprinted ? "desk-told-done" : "desk-reprinted";
      this.desk.say(texts.say(said, { code: row.code, what: answer.kiosk?.name }));
    } catch (problem) {
      if (problem.status === 401) return this.desk.end(texts.say("desk-logged-out"));
      this.desk.say(problem.code === "network" ? texts.say("desk-network") : problem.message, "refused");
    }
  }
}
