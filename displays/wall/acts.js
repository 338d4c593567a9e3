import { enterMeansDefault, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { facts, priority } from "./tickets.js";

/** What is done from the wall: each question in its dialog, each answer as one call. */
export class Acts {
  constructor(wall) {
    this.wall = wall;
    for (const button of document.querySelectorAll("dialog [data-close]")) {
      button.addEventListener("click", () => button.closest("dialog").close(""));
    }
    enterMeansDefault();
  }

  /** Stops a service for today, or lets it give tickets again. */
  async service(department, id) {
    const { texts } = this.wall;
    const service = department.service(id);
    const [what, stopped] = [department.title(id), service.stopped];
    const form = this.#form("service", texts.say("wall-stop-title", { what }));
    setShown(part(form, "stop"), !stopped);
    setShown(part(form, "reopen"), stopped);
    if (stopped) setText(part(form, "reopen"), texts.say("wall-reopen-lead", { reason: texts.say(`wall-reason-${stopped.reason}`) }));
    setText(part(form, "go"), texts.say(stopped ? "wall-reopen" : "wall-stop"));
    setAttribute(part(form, "go"), "data-color", stopped ? null : "danger");
    if (!(await ask("service"))) return;
    const body = stopped ? {} : { reason: form.elements.reason.value };
    await this.#does(department, `/services/${step(id)}/${stopped ? "reopen" : "stop"}`, body, texts.say(stopped ? "wall-done-reopen" : "wall-done-stop", { what }));
  }

  /** Other services for a desk until the day ends, or rest for one that was left. */
  async desk(department, desk) {
    const { texts } = this.wall;
    const form = this.#form("desk", texts.say("wall-desk-title", { desk: desk.label }));
    this.#checks(form, department, desk);
    setShown(part(form, "usual"), desk.moved);
    setShown(part(form, "rest"), ["free", "called", "paused"].includes(desk.state));
    setShown(part(form, "give-back"), desk.state === "called");
    setText(part(form, "give-back"), texts.say("wall-give-back", { code: desk.current?.code ?? "" }));
    setShown(part(form, "pause"), desk.state === "free");
    setShown(part(form, "resume"), desk.state === "paused");
    setShown(part(form, "close"), !desk.current);
    const done = texts.say("wall-done-desk", { desk: desk.label });
    const path = `/desks/${step(desk.id)}`;
    const wish = await ask("desk");
    if (wish === "services" || wish === "usual") {
      const services = wish === "usual" ? desk.usual : chosen(form);
      return this.#does(department, `${path}/services`, { services }, done);
    }
    if (wish === "resume") return this.#sends(`/desks/${step(desk.id)}/resume`, {}, done);
    if (wish === "give-back") return this.#does(department, `/tickets/${step(desk.current.id)}/return`, {}, done);
    if (wish) await this.#does(department, `${path}/${wish}`, {}, done);
  }

  /** Says that somebody comes to a desk that asked for help, or that it is over. */
  alarm({ desk, label, department }, what) {
    const done = this.wall.texts.say(what === "end" ? "wall-done-alarm-end" : "wall-done-alarm", { desk: label });
    return this.#does({ view: { department } }, `/desks/${step(desk)}/alarm/${what}`, {}, done);
  }

  /** Calls, changes, cancels or brings back one ticket. */
  async ticket(department, ticket) {
    const { wall } = this;
    const { texts } = wall;
    const { view } = department;
    const form = this.#form("ticket", texts.say("wall-ticket-title", { code: ticket.code }));
    const [waits, held] = [ticket.state === "waiting", ticket.state === "on_hold"];
    setText(part(form, "facts"), facts(ticket, wall, view));
    const able = view.desks.filter((desk) => desk.state === "free" && serves(desk, ticket));
    options(form.elements.desk, able.map((desk) => [desk.id, texts.say("wall-desk", { desk: desk.label })]));
    setShown(part(form, "call"), (waits || held || ticket.state === "no_show") && able.length > 0);
    setShown(part(form, "change"), waits);
    options(form.elements.service, view.services.map((one) => [one.id, department.title(one.id)]), ticket.service);
    const classes = view.priority_classes.map((id) => [id, priority(id, texts)]);
    options(form.elements.priority, [["", texts.say("wall-priority-none")], ...classes], ticket.priority ?? "");
    setShown(part(form, "priorities"), classes.length > 0);
    setShown(part(form, "cancel"), waits || held);
    setShown(part(form, "reactivate"), !waits && !held);
    const wish = await ask("ticket");
    const done = texts.say("wall-done-ticket", { code: ticket.code });
    const path = `/tickets/${step(ticket.id)}`;
    if (wish === "call") await this.#does(department, `${path}/call`, { desk: form.elements.desk.value }, done);
    if (wish === "change") await this.#does(department, `${path}/change`, { service: form.elements.service.value, priority: form.elements.priority.value || null }, done);
    if (wish === "reactivate") await this.#does(department, `${path}/reactivate`, {}, done);
    if (wish === "cancel" && (await this.#sure(department, ticket))) await this.#does(department, `${path}/cancel`, {}, done);
  }

  #sure(department, ticket) {
    const { texts } = this.wall;
    const words = { text: texts.say("wall-ticket-cancel-sure", { code: ticket.code }), go: texts.say("wall-ticket-cancel"), back: texts.say("wall-cancel") };
    return this.confirm(texts.say("wall-ticket-title", { code: ticket.code }), words);
  }

  /** A question with two answers. */
  async confirm(heading, words) {
    const form = this.#form("sure", heading);
    for (const [name, text] of Object.entries(words)) setText(part(form, name), text);
    return Boolean(await ask("sure"));
  }

  #does(department, path, body, done) {
    return this.#sends(`/departments/${step(department.view.department.id)}${path}`, body, done, department);
  }

  /** Sends a wish. Where it would leave people without a desk the server says whom, and the supervisor may go on anyway. */
  async #sends(path, body, done, department) {
    const { wall } = this;
    try {
      await wall.api.post(path, body);
      wall.say(done);
    } catch (problem) {
      if (problem.code === "leaves_waiting" && (await this.#anyway(problem, department))) return this.#sends(path, { ...body, anyway: true }, done, department);
      if (problem.code === "leaves_waiting") return;
      if (problem.status === 401) wall.end(wall.texts.say("wall-logged-out"));
      else wall.say(wall.wordsOf(problem), "refused");
    }
  }

  #anyway(problem, department) {
    const { texts } = this.wall;
    const what = problem.body.services.map((id) => department.title(id)).join(", ");
    return this.confirm(texts.say("wall-left-title"), { text: texts.say("wall-left", { what }), go: texts.say("wall-left-anyway"), back: texts.say("wall-left-back") });
  }

  #form(name, heading) {
    const form = document.querySelector(`#${name}-dialog form`);
    form.reset();
    setText(part(form, "heading"), heading);
    return form;
  }

  #checks(form, department, desk) {
    const boxes = department.view.services.map((service) => {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "services", value: service.id, checked: desk.services.includes(service.id) });
      const name = Object.assign(document.createElement("span"), { textContent: department.title(service.id), lang: "pl" });
      label.append(box, name);
      return label;
    });
    part(form, "checks").replaceChildren(...boxes);
    setText(part(form, "wrong"), "");
    form.onsubmit = (event) => {
      if (event.submitter?.value !== "services" || chosen(form).length) return;
      event.preventDefault();
      setText(part(form, "wrong"), this.wall.texts.say("wall-desk-none"));
      boxes[0]?.querySelector("input").focus();
    };
  }
}

/** Opens a dialog; the value of the button that was pressed, or "" when it was closed. */
export function ask(name) {
  const dialog = document.getElementById(`${name}-dialog`);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue), { once: true }));
}

function chosen(form) {
  return Array.from(form.querySelectorAll("input[name=services]:checked"), ({ value }) => value);
}

function serves(desk, ticket) {
  return ticket.desk_only ? ticket.desk_only === desk.id : desk.services.includes(ticket.service);
}

function options(select, pairs, value) {
  select.replaceChildren(...pairs.map(([id, text]) => new Option(text, id)));
  if (value !== undefined) select.value = value;
}

/** An id as one step of a path. */
function step(id) {
  return encodeURIComponent(id);
}
