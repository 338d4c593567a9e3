/** The administrator's page of devices: who is well, who is let in or out, what kiosks are asked, how they are set up. */
import { part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { DeviceCard } from "./device_card.js";
import { KioskSettings } from "./kiosk_settings.js";
import { SignOn } from "./sign_on.js";

const POLL = 5000;

class Devices {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.load());
    this.card = new DeviceCard(this.texts, (device, kind) => this.wish(device, kind), (device) => this.revoke(device));
    this.settings = new KioskSettings(root, this.texts, this.signOn.api, (words) => this.say(words), (problem) => this.refused(problem));
    part(root, "approve").addEventListener("submit", (event) => this.#once(event, () => this.approve(event.target)));
    setInterval(() => this.#poll(), POLL);
    this.signOn.begin();
  }

  async load() {
    await this.list();
    await this.settings.load();
  }

  async list() {
    const devices = await this.signOn.api.get("/devices");
    devices.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, "pl"));
    setShown(part(this.root, "none"), devices.length === 0);
    reconcile(part(this.root, "devices"), devices, (device) => device.id, (device) => this.card.make(device), (row, device) => this.card.fill(row, device));
  }

  wish(device, kind) {
    return this.#act(() => this.signOn.api.post(`/devices/${encodeURIComponent(device.id)}/wishes`, { kind }), "devices-asked", device);
  }

  async revoke(device) {
    if (!window.confirm(this.texts.say("admin-revoke-sure", { name: device.name }))) return;
    await this.#act(() => this.signOn.api.post(`/devices/${encodeURIComponent(device.id)}/revoke`), "admin-revoked", device);
  }

  async approve(form) {
    const code = form.elements.code.value.replace(/[^A-Za-z]/g, "");
    const name = form.elements.name.value.trim();
    if (!code) return this.say(this.texts.say("admin-code-unknown"), "refused");
    try {
      await this.signOn.api.post(`/pairings/${encodeURIComponent(code)}/approve`, { name });
      form.reset();
      this.say(this.texts.say("admin-approved", { name }));
      await this.list();
    } catch (problem) {
      if (problem.status === 404) this.say(this.texts.say("admin-code-unknown"), "refused");
      else this.refused(problem);
    }
  }

  say(sentence, mood = "done") {
    const said = part(this.root, "said");
    setAttribute(said, "data-mood", mood);
    setText(said, sentence);
    if (sentence) said.scrollIntoView({ block: "nearest" });
  }

  refused(problem) {
    this.say(this.signOn.words(problem), "refused");
  }

  async #act(work, said, device) {
    try {
      await work();
      this.say(this.texts.say(said, { name: device.name }));
      await this.list();
    } catch (problem) {
      this.refused(problem);
    }
  }

  async #poll() {
    if (document.hidden || part(this.root, "work").hidden) return;
    // What cannot be read now is read the next time; an ended session is said at once.
    await this.list().catch((problem) => problem.status === 401 && this.refused(problem));
  }

  async #once(event, work) {
    event.preventDefault();
    const button = event.target.querySelector("button[type=submit]");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await work().finally(() => button.removeAttribute("aria-disabled"));
  }
}

/** Kiosks first, what is switched off last. */
function rank(device) {
  return (device.state === "revoked" ? 10 : 0) + (device.kind === "kiosk" ? 0 : 1);
}

new Devices(document.body);
