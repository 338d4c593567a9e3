import { newKey } from "../shared/js/api.js";
import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setText } from "../shared/js/dom.js";
import { signOff } from "../shared/js/sign_on.js";

/** Which buttons a state offers. The server decides again; this only keeps a finger from pressing what would be refused. */
const ALLOWED = {
  closed: ["call-next", "call", "unhold", "reactivate", "undo"],
  free: ["call-next", "call", "unhold", "reactivate", "pause", "undo"],
  called: ["start", "recall", "no-show", "hold", "return", "transfer", "unhold", "reactivate", "undo"],
  serving: ["call-next", "call", "finish", "hold", "transfer", "next-service", "unhold", "reactivate", "undo"],
  paused: ["resume", "undo"],
};

/** What the big button does in each state, and what stands on it. */
const PRIMARY = {
  closed: ["call-next", "desk-next"],
  free: ["call-next", "desk-next"],
  called: ["start", "desk-start"],
  serving: ["call-next", "desk-next-finish"],
  paused: ["resume", "desk-resume"],
};

/** Commands that mean the ticket at hand: they say which one the clerk saw, and are refused when it is another one by now. */
const AS_SEEN = ["call-next", "call", "recall", "start", "finish", "no-show", "hold", "return", "transfer", "next-service", "undo", "pause", "close"];

/** A second press that was meant for the button's last meaning is not taken for its new one. */
const GUARD = 600;

/** Sends commands, one at a time, and shows what they bring at once. */
export class Commands {
  #busy = false;
  #meantAt = 0;
  #pressedAt = -GUARD;
  /** When this page last changed something itself. */
  lastAt = 0;

