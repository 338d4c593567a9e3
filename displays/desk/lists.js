import { hoursMinutes } from "../shared/js/clock.js";
import { sayConflict, sayReason } from "./current.js";
import { copyOf, part, reconcile, setShown, setText } from "../shared/js/dom.js";

/** The three lists of a desk and its counts: who waits, who is on hold, who did not come. */
export class Lists {
  #tickets = new Map();

  /**
   * @param {import("./others.js").Others} others what can be done with a ticket that waits
   * @param {import("./notes.js").Notes} notes what colleagues are told of it
   */
  constructor(root, texts, commands, others, notes) {
    Object.assign(this, { others, notes });
    this.root = root;
    this.texts = texts;
    this.commands = commands;
    this.counts = Array.from(root.querySelectorAll("[data-count]"));
    for (const list of root.querySelectorAll("[data-list]")) list.addEventListener("click", (event) => this.#press(event));
  }

  show(view) {
    this.#tickets.clear();
    this.#fill("waiting", view.waiting ?? [], view, (ticket) => [this.#waited(ticket)], ["more", "call"]);
    this.#fill("held", view.held ?? [], view, (ticket) => this.#held(ticket), ["unhold", "call"]);
    this.#fill("no_shows", view.no_shows ?? [], view, (ticket) => [this.#booked(ticket)], ["reactivate", "call"]);
    const next = part(this.root, "next");
    setShown(next, Boolean(view.next));
    setText(next, view.next ? this.texts.say("desk-next-why", { code: view.next.code, reason: sayReason(this.texts, view.next.reason) }) : "");
    for (const node of this.counts) setText(node, view.counts?.[node.dataset.count] ?? "–");
    const unseen = (view.counts?.waiting ?? 0) - (view.waiting?.length ?? 0);
    setShown(part(this.root, "more"), unseen > 0);
    setText(part(this.root, "more"), unseen > 0 ? this.texts.say("desk-more", { n: unseen }) : "");
  }

  #fill(name, tickets, view, facts, commands) {
    const list = this.root.querySelector(`[data-list="${name}"]`);
    setShown(part(this.root, `${name}-none`), tickets.length === 0);
    setShown(list, tickets.length > 0);
    reconcile(list, tickets, (ticket) => ticket.id, () => copyOf("row"), (row, ticket) => {
      this.#tickets.set(ticket.id, ticket);
      row.dataset.channel = ticket.channel;
      setText(part(row, "code"), ticket.code);
      const note = ticket.note && this.texts.say("desk-note");
      setText(part(row, "facts"), [note, ...facts(ticket)].filter(Boolean).join(" · "));
      setText(part(row, "service"), ticket.service_name ?? "");
      setShown(part(row, "note-row"), ticket.note || name !== "no_shows");
      row.toggleAttribute("data-noted", Boolean(ticket.note));
      setText(part(part(row, "note-row"), "of"), ticket.code);
      this.#button(part(row, "first"), commands[0], ticket);
      this.#button(part(row, "second"), commands[1], ticket);
    });
  }

  #button(button, command, ticket) {
    setShown(button, Boolean(command));
    if (!command) return;
    button.dataset.row = command;
    button.disabled = command !== "more" && !this.commands.allows(command);
    const word = { call: "desk-call-word", unhold: "desk-unhold", reactivate: "desk-reactivate", more: "desk-row-more" }[command];
    setText(part(button, "word"), this.texts.say(word));
    setText(part(button, "of"), ticket.code);
  }

  #press(event) {
    const button = event.target.closest("button[data-row]");
    const ticket = this.#tickets.get(button?.closest("li").dataset.key);
    if (ticket && button.dataset.row === "more") return this.others.open(ticket);
    if (ticket && button.dataset.row === "note") return this.notes.open(ticket);
    if (!ticket || !this.commands.allows(button.dataset.row)) return;
    if (button.dataset.row === "call") this.commands.call(ticket);
    else this.commands.send(button.dataset.row, { ticket: ticket.id });
  }

  #waited(ticket) {
    const facts = [this.#booked(ticket), this.texts.say("desk-minutes", { n: ticket.waited_minutes ?? 0 })];
    if (ticket.priority) facts.push(this.texts.say(`desk-priority-${ticket.priority}`));
    facts.push(sayConflict(this.texts, ticket));
    if (ticket.desk_only) facts.push(this.texts.say("desk-desk-only"));
    return facts.filter(Boolean).join(" · ");
  }

  #held(ticket) {
    const known = `desk-hold-${ticket.hold_reason}`;
    const reason = ticket.hold_reason ? this.texts.say(this.texts.has(known) ? known : "desk-hold-other") : "";
    return [reason, ticket.until ? this.texts.say("desk-until", { time: hoursMinutes(ticket.until) }) : ""];
  }

  #booked(ticket) {
    return ticket.booked_for ? hoursMinutes(ticket.booked_for) : "";
  }
}
