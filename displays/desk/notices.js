import { part, setAttribute, setText } from "../shared/js/dom.js";

const SOUND = "okienko.desk.sound";
const DESKTOP = "okienko.desk.desktop";
/** What follows a command of one's own so soon was no visitor. */
const OWN = 2_000;

/** Tells of the first visitor after nobody was waiting: by sound and on the desktop, each switched on by a button and kept in this browser. */
export class Notices {
  #waiting = null;

  constructor(desk, sounds) {
    this.desk = desk;
    this.sounds = sounds;
    this.dialog = document.getElementById("notices-dialog");
    part(desk.root, "notices").addEventListener("click", () => this.#open());
    part(this.dialog, "notices-sound").addEventListener("click", () => this.#switchSound());
    part(this.dialog, "notices-desktop").addEventListener("click", () => this.#switchDesktop());
    part(this.dialog, "notices-try").addEventListener("click", () => this.#tell("A001", "–"));
  }

  /** Counts a new view; a bar leaves telling to the page that opened it. */
  show(view) {
    const before = this.#waiting;
    this.#waiting = view.counts?.waiting ?? 0;
    const own = performance.now() - this.desk.commands.lastAt < OWN;
    if (before !== 0 || this.#waiting === 0 || own || this.desk.bar.accompanied) return;
    this.#tell(view.waiting[0]?.code ?? "", view.waiting[0]?.service_name ?? "");
  }

  #tell(code, service) {
    if (isOn(SOUND)) this.sounds.arrived();
    if (!isOn(DESKTOP) || globalThis.Notification?.permission !== "granted") return;
    const { texts, view } = this.desk;
    const desk = texts.say("desk-title", { desk: view?.label ?? this.desk.id });
    const notice = new Notification(texts.say("desk-arrived", { code }), {
      body: texts.say("desk-arrived-body", { desk, what: service }), tag: `okienko-${this.desk.id}`, lang: document.documentElement.lang,
    });
    notice.onclick = () => window.focus();
  }

  #open() {
    this.#say("");
    this.#showSwitches();
    this.desk.dialogs.choose("notices");
  }

  #switchSound() {
    turn(SOUND);
    this.#showSwitches();
    if (isOn(SOUND)) this.sounds.arrived();
  }

  /** The browser is asked only when the button is pressed. */
  async #switchDesktop() {
    this.#say("");
    if (!globalThis.Notification) return this.#say("desk-notices-missing");
    if (!isOn(DESKTOP) && (await Notification.requestPermission()) !== "granted") return this.#say("desk-notices-denied");
    turn(DESKTOP);
    this.#showSwitches();
  }

  #showSwitches() {
    setAttribute(part(this.dialog, "notices-sound"), "aria-pressed", isOn(SOUND));
    setAttribute(part(this.dialog, "notices-desktop"), "aria-pressed", isOn(DESKTOP));
  }

  #say(key) {
    const line = part(this.dialog, "notices-message");
    setAttribute(line, "data-kind", "refused");
    setText(line, key && this.desk.texts.say(key));
  }
}

function isOn(name) {
  return localStorage.getItem(name) === "on";
}

function turn(name) {
  localStorage.setItem(name, isOn(name) ? "off" : "on");
}
