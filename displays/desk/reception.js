import { newKey } from "../shared/js/api.js";
import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { fillPriorities, group } from "./dialogs.js";

const PRINT_AT = "okienko.desk.print-at";
const HERE = "here";

/** Reception: a walk-in ticket or the ticket of a booked visit for somebody who stands at the desk, on paper or told. */
export class Reception {
  #services = [];

  constructor(desk) {
    this.desk = desk;
    this.dialog = document.getElementById("reception-dialog");
    this.printAt = part(this.dialog, "print-at");
    part(desk.root, "reception").addEventListener("click", () => this.open());
    this.#form("walk-form", (form) => this.#walk(form));
    this.#form("entry-form", (form) => this.#enter(form));
    part(this.dialog, "walk-form").elements.service.addEventListener("change", () => this.#classes());
    this.printAt.addEventListener("change", () => localStorage.setItem(PRINT_AT, this.printAt.value));
    part(this.dialog, "slip-print").addEventListener("click", () => this.#print());
  }

  async open() {
    const { desk } = this;
    try {
      this.#show(await desk.api.get(`/desks/${encodeURIComponent(desk.id)}/reception`));
    } catch (problem) {
      return desk.fails(problem);
    }
    part(this.dialog, "entry-form").reset();
    this.#say("");
    setShown(part(this.dialog, "slip"), false);
    setShown(part(this.dialog, "slip-print"), false);
    desk.dialogs.choose("reception");
  }

  #show({ services, kiosks }) {
    const { texts, view } = this.desk;
    this.#services = services;
    const groups = new Map();
    // The desk's own department stands first.
    const own = (service) => Number(service.department.id !== view.department.id);
    for (const service of [...services].sort((a, b) => own(a) - own(b))) {
      const { name } = service.department;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push([service.id, `${service.letter}: ${service.name}`]);
    }
    const select = part(this.dialog, "walk-form").elements.service;
    select.replaceChildren(...Array.from(groups, ([name, options]) => group(name, options)));
    this.#classes();
    const places = [["", texts.say("desk-reception-no-paper")], [HERE, texts.say("desk-reception-browser")], ...kiosks.map(({ id, name }) => [`kiosk:${id}`, name])];
    this.printAt.replaceChildren(...places.map(([value, text]) => new Option(text, value)));
    const kept = localStorage.getItem(PRINT_AT) ?? "";
    this.printAt.value = places.some(([value]) => value === kept) ? kept : "";
  }

  #classes() {
    const { service, priority } = part(this.dialog, "walk-form").elements;
    const found = this.#services.find((one) => one.id === service.value);
    fillPriorities(priority, found?.priority_classes ?? [], this.desk.texts, "");
  }

  /** One request at a time; the key is that of the form's content, so a second press after a lost answer gives no second ticket. */
  #form(name, send) {
    const form = part(this.dialog, name);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("[type=submit]");
      if (button.getAttribute("aria-disabled") === "true") return;
      setAttribute(button, "aria-disabled", "true");
      await send(form).finally(() => setAttribute(button, "aria-disabled", null));
    });
  }

  #walk(form) {
    const { service, priority } = form.elements;
    return this.#send("tickets", { service: service.value, ...(priority.value && { priority: priority.value }) }, form);
  }

  async #enter(form) {
    const typed = form.elements.entry.value.trim();
    const digits = typed.replace(/\D/g, "");
    setAttribute(form.elements.entry, "aria-invalid", digits.length < 6 ? "true" : null);
    if (digits.length < 6) {
      this.#say(this.desk.texts.say("desk-reception-entry-missing"), "refused");
      return form.elements.entry.focus();
    }
    await this.#send("check-ins", digits.length === 6 && typed.length <= 7 ? { code: digits } : { phone: typed }, form);
  }

  async #send(call, body, form) {
    const { desk } = this;
    const [place, kiosk] = this.printAt.value.split(/:(.*)/s);
    const whole = place === "kiosk" ? { ...body, kiosk } : body;
    const asked = JSON.stringify(whole);
    if (form.dataset.asked !== asked) Object.assign(form.dataset, { asked, key: newKey() });
    try {
      const answer = await desk.api.post(`/desks/${encodeURIComponent(desk.id)}/${call}`, whole, form.dataset.key);
      this.#forget(form);
      this.#given(answer, place);
      if (form.elements.entry) form.reset();
    } catch (problem) {
      if (problem.code !== "network") this.#forget(form);
      if (problem.status === 401) return this.dialog.close(), desk.fails(problem);
      const opens = problem.body.opens_at && desk.texts.say("desk-reception-opens", { time: hoursMinutes(problem.body.opens_at) });
      this.#say(problem.code === "network" ? desk.texts.say("desk-network") : [problem.message, opens].filter(Boolean).join(" "), "refused");
    }
  }

  #forget(form) {
    delete form.dataset.asked;
    delete form.dataset.key;
  }

  #given({ ticket, kiosk, repeated }, place) {
    const { texts } = this.desk;
    const code = ticket.code;
    const printed = { kiosk: kiosk ? "desk-reception-printed" : "desk-reception-not-printed" }[place] ?? "desk-reception-issued";
    const words = repeated ? "desk-reception-repeated" : printed;
    this.#say(texts.say(words, { code, what: kiosk?.name }), place === "kiosk" && !kiosk && !repeated ? "refused" : "done");
    const put = (name, text) => setText(part(this.dialog, name), text);
    put("slip-code", code);
    put("slip-service", `${ticket.letter}: ${ticket.service_name}`);
    put("slip-time", `${texts.say("desk-issued")}: ${hoursMinutes(ticket.issued_at)}`);
    put("slip-ahead", texts.say("desk-reception-ahead", { n: ticket.people_ahead }));
    setShown(part(this.dialog, "slip"), true);
    setShown(part(this.dialog, "slip-print"), true);
    if (place === HERE && !repeated) this.#print();
  }

  #print() {
    setAttribute(document.documentElement, "data-printing", "");
    window.print();
    setAttribute(document.documentElement, "data-printing", null);
  }

  #say(text, kind = "done") {
    const line = part(this.dialog, "reception-message");
    setAttribute(line, "data-kind", kind);
    setText(line, text);
  }
}
