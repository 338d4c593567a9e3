import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { factsOfScreen, stateOfScreen } from "./screen_facts.js";
import { when } from "./when.js";

/** A clock further off than this is worth a line, ms. */
const CLOCK_OFF = 5000;
/** Printers of which a count of paper says nothing. */
const NO_PAPER = ["none", "paper_end"];

/** One device as a card: how it is, and what can be done with it. */
export class DeviceCard {
  /** @param {{wish: (device, kind) => void, change: (device) => void, revoke: (device) => void}} on what its buttons do */
  constructor(texts, on) {
    Object.assign(this, { texts, on });
    this.devices = new Map();
  }

  make({ id }) {
    const card = copyOf("device");
    // The buttons work on the device as it was shown last.
    const now = () => this.devices.get(id);
    for (const button of card.querySelectorAll("[data-wish]")) button.addEventListener("click", () => this.on.wish(now(), button.dataset.wish));
    for (const name of ["change", "revoke"]) part(card, name).addEventListener("click", () => this.on[name](now()));
    return card;
  }

  fill(card, device) {
    this.devices.set(device.id, device);
    const { state, mood } = this.#state(device);
    setAttribute(card, "data-mood", mood);
    setText(part(card, "name"), device.name);
    setText(part(card, "kind"), [this.texts.say(`admin-kind-${device.kind}`), device.place].filter(Boolean).join(", "));
    setText(part(card, "state"), state);
    const wishes = (device.kiosk ?? device.screen)?.wishes?.map((kind) => this.texts.say(`devices-${kind}`)) ?? [];
    setShown(part(card, "wishes"), wishes.length > 0);
    setText(part(card, "wishes"), this.texts.say("devices-waiting", { what: wishes.join(", ") }));
    reconcile(part(card, "facts"), this.#facts(device), ([term]) => term, () => copyOf("fact"), (row, [term, value]) => {
      setText(part(row, "term"), this.texts.say(`devices-fact-${term}`));
      setText(part(row, "value"), value);
    });
    for (const button of card.querySelectorAll("button")) {
      setShown(button, device.state === "active" && can(device, button.dataset.wish));
      setAttribute(button, "aria-label", this.texts.say("devices-button", { what: button.textContent, name: device.name }));
    }
  }

  #state(device) {
    if (device.state === "revoked") return { state: this.texts.say("admin-state-revoked"), mood: "off" };
    const { kiosk } = device;
    if (device.kind === "board") return stateOfScreen(this.texts, device);
    if (!kiosk) return { state: this.texts.say("admin-state-active"), mood: "off" };
    if (!kiosk.online) return { state: this.texts.say("devices-silent", { time: when(device.last_seen_at) }), mood: "ill" };
    const printer = kiosk.printer.state;
    const mood = { ready: "well", none: "well", near_end: "warning" }[printer] ?? "ill";
    const ill = mood !== "well" || !kiosk.page_alive;
    const state = mood === "well" ? this.texts.say(ill ? "devices-page-dead" : "devices-online") : this.texts.say(`devices-printer-${printer}`);
    return { state, mood: mood === "well" && ill ? "ill" : mood };
  }

  #facts(device) {
    if (device.kind === "board") return factsOfScreen(this.texts, device);
    const { kiosk, last_seen_at } = device;
    if (!kiosk) return last_seen_at ? [["seen", when(last_seen_at)]] : [];
    const say = (key, args) => this.texts.say(key, args);
    const printer = say(`devices-printer-${kiosk.printer.state}`);
    const facts = [["printer", kiosk.printer.state === "none" ? printer : say("devices-since", { what: printer, time: when(kiosk.printer.since) })]];
    if (!NO_PAPER.includes(kiosk.printer.state)) facts.push(["paper", this.#paper(kiosk)]);
    facts.push(["printed", String(kiosk.printed.today)]);
    facts.push(["unsynced", String(kiosk.unsynced)]);
    if (kiosk.refused > 0) facts.push(["refused", say("devices-refused", { left: kiosk.refused })]);
    facts.push(["page", say(kiosk.page_alive ? "devices-page-alive" : "devices-page-dead")]);
    if (Math.abs(kiosk.clock_offset_ms) > CLOCK_OFF) facts.push(["clock", say("devices-clock", { seconds: Math.round(kiosk.clock_offset_ms / 1000) })]);
    facts.push(["version", kiosk.version], ["seen", when(last_seen_at)]);
    return facts;
  }

  #paper({ printed, paper }) {
    if (printed.left === null) return this.texts.say("devices-paper-since", { printed: printed.since_roll });
    const left = this.texts.say("devices-paper-left", { left: printed.left });
    if (!paper) return left;
    const end = paper.at ? this.texts.say("devices-paper-today", { time: paper.at.slice(11, 16) }) : this.texts.say("devices-paper-later");
    return `${left}; ${end}`;
  }
}

/** What a device can be asked: a kiosk that reports everything, a screen to load its page anew. */
function can({ kiosk, screen }, wish) {
  return !wish || Boolean(kiosk) || (wish === "reload" && Boolean(screen));
}
