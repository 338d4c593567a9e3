import { hoursMinutes } from "../shared/js/clock.js";
import { enterMeansDefault, part, setShown, setText } from "../shared/js/dom.js";

/** The questions some commands ask first. Each answers with the command's body, or null when the clerk thought better of it. */
export class Dialogs {
  /** @param {() => void} onOpen called before each; a narrow bar makes room */
  constructor(texts, onOpen = () => {}) {
    this.texts = texts;
    this.onOpen = onOpen;
    for (const button of document.querySelectorAll("dialog [data-close]")) {
      button.addEventListener("click", () => button.closest("dialog").close(""));
    }
    for (const button of document.querySelectorAll("[data-open]")) {
      button.addEventListener("click", () => this.open(button.dataset.open));
    }
    enterMeansDefault();
  }

  /** Whether a question is on the screen; shortcuts rest meanwhile. */
  get isOpen() {
    return document.querySelector("dialog[open]") !== null;
  }

  /** Opens a dialog; answers the value of the button that closed it, empty for none. */
  choose(name) {
    const dialog = document.getElementById(`${name}-dialog`);
    this.onOpen();
    dialog.returnValue = "";
    if (!dialog.open) dialog.showModal();
    return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue), { once: true }));
  }

  async open(name) {
    return (await this.choose(name)) === "go";
  }

  async hold(view) {
    const form = this.#form("hold", "desk-hold-title", view.current);
    if (!(await this.open("hold"))) return null;
    const minutes = Number(form.elements.minutes.value);
    return { reason: form.elements.reason.value, ...(minutes > 0 && { minutes }) };
  }

  async transfer(view) {
    const form = this.#form("transfer", "desk-transfer-title", view.current);
    this.#fillTargets(form.elements.to, view);
    if (!(await this.open("transfer"))) return null;
    const [kind, ...id] = form.elements.to.value.split(":");
    return { [kind]: id.join(":"), mode: form.elements.mode.value };
  }

  async nextService(view) {
    const form = this.#form("next-service", "desk-next-service-title", view.current);
    fillServices(form.elements.service, ownServices(view), "");
    return (await this.open("next-service")) ? { service: form.elements.service.value } : null;
  }

  /** A break with its reason, or `"close"` for the rest of the day. */
  async pause() {
    const form = document.querySelector("#pause-dialog form");
    const chosen = await this.choose("pause");
    if (chosen === "close") return "close";
    return chosen === "go" ? { reason: form.elements.reason.value } : null;
  }

  /** The body of a call by hand. From hold and from those who did not come a ticket is called without a question, unless a visit runs. */
  async call(view, ticket) {
    const waits = ticket.state === "waiting" && view.next?.ticket !== ticket.id;
    const serving = view.state === "serving";
    if (!waits && !serving) return {};
    const form = this.#form("call", "desk-call-title", ticket);
    setShown(part(form, "reasons"), waits);
    setShown(part(form, "text"), serving);
    setText(part(form, "text"), serving ? this.texts.say("desk-confirm-text", { current: view.current?.code ?? "", code: ticket.code }) : "");
    if (!waits) setText(part(form, "heading"), this.texts.say("desk-confirm-title"));
    setText(part(form, "submit"), this.texts.say(serving ? "desk-confirm-submit" : "desk-call-submit", { code: ticket.code }));
    if (!(await this.open("call"))) return null;
    return waits ? { reason: form.elements.reason.value } : {};
  }

  /** A ticket that waits: `{act: "change", body}`, `{act: "revert-check-in" | "reprint", body}`, or null. */
  async ticket(view, ticket) {
    const form = this.#form("ticket", "desk-ticket-title", ticket);
    const booked = ticket.booked_for ? `${this.texts.say("desk-booked-for")}: ${hoursMinutes(ticket.booked_for)} · ` : "";
    setText(part(form, "text"), `${booked}${this.texts.say("desk-issued")}: ${hoursMinutes(ticket.issued_at)}`);
    fillServices(form.elements.service, ownServices(view), ticket.service);
    fillPriorities(form.elements.priority, view.priority_classes ?? [], this.texts, ticket.priority);
    setShown(part(form, "revert"), ticket.channel === "booked");
    const chosen = await this.choose("ticket");
    if (chosen === "revert") return { act: "revert-check-in", body: { ticket: ticket.id } };
    if (chosen === "reprint") return { act: "reprint", body: { ticket: ticket.id } };
    if (chosen !== "go") return null;
    const { service, priority } = form.elements;
    return { act: "change", body: { ticket: ticket.id, service: service.value, priority: priority.value || null } };
  }

  /** A plain question; `title` and `submit` are keys, `text` is worded. */
  confirm({ title, text, submit }) {
    const form = document.querySelector("#confirm-dialog form");
    setText(part(form, "heading"), this.texts.say(title));
    setText(part(form, "text"), text);
    setText(part(form, "submit"), this.texts.say(submit));
    return this.open("confirm");
  }

  #form(name, title, ticket) {
    const form = document.querySelector(`#${name}-dialog form`);
    form.reset();
    setText(part(form, "heading"), this.texts.say(title, { code: ticket?.code ?? "" }));
    return form;
  }

  #fillTargets(select, view) {
    const { services = [], desks = [] } = view.transfer ?? {};
    const groups = new Map();
    for (const service of services) {
      const group = service.department ?? this.texts.say("desk-transfer-services");
      const name = typeof group === "string" ? group : group.name;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push([`service:${service.id}`, `${service.letter}: ${service.name}`]);
    }
    const others = desks.filter((desk) => desk.id !== view.desk);
    groups.set(this.texts.say("desk-transfer-desks"), others.map((desk) => [`desk:${desk.id}`, `${this.texts.say("desk-word")} ${desk.label}`]));
    select.replaceChildren(new Option("–", ""), ...Array.from(groups, ([name, options]) => group(name, options)));
  }
}

/** The services of the desk's own department: a matter can go on, or be another one, only there. */
function ownServices(view) {
  return (view.transfer?.services ?? []).filter((service) => !service.department || service.department === view.department.id);
}

/** Fills a list with services; the first line is empty while none is chosen. */
export function fillServices(select, services, chosen) {
  const options = services.map(({ id, letter, name }) => new Option(`${letter}: ${name}`, id, id === chosen, id === chosen));
  select.replaceChildren(...(chosen ? [] : [new Option("–", "")]), ...options);
}

/** Fills a list with classes of statutory priority. */
export function fillPriorities(select, classes, texts, chosen) {
  const word = (name) => texts.say(texts.has(`desk-priority-${name}`) ? `desk-priority-${name}` : name);
  select.replaceChildren(new Option(texts.say("desk-ticket-priority-none"), ""), ...classes.map((name) => new Option(word(name), name, name === chosen, name === chosen)));
}

export function group(name, options) {
  const element = document.createElement("optgroup");
  element.label = name;
  element.append(...options.map(([value, text]) => new Option(text, value)));
  return element;
}
