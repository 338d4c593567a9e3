import { day, hoursMinutes } from "../shared/js/clock.js";
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { fillDesk, tickDesk } from "./desks.js";
import { fillService } from "./services.js";
import { fillTicket } from "./tickets.js";

/** One department of the wall: its services, its desks, its tickets. Rows that stay keep their place and the focus. */
export class Department {
  constructor(wall, id) {
    this.wall = wall;
    this.node = copyOf("department");
    const heading = part(this.node, "name");
    heading.id = `department-${id}`;
    this.node.setAttribute("aria-labelledby", heading.id);
  }

  show(view) {
    this.view = view;
    const { texts } = this.wall;
    const node = this.node;
    setAttribute(node, "data-level", view.level);
    setText(part(node, "name"), view.department.name);
    const n = view.services.reduce((sum, one) => sum + one.waiting, 0);
    setText(part(node, "people"), texts.say("wall-people", { n }));
    setText(part(node, "hours"), this.#hours(view));
    const late = view.unserved?.to > 0;
    setShown(part(node, "unserved"), late);
    if (late) setText(part(node, "unserved"), texts.say("wall-unserved-all", { what: range(texts, view.unserved) }));
    this.#services(view);
    this.#desks(view);
    this.#tickets(view);
  }

  /** What the clock alone changes. */
  tick() {
    if (!this.view) return;
    for (const row of part(this.node, "desks").children) tickDesk(row, this.#desk(row.dataset.key), this.wall);
    for (const row of part(this.node, "list-waiting").children) fillTicket(row, this.#ticket(row.dataset.key), this.wall, this.view);
  }

  service(id) {
    return this.view.services.find((one) => one.id === id);
  }

  /** `R: Rejestracja …` of a service of this department; its id where there is none any more. */
  title(id) {
    const service = this.service(id);
    return service ? `${service.letter}: ${service.name}` : id;
  }

  #desk(id) {
    return this.view.desks.find((one) => one.id === id);
  }

  #ticket(id) {
    return [...this.view.waiting, ...this.view.on_hold, ...this.view.ended].find((one) => one.id === id);
  }

  #hours({ open, opens_at: opens, closes_at: closes }) {
    const { texts, clock } = this.wall;
    if (open && closes) return texts.say("wall-open-until", { time: hoursMinutes(closes) });
    if (!opens) return texts.say("wall-closed");
    const today = opens.slice(0, 10) === clock.wall().slice(0, 10);
    return texts.say(today ? "wall-opens-today" : "wall-opens", { date: day(opens), time: hoursMinutes(opens) });
  }

  #services(view) {
    const make = (service) => {
      const row = copyOf("service");
      row.id = `row-${service.id}`;
      part(row, "act").addEventListener("click", () => this.wall.acts.service(this, service.id));
      return row;
    };
    reconcile(part(this.node, "services"), view.services, (one) => one.id, make, (row, one) => fillService(row, one, this.wall));
  }

  #desks(view) {
    const make = (desk) => {
      const row = copyOf("desk");
      row.querySelector("button").addEventListener("click", () => this.wall.acts.desk(this, this.#desk(desk.id)));
      return row;
    };
    reconcile(part(this.node, "desks"), view.desks, (one) => one.id, make, (row, one) => fillDesk(row, one, this.wall, this));
  }

  #tickets(view) {
    const make = (ticket) => {
      const row = copyOf("ticket");
      row.querySelector("button").addEventListener("click", () => this.#open(ticket.id));
      return row;
    };
    for (const name of ["waiting", "on_hold", "ended"]) {
      reconcile(part(this.node, `list-${name}`), view[name], (one) => one.id, make, (row, one) => fillTicket(row, one, this.wall, view));
      setAttribute(part(this.node, `list-${name}`).parentElement, "data-empty", view[name].length ? null : "");
      const [more, n] = [part(this.node, `more-${name}`), view[`${name}_more`]];
      setShown(more, n > 0);
      setText(more, this.wall.texts.say("wall-tickets-more", { n }));
    }
    const n = view.waiting.length + view.waiting_more + view.on_hold.length + view.on_hold_more;
    setText(part(this.node, "tickets-title"), this.wall.texts.say("wall-tickets-count", { n }));
  }

  #open(id) {
    const ticket = this.#ticket(id);
    if (ticket) this.wall.acts.ticket(this, ticket);
  }
}

/** `3–6`, or `3` where both ends are the same. */
export function range(texts, { from, to }) {
  return from === to ? String(to) : texts.say("wall-range-people", { from, to });
}
