/** Reports: asks the server for figures, which it writes whole, and puts them into the page. The address holds the question, so that it can be kept and shared. */
import { Problem } from "../shared/js/api.js";
import { part, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { signOff } from "../shared/js/sign_on.js";
import { Session } from "../staff/session.js";

const BASE = document.querySelector('meta[name="okienko-api"]').content;
/** A year may take a while on a small machine. */
const PATIENCE = 60_000;

class Reports {
  /** Which question is the latest: an answer to an earlier one comes too late. */
  #turn = 0;

  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.session = new Session(root, this.texts, () => this.begin());
    this.report = part(root, "report");
    this.report.addEventListener("submit", (event) => this.#ask(event));
    this.report.addEventListener("change", (event) => this.#chosen(event.target));
    this.report.addEventListener("click", (event) => this.#pressed(event.target.closest("button")));
    window.addEventListener("popstate", () => this.session.token && this.load());
    part(root, "logout").addEventListener("click", () => {
      signOff();
      this.end();
    });
    this.session.start();
  }

  begin() {
    this.#working(true);
    this.load();
  }

  end(reason) {
    this.#turn += 1;
    this.report.replaceChildren();
    this.#working(false);
    this.session.ask(reason);
  }

  /** Brings the report that the address asks for. */
  async load({ focus = false } = {}) {
    setText(part(this.root, "said"), this.texts.say("reports-loading"));
    this.#refuse("");
    const turn = (this.#turn += 1);
    try {
      const answer = await this.#get(`/reports/page${location.search}`);
      const words = await answer.text();
      if (turn !== this.#turn) return;
      const page = new DOMParser().parseFromString(words, "text/html");
      this.report.replaceChildren(...page.body.children);
      const title = part(this.report, "title");
      setText(part(this.root, "said"), this.texts.say("reports-ready", { what: title.textContent }));
      document.title = `${title.textContent} – ${this.texts.say("reports-title")}`;
      if (focus) title.focus();
    } catch (problem) {
      if (turn === this.#turn) this.#refused(problem);
    }
  }

  #ask(event) {
    event.preventDefault();
    const asked = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value));
    if (asked.get("period") !== "between") for (const name of ["from", "to"]) asked.delete(name);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) asked.set("lang", lang);
    history.pushState(null, "", `?${asked}`);
    this.load({ focus: true });
  }

  #chosen(field) {
    if (field.name !== "period") return;
    for (const node of this.report.querySelectorAll('[data-part="between"]')) setShown(node, field.value === "between");
  }

  #pressed(button) {
    if (!button) return;
    if (button.dataset.part === "print") window.print();
    else if (button.dataset.file) this.#download(button);
  }

  /** The token goes by header, never in an address. */
  async #download(button) {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await this.#get(button.dataset.file);
      const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "");
      const url = URL.createObjectURL(await answer.blob());
      Object.assign(document.createElement("a"), { href: url, download: named?.[1] ?? "okienko.json" }).click();
      setTimeout(() => URL.revokeObjectURL(url), PATIENCE);
    } catch (problem) {
      this.#refused(problem);
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }

  async #get(path) {
    const headers = { Authorization: `Bearer ${this.session.token}`, "Accept-Language": document.documentElement.lang };
    const answer = await fetch(BASE + path, { headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
    if (!answer) throw new Problem(0, {});
    if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})));
    return answer;
  }

  #refused(problem) {
    setText(part(this.root, "said"), "");
    if (problem.status === 401) return this.end(this.texts.say("staff-logged-out"));
    if (problem.status === 403 && !this.session.holds("reports")) return this.end(this.texts.say("reports-forbidden"));
    this.#refuse(problem.code === "network" ? this.texts.say("staff-network") : problem.message);
  }

  #refuse(words) {
    const refused = part(this.root, "refused");
    setText(refused, words);
    setShown(refused, words !== "");
    if (words) refused.focus();
  }

  #working(working) {
    for (const name of ["work", "logout"]) setShown(part(this.root, name), working);
  }
}

new Reports(document.body);
