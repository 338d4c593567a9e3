/** The supervisor's wall: wires the parts of the page together. What is allowed and what is alarming is decided by the server. */
import { Api } from "../shared/js/api.js";
import { ServerClock } from "../shared/js/clock.js";
import { part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { signOff } from "../shared/js/sign_on.js";
import { Session } from "../staff/session.js";
import { Acts } from "./acts.js";
import { Alerts } from "./alerts.js";
import { Department } from "./department.js";
import { Message } from "./message.js";
import { WallStream } from "./stream.js";

const TICK = 5000;

class Wall {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.clock = new ServerClock();
    /** The latest message of each department, in the order in which they came first. */
    this.messages = new Map();
    this.views = new Map();
    // The sign-on of the phone line, in this page's own words.
    const words = { say: (key) => this.texts.say(key.replace("staff-", "wall-")) };
    this.session = new Session(root, words, () => this.begin());
    this.api = new Api(() => this.session.token);
    this.acts = new Acts(this);
    this.alerts = new Alerts(root, this.texts, this.acts);
    this.message = new Message(this);
    this.stream = new WallStream({
      api: this.api,
      onView: (message) => this.take(message),
      onLink: (live) => this.showLink(live),
      onRefused: (status) => this.end(this.texts.say(status === 401 ? "wall-logged-out" : "wall-not-yours")),
    });
    part(root, "logout").addEventListener("click", () => {
      signOff();
      this.end();
    });
    setInterval(() => this.tick(), TICK);
    this.session.start();
  }

  async begin() {
    let walls;
    try {
      walls = await this.api.get("/wall");
    } catch (problem) {
      return this.end(problem.status === 403 ? this.texts.say("wall-not-yours") : this.wordsOf(problem));
    }
    this.messages.clear();
    for (const message of walls.departments) this.messages.set(message.view.department.id, message);
    for (const name of ["work", "tools"]) setShown(part(this.root, name), true);
    setShown(part(this.root, "none"), walls.departments.length === 0);
    if (walls.departments.length) this.clock.sync(walls.departments.at(-1).now);
    this.show();
    this.stream.start();
  }

  /** Nothing stays behind for whoever signs on next. */
  end(reason) {
    this.stream.stop();
    this.messages.clear();
    this.views.clear();
    part(this.root, "departments").replaceChildren();
    this.alerts.reset();
    this.say("");
    for (const name of ["work", "tools", "link"]) setShown(part(this.root, name), false);
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close("");
    this.session.ask(reason);
  }

  /** A view older than the one shown (a node that lags) says nothing. */
  take(message) {
    const { id } = message.view.department;
    if ((this.messages.get(id)?.seq ?? -1) > message.seq) return;
    this.messages.set(id, message);
    this.clock.sync(message.now);
    this.show();
  }

  show() {
    const views = [...this.messages.values()].map(({ view }) => view);
    const make = (view) => {
      const department = new Department(this, view.department.id);
      this.views.set(view.department.id, department);
      return department.node;
    };
    reconcile(part(this.root, "departments"), views, (view) => view.department.id, make, (_, view) => this.views.get(view.department.id).show(view));
    this.alerts.show(views);
    this.tick();
  }

  tick() {
    setText(part(this.root, "clock"), this.messages.size ? this.clock.wall().slice(11, 16) : "");
    for (const department of this.views.values()) department.tick();
  }

  showLink(live) {
    const link = part(this.root, "link");
    setShown(link, true);
    setAttribute(link, "data-live", live);
    setText(link, this.texts.say(live ? "wall-live" : "wall-lost"));
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  wordsOf(problem) {
    return problem.code === "network" ? this.texts.say("wall-network") : problem.message;
  }
}

new Wall(document.body);
