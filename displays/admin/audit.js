/** The audit log: who did or saw what, and when. Searched by the server; each look leaves a line itself. */
import { Problem } from "../shared/js/api.js";
import { day } from "../shared/js/clock.js";
import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { SignOn } from "./sign_on.js";

/** What somebody should look at. */
const WARNING = ["sign_on_failed", "locked_out", "second_factor_removed"];

class Audit {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.form = part(root, "form");
    this.form.elements.from.value = this.form.elements.to.value = root.dataset.today;
    this.signOn = new SignOn(root, this.texts, () => this.load());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#guarded(() => this.load());
    });
    part(root, "csv").addEventListener("click", () => this.#guarded(() => this.#csv()));
    this.signOn.begin();
  }

  async load() {
    const { lines, complete } = await this.signOn.api.get(`/staff/log?${this.#query()}`);
    const some = complete ? this.texts.say("audit-found", { n: lines.length }) : this.texts.say("staff-log-part");
    this.say(lines.length === 0 ? this.texts.say("staff-log-none") : some);
    setShown(part(this.root, "table"), lines.length > 0);
    part(this.root, "rows").replaceChildren(...lines.map((line) => this.#line(line)));
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  async #guarded(work) {
    try {
      await work();
    } catch (problem) {
      this.say(this.signOn.words(problem), "refused");
    }
  }

  #query() {
    return new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value));
  }

  #line({ at, who, login, action, appointment, detail, about }) {
    const row = copyOf("row");
    setAttribute(row, "data-weight", WARNING.includes(action) ? "warning" : null);
    const name = login ?? this.#said("audit-who", who);
    const shown = { at: `${day(at)}, ${at.slice(11, 19)}`, who: name, action: this.#said("staff-action", action), visit: appointment, detail: about ?? this.#said("staff-detail", detail) };
    for (const [field, text] of Object.entries(shown)) setText(part(row, field), text);
    return row;
  }

  /** The words for a code; a code without words is shown as it is. */
  #said(kind, code) {
    const key = `${kind}-${code}`;
    return this.texts.has(key) ? this.texts.say(key) : code;
  }

  /** The same lines as a file; the token goes by header, never in an address. */
  async #csv() {
    const { base, token } = this.signOn.api;
    const headers = { Accept: "text/csv", Authorization: `Bearer ${token()}` };
    const answer = await fetch(`${base}/staff/log?${this.#query()}`, { headers, cache: "no-store" }).catch(() => null);
    if (!answer?.ok) throw new Problem(answer?.status ?? 0, {});
    const url = URL.createObjectURL(await answer.blob());
    const { from, to } = this.form.elements;
    Object.assign(document.createElement("a"), { href: url, download: `okienko-audit-${from.value}-${to.value}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

new Audit(document.body);
