/** The clerk's desk: wires the parts of the page together. What is allowed and who is next is decided by the server. */
import { Api } from "../shared/js/api.js";
import { ServerClock, everySecond } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { Commands } from "./commands.js";
import { CurrentTicket } from "./current.js";
import { Dialogs } from "./dialogs.js";
import { Lists } from "./lists.js";
import { Live } from "./live.js";
import { Session } from "./session.js";
import { listenForShortcuts } from "./shortcuts.js";
import { Undo } from "./undo.js";
import { Unprinted } from "./unprinted.js";

class Desk {
  constructor(id) {
    this.id = id;
    this.root = document.body;
    this.texts = Texts.ofPage();
    this.clock = new ServerClock();
    this.session = new Session(this.root, this.texts, () => this.begin());
    this.api = new Api(() => this.session.token);
    this.live = new Live(this, (view) => this.show(view), (state) => this.showLink(state));
    this.current = new CurrentTicket(this.root, this.texts, this.clock);
    this.undo = new Undo(part(this.root, "undo"), this.texts, this.clock);
    this.dialogs = new Dialogs(this.texts);
    this.commands = new Commands(this);
    this.lists = new Lists(this.root, this.texts, this.commands);
    this.unprinted = new Unprinted(this);
    listenForShortcuts(this.root, this.dialogs);
    everySecond(() => this.tick());
    if (this.session.token) this.begin();
    else this.session.ask();
  }

  begin() {
    setShown(part(this.root, "tools"), true);
    this.live.start();
    this.unprinted.start();
  }

  end(reason) {
    this.live.stop();
    this.unprinted.stop();
    this.view = null;
    for (const name of ["work", "tools", "state", "link"]) setShown(part(this.root, name), false);
    this.session.forget();
    this.session.ask(reason);
  }

  show(view) {
    this.view = view;
    setShown(part(this.root, "work"), true);
    setText(part(this.root, "label"), view.label ?? view.desk);
    if (view.department?.name) setText(part(this.root, "department"), view.department.name);
    setAttribute(this.root, "data-state", view.state);
    setShown(part(this.root, "state"), true);
    setText(part(this.root, "state"), this.texts.say(`desk-state-${view.state}`));
    this.current.show(view);
    this.lists.show(view);
    this.undo.show(view.undo);
    this.commands.show(view);
    this.unprinted.soon();
    this.tick();
    const waiting = view.counts?.waiting ?? view.waiting.length;
    document.title = `(${waiting}) ${this.texts.say("desk-title", { desk: view.label ?? view.desk })}`;
  }

  showLink(state) {
    const link = part(this.root, "link");
    setShown(link, true);
    setAttribute(link, "data-link", state);
    setText(part(link, "link-text"), this.texts.say(`desk-${state}`));
  }

  say(message, kind = "done") {
    const line = part(this.root, "message");
    setAttribute(line, "data-kind", kind);
    setText(line, message);
  }

  tick() {
    setText(part(this.root, "clock"), this.clock.wall().slice(11, 16));
    if (!this.view) return;
    this.current.tick(this.view);
    this.undo.tick();
  }
}

if (document.body.dataset.desk) new Desk(document.body.dataset.desk);
