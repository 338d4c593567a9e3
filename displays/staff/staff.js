/** The phone line: wires the parts of the page together. What is allowed is decided by the server. */
import { Api } from "../shared/js/api.js";
import { part, setAttribute, setShown } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { Book } from "./book.js";
import { Done } from "./done.js";
import { Find } from "./find.js";
import { Move } from "./move.js";
import { Oversight } from "./oversight.js";
import { signOff } from "../shared/js/sign_on.js";
import { Session } from "./session.js";

/** With modifiers, so that they never meet what is typed (WCAG 2.1.4) nor Polish letters (AltGr). */
const KEYS = { KeyF: "find", KeyB: "book", KeyO: "oversight" };

class Staff {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.session = new Session(root, this.texts, () => this.begin());
    this.api = new Api(() => this.session.token);
    this.find = new Find(root, this);
    this.book = new Book(root, this);
    this.move = new Move(root, this);
    this.done = new Done(root, this);
    this.oversight = new Oversight(part(root, "work").querySelector('[data-view="oversight"]'), this);
    this.views = { find: this.find, book: this.book, move: this.move, done: this.done, oversight: this.oversight };
    window.addEventListener("hashchange", () => this.#show());
    window.addEventListener("keydown", (event) => this.#shortcut(event));
    part(root, "logout").addEventListener("click", () => {
      signOff();
      this.end();
    });
    this.session.start();
  }

  async begin() {
    try {
      this.departments = await this.api.get("/departments");
    } catch (problem) {
      return this.session.ask(this.#words(problem));
    }
    this.book.offer(this.departments);
    this.oversight.offer(this.departments);
    for (const node of this.root.querySelectorAll("[data-oversees]")) setShown(node, this.session.oversees);
    for (const name of ["work", "logout"]) setShown(part(this.root, name), true);
    this.nextCaller();
    this.#show();
  }

  /** Nothing of a caller stays behind for whoever signs on next. */
  end(reason) {
    for (const view of Object.values(this.views)) view.reset();
    for (const name of ["work", "logout"]) setShown(part(this.root, name), false);
    this.session.ask(reason);
  }

  nextCaller() {
    for (const view of [this.find, this.book, this.move, this.done]) view.reset();
    this.say("");
  }

  /** Goes to a view; its address is the part behind `#`, so that the browser's own back works. */
  go(name) {
    if (location.hash === `#${name}`) this.#show();
    else location.hash = name;
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  refused(problem) {
    if (problem.status === 401) this.end(this.texts.say("staff-logged-out"));
    else this.say(this.#words(problem), "refused");
  }

  /** Names of a service and its department. */
  matter(id) {
    for (const { name, services } of this.departments) {
      const found = services.find((one) => one.id === id);
      if (found) return { service_name: `${found.letter}: ${found.name}`, department_name: name };
    }
    return {};
  }

  /** Calls `work` on each submit, once at a time. */
  onSubmit(form, work) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button[type=submit]");
      if (button.getAttribute("aria-disabled") === "true") return;
      button.setAttribute("aria-disabled", "true");
      await work().catch((problem) => this.refused(problem)).finally(() => button.removeAttribute("aria-disabled"));
    });
  }

  #show() {
    if (part(this.root, "work").hidden) return;
    const wished = location.hash.slice(1);
    const open = wished in this.views && this.views[wished].ready !== false && (wished !== "oversight" || this.session.oversees);
    const name = open ? wished : "find";
    for (const section of this.root.querySelectorAll("[data-view]")) setShown(section, section.dataset.view === name);
    for (const link of this.root.querySelectorAll(".staff-nav a")) setAttribute(link, "aria-current", link.hash === `#${name}` ? "page" : null);
    this.say("");
    this.views[name].open();
  }

  #shortcut(event) {
    const name = KEYS[event.code];
    const free = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && !event.repeat && !document.querySelector("dialog[open]");
    if (!name || !free || part(this.root, "work").hidden || (name === "oversight" && !this.session.oversees)) return;
    event.preventDefault();
    this.go(name);
  }

  #words(problem) {
    return problem.code === "network" ? this.texts.say("staff-network") : problem.message;
  }
}

new Staff(document.body);
