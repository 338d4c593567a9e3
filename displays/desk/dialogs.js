import { part, setText } from "../shared/js/dom.js";

/** The questions some commands ask first. Each answers with the command's body, or null when the clerk thought better of it. */
export class Dialogs {
  constructor(texts) {
    this.texts = texts;
    for (const button of document.querySelectorAll("dialog [data-close]")) {
      button.addEventListener("click", () => button.closest("dialog").close(""));
    }
    for (const button of document.querySelectorAll("[data-open]")) {
      button.addEventListener("click", () => this.open(button.dataset.open));
    }
  }

  /** Whether a question is on the screen; shortcuts rest meanwhile. */
  get isOpen() {
    return document.querySelector("dialog[open]") !== null;
  }

  open(name) {
    const dialog = document.getElementById(`${name}-dialog`);
    dialog.returnValue = "";
    if (!dialog.open) dialog.showModal();
    return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "go"), { once: true }));
  }

  async hold(view) {
    const form = this.#form("hold", "desk-hold-title", view);
    if (!(await this.open("hold"))) return null;
    const minutes = Number(form.elements.minutes.value);
    return { reason: form.elements.reason.value, ...(minutes > 0 && { minutes }) };
  }

  async transfer(view) {
    const form = this.#form("transfer", "desk-transfer-title", view);
    this.#fillTargets(form.elements.to, view);
    if (!(await this.open("transfer"))) return null;
    const [kind, ...id] = form.elements.to.value.split(":");
    return { [kind]: id.join(":"), mode: form.elements.mode.value };
  }

  async pause() {
    const form = document.querySelector("#pause-dialog form");
    return (await this.open("pause")) ? { reason: form.elements.reason.value } : null;
  }

  confirm(current, ticket) {
    const text = this.texts.say("desk-confirm-text", { current: current?.code ?? "", code: ticket.code });
    setText(part(document.getElementById("confirm-dialog"), "text"), text);
    return this.open("confirm");
  }

  #form(name, title, view) {
    const form = document.querySelector(`#${name}-dialog form`);
    form.reset();
    setText(part(form, "heading"), this.texts.say(title, { code: view.current?.code ?? "" }));
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

function group(name, options) {
  const element = document.createElement("optgroup");
  element.label = name;
  element.append(...options.map(([value, text]) => new Option(text, value)));
  return element;
}
