import { hoursMinutes } from "../shared/js/clock.js";
import { part, setText } from "../shared/js/dom.js";

/** Writes a ticket into its row. */
export function fillTicket(row, ticket, wall, view) {
  if (!ticket) return;
  setText(part(row, "code"), ticket.code);
  setText(part(row, "facts"), facts(ticket, wall, view));
}

/** What is told of a ticket, in one line. */
export function facts(ticket, { texts, clock }, view) {
  const told = [ticket.service_name];
  if (ticket.booked_for) told.push(texts.say("wall-booked-for", { time: hoursMinutes(ticket.booked_for) }));
  if (ticket.priority) told.push(priority(ticket.priority, texts));
  if (ticket.state === "waiting") told.push(texts.say("wall-waits", { n: Math.max(0, Math.floor(clock.since(ticket.issued_at) / 60_000)) }));
  else if (texts.has(`wall-ticket-${ticket.state}`)) told.push(texts.say(`wall-ticket-${ticket.state}`));
  if (ticket.desk_only) told.push(texts.say("wall-only-at", { desk: view.desks.find(({ id }) => id === ticket.desk_only)?.label ?? ticket.desk_only }));
  return told.join(" · ");
}

/** A class of statutory priority in words; the office's own ones by their id. */
export function priority(id, texts) {
  const key = `wall-priority-${id}`;
  return texts.has(key) ? texts.say(key) : id;
}
