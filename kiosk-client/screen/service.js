import { Problem } from "../shared/js/api.js";
import { hoursMinutes } from "../shared/js/clock.js";
import { copyOf, part, reconcile, setShown, setText } from "../shared/js/dom.js";
import { Keys } from "./keys.js";

const EVERY = 5_000;
const LONGEST = 12;
const LEAST = 4;
const LINES = 8;
/** The forecast of paper: from so many tickets today on, at the pace since this minute of the day, as long as it ends before that one. */
const PACE_OF = 10;
const OPENING = 7 * 60;
const CLOSING = 18 * 60;

/** The menu of the kiosk's keeper behind a PIN: how network, server, printer and paper are, and what can be done about them. */
export class Service {
  #pin = "";
  #token = null;
  #state = null;
  #said = { pin: "", done: "" };
  #timer = 0;

  /** @param {Agent} agent  @param {(screen: "pin" | "service" | "start") => void} go */
  constructor(root, texts, agent, go) {
    this.pad = root.querySelector('section[data-screen="pin"]');
    this.menu = root.querySelector('section[data-screen="service"]');
    this.texts = texts;
    this.api = agent?.api;
    this.go = go;
    const erase = () => this.#type(this.#pin.slice(0, -1));
    new Keys(this.pad, { type: (digit) => this.#type(this.#pin + digit), erase, confirm: () => this.#signOn() });
    part(this.pad, "pin-erase").addEventListener("click", erase);
    part(this.pad, "pin-confirm").addEventListener("click", () => this.#signOn());
    this.menu.addEventListener("click", (event) => this.#do(event.target.closest("[data-do]")?.dataset.do));
  }

  open() {
    this.forget();
    this.go("pin");
  }

  /** Nothing of the keeper stays: no digit, no token, no line of the log. */
  forget() {
    clearInterval(this.#timer);
    this.#token = null;
    this.#state = null;
    this.#said = { pin: "", done: "" };
    this.#type("");
  }

  translate() {
    const { texts } = this;
    setText(part(this.pad, "pin-digits"), "•".repeat(this.#pin.length) || "–");
    setText(part(this.pad, "pin-state"), this.#said.pin ? texts.say(this.#said.pin) : "");
    part(this.pad, "pin-confirm").disabled = this.#pin.length < LEAST;
    setText(part(this.menu, "service-done"), this.#said.done ? texts.say(this.#said.done) : "");
    setShown(part(this.menu, "service-done"), this.#said.done);
    const facts = this.#state ? this.#facts(this.#state) : [];
    reconcile(part(this.menu, "facts"), facts, ([label]) => label, () => copyOf("fact"), (row, [label, value]) => {
      setText(part(row, "label"), texts.say(`kiosk-service-${label}`));
      setText(part(row, "value"), value ?? texts.say("kiosk-service-unknown"));
    });
    const lines = (this.#state?.log ?? []).slice(-LINES).map((text, at) => ({ text, at }));
    reconcile(part(this.menu, "log"), lines, ({ at }) => at, () => document.createElement("li"), (row, { text }) => setText(row, text));
  }

  #type(pin) {
    this.#pin = pin.slice(0, LONGEST);
    this.translate();
  }

  async #signOn() {
    if (this.#pin.length < LEAST) return;
    const pin = this.#pin;
    this.#type("");
    try {
      const { token } = await this.api.post("/service/sign-on", { pin });
      this.#token = token;
      this.#timer = setInterval(() => this.#look(), EVERY);
      await this.#look();
      this.go("service");
    } catch (problem) {
      const known = { 0: "kiosk-pin-away", 429: "kiosk-pin-throttled" };
      this.#said.pin = known[problem.status] ?? "kiosk-pin-wrong";
      this.translate();
    }
  }

  async #look() {
    const state = await this.#ask("GET", "state").catch(() => null);
    if (!state || !this.#token) return;
    this.#state = state;
    this.translate();
  }

  async #do(what) {
    if (!what) return;
    this.#said.done = "kiosk-wait-please";
    this.translate();
    const done = await this.#ask("POST", what).then(() => "kiosk-service-done", () => "kiosk-service-failed");
    this.#said.done = done;
    await this.#look();
    this.translate();
    if (what === "reload" && done === "kiosk-service-done") location.reload();
  }

  async #ask(method, path) {
    const headers = { "Content-Type": "application/json", "X-Service": this.#token };
    const answer = await fetch(`/agent/service/${path}`, { method, headers, ...(method === "POST" && { body: "{}" }) });
    if (!answer.ok) throw new Problem(answer.status, {});
    return method === "GET" ? answer.json() : null;
  }

  #facts(state) {
    const { texts } = this;
    const word = (value) => (value && texts.has(`kiosk-state-${value}`) ? texts.say(`kiosk-state-${value}`) : value);
    const { today: total, since_roll: since, left, forecast } = state.printer?.printed ?? {};
    const offset = state.network?.clock_offset_ms;
    return [
      ["server", state.server?.url],
      ["network", [word(state.server?.state), Number.isInteger(offset) && texts.say("kiosk-service-offset", { n: offset })].filter(Boolean).join("; ")],
      ["printer", word(state.printer?.state)],
      ["rolls", Number.isInteger(since) ? texts.say("kiosk-service-printed", { n: since, total }) : undefined],
      ["paper", this.#left(left, forecast ?? runsOut(state.now, total, left))],
      ["unsynced", state.unsynced],
      ["conflicts", state.conflicts],
      ["version", state.version],
    ];
  }

  #left(n, end) {
    if (!Number.isInteger(n)) return undefined;
    return this.texts.say(end ? "kiosk-service-left" : "kiosk-service-left-plain", { n, time: hoursMinutes(end) });
  }
}

/** When the roll ends today at the pace since opening; nothing when it outlasts the day or the pace is not known yet. */
function runsOut(now, today, left) {
  if (!now || !Number.isInteger(left) || today < PACE_OF) return null;
  const minutes = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16));
  const end = minutes + (left * Math.max(1, minutes - OPENING)) / today;
  if (end >= CLOSING) return null;
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `${now.slice(0, 11)}${two(end / 60)}:${two(end % 60)}`;
}
