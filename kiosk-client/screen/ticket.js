import { hoursMinutes } from "../shared/js/clock.js";
import { part, setShown, setText } from "../shared/js/dom.js";

/** The ticket on the screen: code, place, honest wait. */
export class TicketScreen {
  #ticket = null;

  /** @param {(service: string) => string} nameOf the `letter: name` of a service */
  constructor(root, texts, nameOf) {
    this.root = root.querySelector('section[data-screen="ticket"]');
    this.texts = texts;
    this.nameOf = nameOf;
  }

  show(ticket) {
    this.#ticket = ticket;
    this.translate();
  }

  forget() {
    this.#ticket = null;
    for (const name of ["code", "service", "booked", "ahead", "estimate", "between"]) setText(part(this.root, name), "");
  }

  translate() {
    const ticket = this.#ticket;
    if (!ticket) return;
    const { texts } = this;
    const booked = ticket.channel === "booked";
    const put = (name, text) => {
      setText(part(this.root, name), text);
      setShown(part(this.root, name), Boolean(text));
    };
    put("code", ticket.code);
    put("service", this.nameOf(ticket.service) || ticket.service_name || "");
    put("booked", ticket.booked_for ? texts.say("kiosk-ticket-booked", { time: hoursMinutes(ticket.booked_for) }) : "");
    const n = ticket.people_ahead;
    put("ahead", n > 0 ? texts.say("kiosk-ticket-ahead", { n }) : n === 0 ? texts.say("kiosk-ticket-first") : "");
    put("estimate", this.#wait(ticket.wait));
    put("between", this.#between(ticket));
    setShown(part(this.root, "another"), booked);
    setShown(part(this.root, "another-go"), booked);
  }

  #wait(wait) {
    if (!wait) return this.texts.say("kiosk-ticket-wait-unknown");
    const { from_minutes: from, to_minutes: n } = wait;
    return this.texts.say(from > 0 ? "kiosk-ticket-wait" : "kiosk-ticket-wait-short", { from, n });
  }

  /** The probable hours of the call, in the office's time: the ticket's own instant carries it (R30, R38). */
  #between({ wait, issued_at: issued }) {
    if (!wait || wait.to_minutes < 5) return "";
    const [from, to] = [wait.from_minutes, wait.to_minutes].map((minutes) => later(issued, minutes));
    return this.texts.say("kiosk-ticket-between", { from, to });
  }
}

/** `HH:MM` some minutes after an instant, by the wall clock that stands in it. */
function later(instant, minutes) {
  const wall = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + minutes;
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(wall / 60) % 24)}:${two(wall % 60)}`;
}