  constructor(desk) {
    this.desk = desk;
    this.primary = part(desk.root, "primary");
    this.buttons = Array.from(desk.root.querySelectorAll("button[data-command]"));
    desk.root.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-command]");
      if (button) this.press(button.dataset.command, button);
    });
    part(desk.root, "logout").addEventListener("click", () => this.#signOff());
  }

  show(view) {
    const [command, text] = PRIMARY[view.state] ?? PRIMARY.free;
    if (this.primary.dataset.command !== command) this.#meantAt = performance.now();
    setAttribute(this.primary, "data-command", command);
    setText(part(this.primary, "primary-text"), this.desk.texts.say(text));
    this.tick();
  }

  /** Every second: a button that has to rest says until when. */
  tick() {
    for (const button of this.buttons) {
      const from = this.#restsUntil(button.dataset.command);
      const line = part(button, "from");
      if (line) setText(line, from ? `(${this.desk.texts.say("desk-wait-from", { time: from.slice(11, 19) })})` : "");
      button.disabled = Boolean(from) || !this.allows(button.dataset.command);
    }
  }

  allows(command) {
    const { view } = this.desk;
    if (command === "undo" && !this.desk.undo.open) return false;
    if (command === "next-service" && !view?.current?.next_service) return false;
    return (ALLOWED[view?.state] ?? ALLOWED.free).includes(command);
  }

  /** Recall and no-show may have to rest after an announcement. */
  #restsUntil(command) {
    const current = this.desk.view?.current;
    const from = { recall: current?.recall_from, "no-show": current?.no_show_from }[command];
    return from && this.desk.clock.secondsUntil(from) > 0 ? from : null;
  }

  /** A press on a button or its shortcut; some commands ask something first. */
  async press(command, button) {
    if (this.#busy || !this.allows(command)) return;
    if (button === this.primary && this.#isHasty()) return;
    const { dialogs, view } = this.desk;
    if (command === "pause") return this.#pause();
    const ask = {
      hold: () => dialogs.hold(view), transfer: () => dialogs.transfer(view), "next-service": () => dialogs.nextService(view),
    }[command];
    const body = ask ? await ask() : {};
    if (body) await this.send(command, body, view);
  }

  #isHasty() {
    const now = performance.now();
    if (now - this.#meantAt < GUARD || now - this.#pressedAt < GUARD) return true;
    this.#pressedAt = now;
    return false;
  }

  async #pause() {
    const { dialogs, view } = this.desk;
    const asked = await dialogs.pause();
    if (asked === "close") await this.send("close", {}, view);
    else if (asked) await this.send("pause", asked, view);
  }

  async #signOff() {
    const { dialogs, texts, view } = this.desk;
    const words = { title: "desk-logout-title", text: texts.say("desk-logout-text", { current: view?.current?.code }), submit: "desk-logout" };
    if (view?.current && !(await dialogs.confirm(words))) return;
    signOff();
    this.desk.end();
  }

  /** Calls one ticket by hand: the reason is asked of whoever is called out of turn, and whether a running visit is to be finished. */
  async call(ticket) {
    if (this.#busy || !this.allows("call")) return;
    const { view } = this.desk;
    const asked = await this.desk.dialogs.call(view, ticket);
    if (!asked) return;
    await this.send("call", { ticket: ticket.id, ...asked, ...(view.state === "serving" && { finish_current: true }) }, view);
  }

  /** @param {object} seen the view that the command was decided on */
  async send(command, body, seen = this.desk.view) {
    if (this.#busy) return false;
    const bound = AS_SEEN.includes(command) ? { ...body, seen: seen?.current?.id ?? null } : body;
    if (command === "undo" && seen?.undo) bound.seen_undo = seen.undo.number;
    return this.deliver({ command, body: bound, key: newKey() });
  }

  /** Sends a command under its key: sent again, it is still one command. */
  async deliver(wish) {
    const { token } = this.desk.session;
    this.#setBusy(true);
    try {
      const answer = await this.desk.api.post(`/desks/${encodeURIComponent(this.desk.id)}/${wish.command}`, wish.body, wish.key);
      // Who signed off meanwhile is told nothing any more, and nobody else does it for them.
      if (token !== this.desk.session.token) return false;
      this.lastAt = performance.now();
      this.#take(answer, wish.command);
      return true;
    } catch (problem) {
      if (token === this.desk.session.token) await this.#refused(problem, wish);
      return false;
    } finally {
      this.#setBusy(false);
    }
  }

  #take(answer, command) {
    const { desk } = this;
    const view = answer?.view ?? answer;
    if (view?.state && Array.isArray(view.waiting)) {
      desk.show(view);
      desk.say(desk.texts.say(command === "close" ? "desk-closed-done" : "desk-done"));
    } else if (answer?.ticket) {
      desk.show(withCalled(desk.view, answer));
      desk.say(desk.texts.say("desk-done-called", { code: answer.ticket.code }));
    } else {
      if (desk.view.state === "serving" || desk.view.state === "closed") desk.show({ ...desk.view, state: "free", current: null });
      desk.say(desk.texts.say("desk-empty"), "empty");
    }
    if (!desk.live.connected) desk.live.fetch();
  }

  async #refused(problem, wish) {
    const { desk } = this;
    if (problem.status === 401) return desk.end(desk.texts.say("desk-logged-out"));
    if (problem.code === "network") return desk.kept.keep(wish);
    const from = problem.body.from && desk.texts.say("desk-wait-from", { time: hoursMinutes(problem.body.from) });
    desk.say([problem.message, from].filter(Boolean).join(" "), "refused");
    if (problem.code === "desk_changed" || !desk.live.connected) await desk.live.fetch(true);
  }

  get busy() {
    return this.#busy;
  }

  #setBusy(busy) {
    this.#busy = busy;
    setAttribute(this.desk.root, "data-busy", busy ? "" : null);
    for (const button of this.desk.root.querySelectorAll(".desk-actions button, .desk-lists button")) setAttribute(button, "aria-disabled", busy ? "true" : null);
  }
}

/** The view as it must be after a call, until the whole one comes. */
function withCalled(view, { ticket, reason }) {
  const current = { started_at: null, recalls: 0, called_at: null, ...ticket, reason };
  return { ...view, state: "called", current, next: null, undo: null, waiting: view.waiting.filter((other) => other.id !== ticket.id) };
}
