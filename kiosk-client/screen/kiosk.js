/** The kiosk: one machine of screens over pre-written pages. It decides nothing; it asks the interface and says the answer. */
import { Api, newKey } from "../shared/js/api.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { Agent } from "./agent.js";
import { Aids } from "./aids.js";
import { Ask } from "./ask.js";
import { Catalogue } from "./catalogue.js";
import { onGesture } from "./gesture.js";
import { Idle } from "./idle.js";
import { Keypad } from "./keypad.js";
import { Menu } from "./menu.js";
import { Pairing } from "./pairing.js";
import { answersTouches } from "./press.js";
import { Refusal } from "./refusal.js";
import { Service } from "./service.js";
import { listensToKeypad } from "./tactile.js";
import { TicketScreen } from "./ticket.js";
import { Voice } from "./voice.js";
import { Wait } from "./wait.js";
import { named } from "./words.js";

/** Seconds without a touch after which a screen goes back; a screen without an entry stays. */
const STAY = { ask: 30, keypad: 60, ticket: 30, refusal: 30, pin: 60, service: 180 };
/** A number that is on no paper stays longer. */
const STAY_PAPERLESS = 60;
const STAY_TOUCHED = 30;

class Kiosk {
  #home = document.documentElement.lang;
  #wish = null;

