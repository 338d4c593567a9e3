import { hoursMinutes } from "../shared/js/clock.js";
import { copyOf, part, reconcile, setShown, setText } from "../shared/js/dom.js";

/** The booked visits of the day and the tickets that have ended: asked for when it is opened, no names in it. */
export class Day {
  #rows = new Map();
  #notes = new Map();

  constructor(desk) {
    this.desk = desk;
    this.dialog = document.getElementById("day-dialog");
    part(desk.root, "day").addEventListener("click", () => this.open());
    this.dialog.addEventListener("click", (event) => this.#press(event));
  }

  async open() {
    setText(part(this.dialog, "day-message"), "");
    if (await this.#fetch()) this.desk.dialogs.choose("day");
  }

  async #fetch() {
    const { desk } = this;
    try {
      this.#show(await desk.api.get(`/desks/${encodeURIComponent(desk.id)}/day`));
      return true;
    } catch (problem) {
      desk.fails(problem);
      return false;
    }
  }

  #show({ visits, ended }) {
    const { texts } = this.desk;
    this.#rows.clear();
    this.#notes.clear();
    const state = (visit) => visit.ticket_state && visit.state === "collected"
      ? texts.say(`desk-ticket-state-${visit.ticket_state}`) : texts.say(`desk-visit-${visit.state}`);
    this.#fill("visits", "visit-rows", visits, (visit) => visit.appointment, (visit) => [
      visit.start, state(visit), visit.can_revert ? ["revert-check-in", "desk-day-revert", visit.ticket] : null,
    ]);
    this.#fill("ended", "ended-rows", ended, (ticket) => ticket.id, (ticket) => [
      ticket.ended_at, texts.say(`desk-ticket-state-${ticket.state}`), ["reactivate", "desk-reactivate", ticket.id],
    ]);
  }

  #fill(table, body, items, key, facts) {
    setShown(part(this.dialog, `${table}-none`), items.length === 0);
    setShown(part(this.dialog, table).parentElement, items.length > 0);
    reconcile(part(this.dialog, body), items, key, () => copyOf("day-row"), (row, item) => {
      const [at, state, act] = facts(item);
      setText(part(row, "hour"), hoursMinutes(at));
      setText(part(row, "service"), `${item.letter}: ${item.service_name}`);
      setText(part(row, "state"), state);
      setText(part(row, "code"), item.code ?? "");
      const noted = item.note && { id: item.ticket ?? item.id, code: item.code, note: item.note, state: item.ticket_state ?? item.state };
      if (noted) this.#notes.set(String(key(item)), noted);
      setShown(part(row, "note-row"), noted);
      setText(part(row, "note-of"), item.code ?? "");
      const button = part(row, "act");
      setShown(button, Boolean(act));
      if (!act) return;
      button.disabled = act[0] === "reactivate" && !this.desk.commands.allows("reactivate");
      this.#rows.set(String(key(item)), { act: act[0], ticket: act[2], code: item.code });
      setText(part(button, "word"), this.desk.texts.say(act[1]));
      setText(part(button, "of"), item.code ?? "");
    });
  }

  async #press(event) {
    const noted = event.target.closest("button[data-part=note-row]");
    if (noted) return this.desk.notes.open(this.#notes.get(noted.closest("tr").dataset.key));
    const button = event.target.closest("button[data-part=act]");
    const row = this.#rows.get(button?.closest("tr").dataset.key);
    if (!row) return;
    button.disabled = true;
    await this.desk.others.send(row.act, { ticket: row.ticket }, row.code);
    setText(part(this.dialog, "day-message"), part(this.desk.root, "message").textContent);
    await this.#fetch();
    part(this.dialog, "day-message").closest("div").querySelector("[data-close]").focus();
  }
}
