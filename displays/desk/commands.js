import { part, setAttribute, setText } from "../shared/js/dom.js";

/** Which buttons a state offers. The server decides again; this only keeps a finger from pressing what would be refused. */
const ALLOWED = {
  closed: ["call-next", "call", "unhold", "reactivate", "undo"],
  free: ["call-next", "call", "unhold", "reactivate", "pause", "undo"],
  called: ["start", "recall", "no-show", "hold", "return", "transfer", "unhold", "reactivate", "undo"],
  serving: ["call-next", "call", "finish", "hold", "transfer", "unhold", "reactivate", "undo"],
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

/** A second press that was meant for the button's last meaning is not taken for its new one. */
const GUARD = 500;

/** Sends commands, one at a time, and shows what they bring at once. */
export class Commands {
  #busy = false;
  #meantAt = 0;

  constructor(desk) {
    this.desk = desk;
    this.primary = part(desk.root, "primary");
    this.buttons = Array.from(desk.root.querySelectorAll("button[data-command]"));
    desk.root.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-command]");
      if (button) this.press(button.dataset.command, button);
    });
    part(desk.root, "logout").addEventListener("click", () => desk.end());
  }

  show(view) {
    const [command, text] = PRIMARY[view.state] ?? PRIMARY.free;
    if (this.primary.dataset.command !== command) this.#meantAt = performance.now();
    setAttribute(this.primary, "data-command", command);
    setText(part(this.primary, "primary-text"), this.desk.texts.say(text));
    for (const button of this.buttons) button.disabled = !this.allows(button.dataset.command);
  }

  allows(command) {
    const state = this.desk.view?.state;
    if (command === "undo" && !this.desk.undo.open) return false;
    return (ALLOWED[state] ?? ALLOWED.free).includes(command);
  }

  /** A press on a button or its shortcut; some commands ask something first. */
  async press(command, button) {
    if (this.#busy || !this.allows(command)) return;
    if (button === this.primary && performance.now() - this.#meantAt < GUARD) return;
    const { dialogs, view } = this.desk;
    const ask = { hold: () => dialogs.hold(view), transfer: () => dialogs.transfer(view), pause: () => dialogs.pause() }[command];
    const body = ask ? await ask() : {};
    if (body) await this.send(command, body);
  }

  /** Calls one ticket by hand; a running visit is finished only after a question. */
  async call(ticket) {
    if (this.#busy || !this.allows("call")) return;
    const serving = this.desk.view.state === "serving";
    if (serving && !(await this.desk.dialogs.confirm(this.desk.view.current, ticket))) return;
    await this.send("call", serving ? { ticket: ticket.id, finish_current: true } : { ticket: ticket.id });
  }

  async send(command, body) {
    if (this.#busy) return;
    this.#setBusy(true);
    try {
      const answer = await this.desk.api.post(`/desks/${encodeURIComponent(this.desk.id)}/${command}`, body);
      this.#take(answer);
    } catch (problem) {
      await this.#refused(problem);
    } finally {
      this.#setBusy(false);
    }
  }

  #take(answer) {
    const { desk } = this;
    const view = answer?.view ?? answer;
    if (view?.state && Array.isArray(view.waiting)) {
      desk.show(view);
      desk.say(desk.texts.say("desk-done"));
    } else if (answer?.ticket) {
      desk.show(withCalled(desk.view, answer));
      desk.say(desk.texts.say("desk-done-called", { code: answer.ticket.code }));
    } else {
      if (desk.view.state === "serving" || desk.view.state === "closed") desk.show({ ...desk.view, state: "free", current: null });
      desk.say(desk.texts.say("desk-empty"), "empty");
    }
    if (!desk.live.connected) desk.live.fetch();
  }

  async #refused(problem) {
    const { desk } = this;
    if (problem.status === 401) return desk.end(desk.texts.say("desk-logged-out"));
    desk.say(problem.code === "network" ? desk.texts.say("desk-network") : problem.message, "refused");
    if (!desk.live.connected) await desk.live.fetch();
  }

  #setBusy(busy) {
    this.#busy = busy;
    setAttribute(this.desk.root, "data-busy", busy ? "" : null);
    for (const button of this.desk.root.querySelectorAll("main button")) setAttribute(button, "aria-disabled", busy ? "true" : null);
  }
}

/** The view as it must be after a call, until the whole one comes. */
function withCalled(view, { ticket, reason }) {
  const current = { started_at: null, recalls: 0, called_at: null, ...ticket, reason };
  return { ...view, state: "called", current, waiting: view.waiting.filter((other) => other.id !== ticket.id) };
}
