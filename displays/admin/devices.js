/** The administrator's page of devices: who is well, who is let in or out, what kiosks are asked, how they are set up. */
import { part, reconcile, setAttribute, setShown } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { DeviceCard } from "./device_card.js";
import { DeviceChange } from "./device_change.js";
import { DeviceFields } from "./device_fields.js";
import { KioskSettings } from "./kiosk_settings.js";
import { SignOn } from "./sign_on.js";

const POLL = 5000;

class Devices {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.load());
    const change = new DeviceChange(root, this.texts, (device, value) => this.change(device, value), (problem) => this.signOn.words(problem));
    this.card = new DeviceCard(this.texts, {
      wish: (device, kind) => this.wish(device, kind),
      change: (device) => change.open(device),
      revoke: (device) => this.revoke(device),
    });
    this.settings = new KioskSettings(root, this.texts, this.signOn.api, (words) => this.say(words), (problem) => this.refused(problem));
    this.fields = new DeviceFields(part(root, "approve"), this.texts);
    // The QR code on a new screen brings its code along.
    part(root, "approve").elements.code.value = new URLSearchParams(location.search).get("code") ?? "";
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
    return this.#act(() => this.signOn.api.post(`/devices/${encodeURIComponent(device.id)}/wishes`, { kind }), `devices-asked-${device.kind}`, device);
  }

  async revoke(device) {
    if (!window.confirm(this.texts.say("admin-revoke-sure", { name: device.name }))) return;
    await this.#act(() => this.signOn.api.post(`/devices/${encodeURIComponent(device.id)}/revoke`), "admin-revoked", device);
  }

  async change(device, value) {
    await this.signOn.api.post(`/devices/${encodeURIComponent(device.id)}`, value);
    this.say(this.texts.say("devices-changed", { name: value.name }));
    await this.list();
  }

  async approve(form) {
    const code = form.elements.code.value.replace(/[^A-Za-z]/g, "");
    const given = this.fields.value();
    if (!code) return this.say(this.texts.say("admin-code-unknown"), "refused");
    try {
      await this.signOn.api.post(`/pairings/${encodeURIComponent(code)}/approve`, given);
      this.fields.clear();
      this.say(this.texts.say("admin-approved", { name: given.name }));
      await this.list();
    } catch (problem) {
      this.fields.refused(problem);
      if (problem.status === 404) this.say(this.texts.say("admin-code-unknown"), "refused");
      else this.refused(problem);
    }
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood, true);
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

/** Kiosks first, then screens, what is switched off last. */
function rank(device) {
  return (device.state === "revoked" ? 10 : 0) + ["kiosk", "board", "desk"].indexOf(device.kind);
}

new Devices(document.body);