  constructor(root) {
    this.root = root;
    const texts = (this.texts = Texts.ofPage());
    this.agent = Agent.ofPage();
    this.pairing = new Pairing(root, texts, this.agent);
    this.api = new Api(() => this.pairing.token);
    this.catalogue = new Catalogue(this.api, () => this.#changed());
    this.voice = new Voice(root, texts, this.agent, () => this.idle.again());
    this.idle = new Idle(root, texts, () => this.voice.speaking, () => this.reset());
    this.aids = new Aids(root, () => this.menu.translate());
    this.menu = new Menu(root, texts, this.catalogue, (service) => this.choose(service));
    this.ask = new Ask(root, texts, this.catalogue, (service, priority) => this.take(service, priority));
    this.keypad = new Keypad(root, texts, (entry) => this.issue({ path: "/kiosk/check-ins", body: this.#spoken(entry), key: newKey() }));
    this.keypad.onCount = (words) => this.voice.say(words);
    this.wait = new Wait(root, texts, Boolean(this.agent));
    this.ticket = new TicketScreen(root, texts, this.catalogue);
    this.refusal = new Refusal(root, texts, (act) => this.#follow(act));
    this.service = new Service(root, texts, this.agent, (screen) => this.go(screen));
    this.screens = [this.menu, this.ask, this.keypad, this.wait, this.ticket, this.refusal, this.idle, this.pairing, this.voice, this.service];
    root.addEventListener("click", (event) => this.#press(event));
    answersTouches(root);
    listensToKeypad(root);
    if (this.agent) onGesture(part(root, "crest"), () => this.#serve());
  }

  async begin() {
    this.voice.learn();
    if (this.agent) this.agent.run(() => this.screen ?? "start", () => this.#heard());
    else if (!this.pairing.token) {
      this.go("pair");
      await this.pairing.run();
    }
    this.catalogue.start();
    this.reset();
  }

  /** Shows one screen, hides all others, forgets what the left one held. */
  go(screen) {
    if (this.screen === "keypad" || screen === "keypad") this.keypad.begin(false);
    if (screen === "start") this.#forget();
    this.screen = screen;
    setAttribute(this.root, "data-screen", screen);
    for (const section of this.root.querySelectorAll("section[data-screen]")) section.hidden = section.dataset.screen !== screen;
    this.root.querySelector(`section[data-screen="${screen}"] h1`).focus({ preventScroll: true });
    this.#stay();
    if (screen === "start") this.menu.translate();
    this.voice.screen();
  }

  /** Back to the first page in the office's language, with nothing of the last visitor left. */
  reset() {
    this.aids.reset();
    this.voice.reset();
    this.speak(this.#home);
    this.menu.first();
    this.go("start");
  }

  /** A service was touched: what stands before the ticket, or at once why there is none. */
  choose(service) {
    const now = this.catalogue.now(service);
    if (now && !now.open) return this.refuse({ code: now.reason, body: now });
    this.ask.show(service);
    this.go("ask");
    this.catalogue.refresh();
  }

  take(service, priority) {
    const body = this.#spoken({ service, ...(priority && { priority }) });
    this.issue({ path: "/kiosk/tickets", body, key: newKey() });
  }

  /** What is asked for, with the language of this moment: the ticket is called in it. Asked for again it stays the same. */
  #spoken(wish) {
    return { ...wish, language: this.texts.language };
  }

  /** Asks for one ticket; one touch is one key, also when it is asked for again, so it is never two tickets. */
  async issue(wish) {
    if (this.screen === "wait") return;
    this.#wish = wish;
    this.wait.begin();
    this.go("wait");
    try {
      const answer = await this.api.post(wish.path, wish.body, wish.key);
      this.wait.end();
      this.ticket.show(answer);
      this.go("ticket");
      if (answer.print?.state === "printing") this.#follows(wish.key, answer.ticket);
    } catch (problem) {
      this.wait.end();
      if (problem.status === 401) return this.#unpair();
      // Who typed the code of a letter reads of the code, not of a phone.
      const unknownCode = problem.code === "unknown_phone" && "code" in wish.body;
      this.refuse(unknownCode ? { code: "unknown_code" } : problem);
    }
  }

  /** Says what became of a paper that took its time. */
  #follows(key, ticket) {
    this.agent?.follow(key, (print) => {
      this.ticket.printed(ticket, print);
      if (this.screen === "ticket" && this.ticket.paperless) this.#stay();
    });
  }

  refuse(problem) {
    this.refusal.show(problem, this.catalogue.live?.now);
    this.go("refusal");
  }

  speak(language) {
    this.texts.speak(language);
    document.documentElement.lang = this.texts.language;
    for (const node of this.root.querySelectorAll("[data-text]")) setText(node, this.texts.say(node.dataset.text));
    for (const node of this.root.querySelectorAll("[data-text-label]")) setAttribute(node, "aria-label", this.texts.say(node.dataset.textLabel));
    for (const button of this.root.querySelectorAll("[data-language]")) {
      setAttribute(button, "aria-pressed", button.dataset.language === this.texts.language);
    }
    this.#office();
    for (const screen of this.screens) screen.translate();
  }

  #press(event) {
    const button = event.target.closest("button");
    if (button?.dataset.go) this.go(button.dataset.go);
    if (button?.dataset.language) {
      this.speak(button.dataset.language);
      this.voice.screen();
    }
    if (this.screen === "start") this.#stay();
  }

  #follow(act) {
    if (act === "again") return this.issue(this.#wish);
    if (act === "start") return this.go("start");
    this.go("keypad");
    this.keypad.begin(act === "code");
    this.voice.screen();
  }

  #stay() {
    if (this.screen === "start") return this.idle.stay(this.#isTouched ? STAY_TOUCHED : 0);
    const paperless = this.screen === "ticket" && this.ticket.paperless;
    this.idle.stay(paperless ? STAY_PAPERLESS : (STAY[this.screen] ?? 0));
  }

  /** Whether the first screen was changed by somebody (language, page, helps) and must return to itself. */
  get #isTouched() {
    return this.texts.language !== this.#home || this.menu.page > 0 || this.aids.any || this.voice.on;
  }

  #forget() {
    this.#wish = null;
    this.ask.forget();
    this.ticket.forget();
    this.service.forget();
  }

  #changed() {
    this.#office();
    this.menu.translate();
    this.ask.translate();
    this.ticket.translate();
  }

  #office() {
    const { office, languages } = this.catalogue.setup;
    for (const button of this.root.querySelectorAll("[data-language]")) setShown(button, languages.includes(button.dataset.language));
    if (!office) return;
    const [name, language] = named(office.name, this.texts.language);
    setText(part(this.root, "office"), name);
    setAttribute(part(this.root, "office"), "lang", language);
  }

  /** What the agent says about itself: whether it is paired, whether the page is out of date. */
  #heard() {
    const quiet = this.screen === "start" && !this.#isTouched;
    if (quiet && this.agent.wantsReload) return location.reload();
    if (!this.pairing.isPaired) {
      this.pairing.follows();
      if (quiet) this.go("pair");
    } else if (this.screen === "pair") {
      this.catalogue.start();
      this.reset();
    }
  }

  /** The keeper's menu: as the house shows it, whatever the last visitor chose. */
  #serve() {
    this.reset();
    this.service.open();
  }

  async #unpair() {
    this.pairing.forget();
    if (this.agent) return this.refuse({ code: "ask_staff" });
    await this.begin();
  }
}

new Kiosk(document.body).begin();
