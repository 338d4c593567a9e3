import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { picture } from "./qr.js";
import { ahead, between, named, range } from "./words.js";

/** The ticket on the screen: code, place, honest wait, and what became of its paper. */
export class TicketScreen {
  #answer = null;

  constructor(root, texts, catalogue) {
    this.root = root.querySelector('section[data-screen="ticket"]');
    this.texts = texts;
    this.catalogue = catalogue;
  }

  /** Whether the paper is missing, so that the number must stay long enough to be written down. */
  get paperless() {
    return this.#answer?.print?.state === "failed";
  }

  /** @param {{ticket: object, print?: {state: string, reason: string | null}, offline?: boolean}} answer */
  show(answer) {
    this.#answer = answer;
    part(this.root, "qr").querySelector("svg")?.remove();
    const code = answer.ticket.status_url && picture(new URL(answer.ticket.status_url, location.href).href);
    if (code) part(this.root, "qr").prepend(code);
    setShown(part(this.root, "qr"), code);
    this.translate();
  }

  /** What became of the paper since; news of another ticket's paper is dropped. */
  printed(ticket, print) {
    if (this.#answer?.ticket !== ticket) return;
    this.#answer.print = print;
    this.translate();
  }

  forget() {
    this.#answer = null;
    part(this.root, "qr").querySelector("svg")?.remove();
    for (const name of ["code", "service", "booked", "print", "ahead", "estimate", "between"]) setText(part(this.root, name), "");
  }

  translate() {
    if (!this.#answer) return;
    const { texts } = this;
    const { ticket, offline } = this.#answer;
    const booked = ticket.channel === "booked";
    this.#put("code", ticket.code);
    this.#service(ticket);
    this.#put("booked", ticket.booked_for ? texts.say("kiosk-ticket-booked", { time: hoursMinutes(ticket.booked_for) }) : "");
    this.#paper();
    this.#put("ahead", offline ? texts.say("kiosk-ticket-offline") : ahead(texts, ticket.people_ahead));
    this.#put("estimate", offline ? "" : range(texts, ticket.wait));
    this.#put("between", offline ? "" : between(texts, ticket.wait, ticket.issued_at));
    setShown(part(this.root, "another"), booked);
    setShown(part(this.root, "another-go"), booked);
  }

  #service(ticket) {
    const service = this.catalogue.service(ticket.service);
    const [name, language] = named(service?.name ?? ticket.service_name ?? "", this.texts.language);
    this.#put("service", service ? `${service.letter}: ${name}` : name);
    setAttribute(part(this.root, "service"), "lang", language === this.texts.language ? null : language);
  }

  #paper() {
    const { state, reason } = this.#answer.print ?? {};
    const why = state === "failed" && this.texts.has(`kiosk-print-${reason}`) ? `${this.texts.say(`kiosk-print-${reason}`)} ` : "";
    const known = ["printing", "printed", "failed"].includes(state);
    this.#put("print", known ? why + this.texts.say(`kiosk-print-${state}`) : "");
    setAttribute(this.root, "data-paper", state);
  }

  #put(name, text) {
    setText(part(this.root, name), text);
    setShown(part(this.root, name), Boolean(text));
  }
}
