import { Problem } from "../shared/js/api.js";
import { copyOf, part, setShown, setText } from "../shared/js/dom.js";
import { day } from "../shared/js/clock.js";
import { term } from "./words.js";

/** For those who oversee: patterns, the access log, and matters that have a queue but no calendar (R2). */
export class Oversight {
  constructor(root, staff) {
    this.root = root;
    this.staff = staff;
    this.form = part(root, "log-form");
    this.form.elements.from.value = this.form.elements.to.value = document.body.dataset.today;
    staff.onSubmit(this.form, () => this.#log());
    part(root, "csv").addEventListener("click", () => this.#csv().catch((problem) => staff.refused(problem)));
  }

  open() {
    this.root.querySelector("h1").focus();
    Promise.all([this.#patterns(), this.#log()]).catch((problem) => this.staff.refused(problem));
  }

  reset() {
    part(this.root, "patterns").replaceChildren();
    part(this.root, "log").replaceChildren();
  }

  offer(departments) {
    const without = departments.flatMap(({ name, services }) => services.filter((one) => !one.bookable && one.walk_in !== false).map((one) => `${one.letter}: ${one.name} (${name})`));
    const items = without.map((text) => Object.assign(document.createElement("li"), { textContent: text, lang: "pl" }));
    part(this.root, "uncalendared").replaceChildren(...items);
    setText(part(this.root, "uncalendared-said"), this.staff.texts.say(items.length ? "staff-uncalendared-lead" : "staff-uncalendared-none"));
  }

  async #patterns() {
    const { patterns, bookings, complete } = await this.staff.api.get("/staff/patterns");
    const { texts } = this.staff;
    const sentences = [texts.say("staff-patterns-looked", { n: bookings }), ...(complete ? [] : [texts.say("staff-patterns-part")])];
    if (!patterns.length) sentences.unshift(texts.say("staff-patterns-none"));
    setText(part(this.root, "patterns-said"), sentences.join(" "));
    setShown(part(this.root, "patterns-table"), patterns.length > 0);
    part(this.root, "patterns").replaceChildren(...patterns.map((pattern) => this.#pattern(pattern)));
  }

  #pattern({ kind, count, from, until, appointments }) {
    const row = copyOf("pattern-row");
    setText(part(row, "kind"), this.staff.texts.say(`staff-pattern-${kind}`));
    setText(part(row, "count"), count);
    setText(part(row, "when"), `${term(from)} – ${term(until)}`);
    part(row, "visits").append(...appointments.map((id) => this.#visit(id)));
    return row;
  }

  #visit(id) {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "staff-id", textContent: id });
    button.setAttribute("aria-label", this.staff.texts.say("staff-visit-open", { what: id }));
    button.addEventListener("click", () => this.staff.find.one(id).catch((problem) => this.staff.refused(problem)));
    item.append(button);
    return item;
  }

  #query() {
    const fields = new FormData(this.form);
    return new URLSearchParams([...fields].filter(([, value]) => value));
  }

  async #log() {
    const { lines, complete } = await this.staff.api.get(`/staff/log?${this.#query()}`);
    const { texts } = this.staff;
    setText(part(this.root, "log-said"), lines.length === 0 ? texts.say("staff-log-none") : complete ? "" : texts.say("staff-log-part"));
    setShown(part(this.root, "log-table"), lines.length > 0);
    part(this.root, "log").replaceChildren(...lines.map((line) => this.#line(line)));
  }

  #line({ at, who, login, action, appointment, detail }) {
    const row = copyOf("log-row");
    const said = (kind, code) => (this.staff.texts.has(`staff-${kind}-${code}`) ? this.staff.texts.say(`staff-${kind}-${code}`) : code);
    const shown = { at: `${day(at)}, ${at.slice(11, 19)}`, who: login ?? who, action: said("action", action), visit: appointment, detail: said("detail", detail) };
    for (const [name, text] of Object.entries(shown)) setText(part(row, name), text);
    return row;
  }

  /** The same lines as a file; the token goes by header, never in an address. */
  async #csv() {
    const { base, token } = this.staff.api;
    const headers = { Accept: "text/csv", Authorization: `Bearer ${token()}` };
    const answer = await fetch(`${base}/staff/log?${this.#query()}`, { headers, cache: "no-store" }).catch(() => null);
    if (!answer?.ok) throw new Problem(answer?.status ?? 0, {});
    const url = URL.createObjectURL(await answer.blob());
    const { from, to } = this.form.elements;
    Object.assign(document.createElement("a"), { href: url, download: `access-log-${from.value}-${to.value}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
