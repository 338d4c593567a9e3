import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";

/** The texts of a reason's code; the rest of the reason is its argument. */
const REASONS = {
  booked: "booked", due: "due", oldest: "oldest", priority: "priority", first: "first", overtaken: "overtaken",
  waited: "waited", ratio: "ratio", only: "only", chosen: "chosen", held: "held",
};

/** Where there is no call to tell of. */
const NOTHING_SAID = { kind: null, text: "", settled: false };

/** The ticket at this desk, large: what the clerk must know before the visitor has sat down. */
export class CurrentTicket {
  constructor(root, texts, clock) {
    this.root = part(root, "current");
    this.texts = texts;
    this.clock = clock;
  }

  show(view) {
    const ticket = view.current;
    setShown(part(this.root, "ticket"), Boolean(ticket));
    setShown(part(this.root, "nobody"), !ticket);
    if (ticket) this.#fill(ticket);
    else setText(part(this.root, "nobody"), this.#nobody(view));
  }

  /** Every second: how long the visitor has been walking or sitting here. */
  tick(view) {
    const ticket = view.current;
    setText(part(this.root, "timer"), runningTime(ticket, this.clock));
  }

  #nobody(view) {
    if (view.state === "closed") return this.texts.say("desk-closed-hint");
    if (view.state !== "paused") return this.texts.say("desk-free-hint");
    const known = `desk-pause-${view.paused_reason}`;
    const reason = this.texts.say(this.texts.has(known) ? known : "desk-pause-reason-none");
    return this.texts.say("desk-paused-hint", { reason });
  }

  #fill(ticket) {
    const { texts } = this;
    const put = (name, text) => setText(part(this.root, name), text);
    put("code", ticket.code);
    put("letter", ticket.letter ?? ticket.code.slice(0, 1));
    put("service", ticket.service_name ?? ticket.service);
    put("channel", ticket.booked_for ? `${texts.say("desk-booked-for")}: ${hoursMinutes(ticket.booked_for)}` : texts.say("desk-walk-in"));
    put("priority", ticket.priority ? texts.say(`desk-priority-${ticket.priority}`) : "");
    setShown(part(this.root, "priority"), Boolean(ticket.priority));
    put("conflict", sayConflict(texts, ticket));
    setShown(part(this.root, "conflict"), Boolean(ticket.conflict));
    put("recalls", `${texts.say("desk-recalls")}: ${(ticket.recalls ?? 0) + 1}`);
    setShown(part(this.root, "recalls"), ticket.recalls > 0);
    put("issued", hoursMinutes(ticket.issued_at));
    put("waited", this.#waited(ticket));
    put("since-word", texts.say(ticket.started_at ? "desk-started-at" : "desk-called-at"));
    put("since", hoursMinutes(ticket.started_at ?? ticket.called_at) || "–");
    put("reason", sayReason(texts, ticket.reason));
    this.#legs(ticket.legs ?? []);
    this.#announced(ticket);
  }

  /** What the visit was for before it came to this matter. */
  #legs(legs) {
    const list = legs.map((leg) => this.texts.say("desk-leg-at", {
      what: leg.letter ? `${leg.letter}: ${leg.service_name}` : leg.service_name, desk: leg.desk_label ?? "–", time: hoursMinutes(leg.ended_at),
    }));
    setShown(part(this.root, "legs"), list.length > 0);
    setText(part(this.root, "legs-list"), list.join("; "));
  }

  /** What the lobby made of the call. Read aloud once it is settled; whoever sits here already has heard enough. */
  #announced(ticket) {
    const line = part(this.root, "announced");
    const { kind, text, settled } = ticket.started_at ? NOTHING_SAID : sayAnnouncement(this.texts, ticket.announcement);
    setAttribute(line, "aria-live", settled ? "polite" : "off");
    setAttribute(line, "data-kind", kind);
    setText(line, text);
  }

  #waited(ticket) {
    const until = ticket.called_at ? Date.parse(ticket.called_at) : this.clock.now();
    const minutes = Math.max(0, Math.floor((until - Date.parse(ticket.issued_at)) / 60_000));
    return this.texts.say("desk-minutes", { n: minutes });
  }
}

/** A sentence for a compact reason such as `due 10:20`; an unknown one is shown as it came. */
export function sayReason(texts, reason) {
  if (!reason) return "–";
  const [code, arg = ""] = reason.split(" ");
  if (texts.has(`desk-reason-${code}-${arg}`)) return texts.say(`desk-reason-${code}-${arg}`);
  if (code === "priority" && texts.has(`desk-priority-${arg}`)) return `${texts.say("desk-reason-priority")}: ${texts.say(`desk-priority-${arg}`)}`;
  return REASONS[code] ? texts.say(`desk-reason-${REASONS[code]}`, { arg }) : reason;
}

/** Why the holder of a booked visit's paper waits as a walk-in; empty for everybody else. */
export function sayConflict(texts, ticket) {
  if (!ticket.conflict) return "";
  const known = `desk-conflict-${ticket.conflict}`;
  return texts.say(texts.has(known) ? known : "desk-conflict-other");
}

/** What screens did about a call, as `{kind, text, settled}`; `settled` when nothing better is to be expected of them. */
export function sayAnnouncement(texts, announcement) {
  if (!announcement) return NOTHING_SAID;
  const { screens, shown, spoken, late, silent, blocked } = announcement;
  const say = (kind, word, settled = true) => ({ kind, text: texts.say(`desk-announced-${word}`), settled });
  if (spoken) return say("spoken", "spoken");
  if (blocked) return say("unheard", "blocked");
  if (late) return say("unheard", "late");
  if (silent) return say("shown", "silent");
  if (shown) return say("shown", "shown", false);
  return screens ? say("waiting", "waiting", false) : say("none", "none");
}

/** How long the visitor of a ticket has been walking, or sitting here, as `mm:ss` by the server's clock. */
export function runningTime(ticket, clock) {
  const since = ticket?.started_at ?? ticket?.called_at;
  return since ? stopwatch(clock.since(since)) : "";
}

function stopwatch(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
