/** The clerk's desk: wires the parts of the page together. What is allowed and who is next is decided by the server. */
import { Api } from "../shared/js/api.js";
import { ServerClock, everySecond } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Sounds } from "../shared/js/sounds.js";
import { Texts } from "../shared/js/texts.js";
import { Alarms } from "./alarms.js";
import { Bar } from "./bar.js";
import { Commands } from "./commands.js";
import { CurrentTicket } from "./current.js";
import { Day } from "./day.js";
import { Dialogs } from "./dialogs.js";
import { keepFocus } from "./focus.js";
import { Kept } from "./kept.js";
import { Lists } from "./lists.js";
import { Live } from "./live.js";
import { Notes } from "./notes.js";
import { Notices } from "./notices.js";
import { Others } from "./others.js";
import { Reception } from "./reception.js";
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
    this.live = new Live(this, {
      onView: (view) => this.show(view),
      onState: (state) => this.showLink(state),
      onCompany: (others) => this.showCompany(others),
    });
    this.bar = new Bar(this);
    this.current = new CurrentTicket(this.root, this.texts, this.clock);
    this.undo = new Undo(part(this.root, "undo"), this.texts, this.clock);
    this.dialogs = new Dialogs(this.texts, () => this.bar.makeRoom());
    this.commands = new Commands(this);
    this.kept = new Kept(this);
    this.others = new Others(this);
    this.notes = new Notes(this);
    this.lists = new Lists(this.root, this.texts, this.commands, this.others, this.notes);
    this.unprinted = new Unprinted(this);
    this.reception = new Reception(this);
    this.day = new Day(this);
    const sounds = new Sounds();
    this.notices = new Notices(this, sounds);
    this.alarms = new Alarms(this, sounds);
    listenForShortcuts(this.root, this.dialogs);
    everySecond(() => this.tick());
    if (this.session.token) this.begin();
    else this.ask();
  }

  ask(reason) {
    this.bar.makeRoom();
    this.session.ask(reason);
  }

  begin() {
    setShown(part(this.root, "tools"), true);
    this.live.start();
    this.unprinted.start();
    if (this.bar.is) this.bar.turn(false);
  }

  end(reason) {
    this.live.stop();
    this.unprinted.stop();
    this.kept.forget();
    this.notes.forget();
    this.view = null;
    for (const name of ["work", "tools", "state", "link"]) setShown(part(this.root, name), false);
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close("");
    this.session.forget();
    this.ask(reason);
  }

  show(view) {
    this.seenAt = this.clock.now();
    keepFocus(part(this.root, "primary"), () => this.#show(view));
    this.notices.show(view);
    this.#showTitle(view);
  }

  #show(view) {
    this.view = view;
    setShown(part(this.root, "work"), true);
    setText(part(this.root, "label"), view.label ?? view.desk);
    if (view.department?.name) setText(part(this.root, "department"), view.department.name);
    setAttribute(this.root, "data-state", view.state);
    setShown(part(this.root, "state"), true);
    setText(part(this.root, "state"), this.texts.say(`desk-state-${view.state}`));
    this.current.show(view);
    this.undo.show(view.undo);
    this.undo.tick();
    this.commands.show(view);
    this.lists.show(view);
    this.notes.show(view);
    this.alarms.show(view);
    this.bar.show(view);
    this.unprinted.soon();
    this.tick();
  }

  #showTitle(view) {
    const waiting = view.counts?.waiting ?? view.waiting.length;
    const asking = this.alarms.asking && `⚠ ${this.texts.say("desk-alarm-at", { desk: this.alarms.asking.label })} `;
    document.title = `${asking || ""}(${waiting}) ${this.texts.say("desk-title", { desk: view.label ?? view.desk })}`;
  }

  showLink(state) {
    const link = part(this.root, "link");
    setShown(link, true);
    setAttribute(link, "data-link", state);
    setAttribute(this.root, "data-link", state);
    setText(part(link, "link-text"), this.texts.say(`desk-${state}`));
    const lost = part(this.root, "lost");
    const shown = state === "offline" && Boolean(this.view);
    if (shown) setText(lost, this.texts.say("desk-lost", { time: this.clock.wall(this.seenAt).slice(11, 16) }));
    setShown(lost, shown);
    if (state !== "offline") this.kept.retry();
  }

  showCompany(others) {
    const line = part(this.root, "company");
    setText(line, others > 0 ? this.texts.say("desk-company", { n: others }) : "");
    setShown(line, others > 0);
  }

  say(message, kind = "done") {
    const line = part(this.root, "message");
    setAttribute(line, "data-kind", kind);
    setText(line, message);
    this.bar.say(message, kind);
  }

  /** Says what was refused, or that the server is away; without a session the page asks to sign on. */
  fails(problem) {
    if (problem.status === 401) return this.end(this.texts.say("desk-logged-out"));
    this.say(problem.code === "network" ? this.texts.say("desk-network") : problem.message, "refused");
  }

  tick() {
    setText(part(this.root, "clock"), this.clock.wall().slice(11, 16));
    if (!this.view) return;
    this.current.tick(this.view);
    this.undo.tick();
    this.commands.tick();
    this.alarms.tick();
    this.bar.tick();
  }
}

if (document.body.dataset.desk) new Desk(document.body.dataset.desk);
