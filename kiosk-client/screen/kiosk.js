/** The kiosk: one machine of screens over pre-written pages. It decides nothing; it asks the interface and says the answer. */
import { Api } from "../shared/js/api.js";
import { part, setAttribute, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { Aids } from "./aids.js";
import { Catalogue } from "./catalogue.js";
import { Idle } from "./idle.js";
import { Keypad } from "./keypad.js";
import { Menu } from "./menu.js";
import { Pairing } from "./pairing.js";
import { Refusal } from "./refusal.js";
import { TicketScreen } from "./ticket.js";

/** Seconds without a touch after which a screen goes back; a screen without an entry stays. */
const STAY = { keypad: 60, ticket: 30, refusal: 30 };

class Kiosk {
  #home = document.documentElement.lang;

  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.pairing = new Pairing(root, this.texts);
    this.api = new Api(() => this.pairing.token);
    this.idle = new Idle(root, this.texts, () => this.reset());
    this.aids = new Aids(root);
    this.menu = new Menu(root, this.texts, (service) => this.issue("/kiosk/tickets", { service }, "walk_in"));
    this.keypad = new Keypad(root, this.texts, (entry) => this.issue("/kiosk/check-ins", entry, "booked"));
    this.ticket = new TicketScreen(root, this.texts, (id) => this.catalogue.name(id));
    this.refusal = new Refusal(root, this.texts);
    this.catalogue = new Catalogue(this.api, (departments, live) => this.menu.show(departments, live));
    root.addEventListener("click", (event) => this.#press(event));
    part(root, "again").addEventListener("click", () => this.go(this.refusal.retry));
  }

  async begin() {
    if (!this.pairing.token) {
      this.go("pair");
      await this.pairing.run();
    }
    this.catalogue.start();
    this.reset();
  }

  /** Shows one screen, hides all others, forgets what the left one held. */
  go(screen) {
    if (this.screen === "keypad" || screen === "keypad") this.keypad.clear();
    this.screen = screen;
    setAttribute(this.root, "data-screen", screen);
    for (const section of this.root.querySelectorAll("section[data-screen]")) section.hidden = section.dataset.screen !== screen;
    this.root.querySelector(`section[data-screen="${screen}"] h1`).focus({ preventScroll: true });
    this.idle.stay(this.#isTouched(screen) ? 30 : (STAY[screen] ?? 0));
  }

  /** Back to the first page in the office's language, with nothing of the last visitor left. */
  reset() {
    this.aids.reset();
    this.speak(this.#home);
    this.menu.first();
    this.ticket.forget();
    this.go("start");
  }

  /** Asks for one ticket; one touch is one key, so it is never two tickets. */
  async issue(path, body, kind) {
    if (this.screen === "wait") return;
    this.go("wait");
    try {
      const { ticket } = await this.api.post(path, body);
      this.ticket.show(ticket);
      this.go("ticket");
    } catch (problem) {
      if (problem.status === 401) return this.#unpair();
      this.refusal.show(problem, kind);
      this.go("refusal");
    }
  }

  speak(language) {
    this.texts.speak(language);
    document.documentElement.lang = this.texts.language;
    for (const node of this.root.querySelectorAll("[data-text]")) setText(node, this.texts.say(node.dataset.text));
    for (const node of this.root.querySelectorAll("[data-text-label]")) setAttribute(node, "aria-label", this.texts.say(node.dataset.textLabel));
    for (const button of this.root.querySelectorAll("[data-language]")) {
      setAttribute(button, "aria-pressed", button.dataset.language === this.texts.language);
    }
    for (const screen of [this.menu, this.keypad, this.ticket, this.refusal, this.idle, this.pairing]) screen.translate();
  }

  #press(event) {
    const button = event.target.closest("button");
    if (button?.dataset.go) this.go(button.dataset.go);
    if (button?.dataset.language) this.speak(button.dataset.language);
    if (this.screen === "start" && this.#isTouched("start")) this.idle.stay(30);
  }

  /** Whether the first screen was changed by somebody (language, page, contrast) and must return to itself. */
  #isTouched(screen) {
    return screen === "start" && (this.texts.language !== this.#home || this.menu.page > 0 || this.aids.any);
  }

  async #unpair() {
    this.pairing.forget();
    await this.begin();
  }
}

new Kiosk(document.body).begin();
