import { copyOf, part, setShown, setText } from "../shared/js/dom.js";
import { hoursMinutes } from "../shared/js/clock.js";
import { longDay } from "./words.js";

/** Days that one question to the server may span. */
const DAYS = 91;

/** Day, then hour, as two groups of radio buttons: arrows choose, Tab goes on. */
export class Picker {
  #days = [];
  #generation = 0;

  constructor(root, name, staff) {
    this.name = name;
    this.staff = staff;
    this.days = part(root, `${name}-days`);
    this.hours = part(root, `${name}-hours`);
    this.days.addEventListener("change", (event) => this.#showHours(event.target.value));
  }

  /** The chosen term, or what is missing: `{start}` or `{missing}` with the id of the group. */
  get choice() {
    const day = this.days.querySelector("input:checked");
    const hour = this.hours.querySelector("input:checked");
    if (hour) return { start: hour.value };
    return day ? { missing: "hour", target: `${this.name}-hours` } : { missing: "day", target: `${this.name}-days` };
  }

  clear() {
    this.#generation += 1;
    setShown(this.days, false);
    setShown(this.hours, false);
    part(this.days, "choices").replaceChildren();
    part(this.hours, "choices").replaceChildren();
  }

  /** Asks for the free terms of a service; what was chosen before stays chosen where it is still free. */
  async load(service, title) {
    const generation = ++this.#generation;
    const day = this.days.querySelector("input:checked")?.value;
    const hour = this.hours.querySelector("input:checked")?.value;
    const { days } = await this.staff.api.get(`/services/${encodeURIComponent(service)}/slots?${this.#range()}`);
    if (generation !== this.#generation) return;
    this.title = title;
    this.#days = days.filter((one) => one.slots.length > 0);
    const { texts } = this.staff;
    const choices = this.#days.map(({ date, slots }) => this.#choice("day", date, longDay(date, texts.language), texts.say("staff-day-free", { n: slots.length })));
    part(this.days, "choices").replaceChildren(...choices);
    part(this.hours, "choices").replaceChildren();
    setShown(this.hours, false);
    setShown(part(this.days, "none"), choices.length === 0);
    setShown(this.days, true);
    if (day) this.pick(hour ?? day);
  }

  /** Chooses a term (an instant) as far as it is there, or only its day; gives back what can be focused. */
  pick(start) {
    const day = this.#input(this.days, start.slice(0, 10));
    if (!day) return this.days;
    day.checked = true;
    this.#showHours(day.value);
    const hour = this.#input(this.hours, start);
    if (hour) hour.checked = true;
    return hour ?? day;
  }

  #input(group, value) {
    return Array.from(group.querySelectorAll("input")).find((input) => input.value === value);
  }

  #showHours(date) {
    const slots = this.#days.find((day) => day.date === date)?.slots ?? [];
    const { texts } = this.staff;
    setText(part(this.hours, "legend"), texts.say("staff-hour-on", { date: longDay(date, texts.language), what: this.title }));
    part(this.hours, "choices").replaceChildren(...slots.map(({ start }) => this.#choice("hour", start, hoursMinutes(start), "")));
    setShown(this.hours, true);
  }

  #choice(kind, value, main, more) {
    const label = copyOf("choice");
    Object.assign(label.querySelector("input"), { name: `${this.name}-${kind}`, value });
    setText(part(label, "main"), main);
    setText(part(label, "more"), more);
    return label;
  }

  #range() {
    const from = document.body.dataset.today;
    const to = new Date(`${from}T12:00:00Z`);
    to.setUTCDate(to.getUTCDate() + DAYS);
    return new URLSearchParams({ from, to: to.toISOString().slice(0, 10) });
  }
}
