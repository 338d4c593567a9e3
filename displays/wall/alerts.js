import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Chime } from "./chime.js";

const RANK = { ok: 0, warning: 1, critical: 2 };
/** News closer together than this are told to screen readers as one. */
const GATHER = 3000;

/**
 * What needs attention: a list that is seen, and news of it that are heard. A service is news only when it has become worse, so a screen
 * reader is not told of every minute, and the chime sounds once.
 */
export class Alerts {
  #known = new Map();
  #news = [];
  #timer = 0;

  constructor(root, texts) {
    this.root = root;
    this.texts = texts;
    this.chime = new Chime(root, texts);
  }

  reset() {
    this.#known.clear();
    this.#news = [];
    clearTimeout(this.#timer);
    setText(part(this.root, "spoken"), "");
    part(this.root, "alert-list").replaceChildren();
  }

  show(views) {
    const services = views.flatMap((view) => view.services);
    const found = services.filter(({ level }) => level !== "ok").sort((left, right) => RANK[right.level] - RANK[left.level] || minutes(right) - minutes(left));
    setShown(part(this.root, "calm"), found.length === 0);
    setAttribute(part(this.root, "alerts"), "data-level", found[0]?.level ?? "ok");
    reconcile(part(this.root, "alert-list"), found, (one) => one.id, () => copyOf("alert"), (row, one) => this.#fill(row, one));
    const worse = found.filter((one) => RANK[one.level] > (this.#known.get(one.id) ?? 0));
    for (const one of services) this.#known.set(one.id, RANK[one.level]);
    if (worse.length) this.#tell(worse);
  }

  #fill(row, service) {
    const link = row.querySelector("a");
    setAttribute(link, "href", `#row-${service.id}`);
    setAttribute(link, "data-level", service.level);
    setText(link, this.#words(service));
  }

  #words(service) {
    const { reached, longest, waiting } = service;
    const reason = this.texts.say(`wall-level-${service.level}`);
    const what = `${service.letter}: ${service.name}`;
    if (reached.length > 1) return this.texts.say("wall-alert-both", { what, reason, n: waiting, total: longest?.minutes ?? 0 });
    if (reached[0] === "people") return this.texts.say("wall-alert-people", { what, reason, n: waiting });
    return this.texts.say("wall-alert-wait", { what, reason, n: longest?.minutes ?? 0 });
  }

  #tell(worse) {
    this.chime.ring(worse.some(({ level }) => level === "critical"));
    this.#news.push(...worse.map((one) => this.#words(one)));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      setText(part(this.root, "spoken"), this.#news.join(". "));
      this.#news = [];
    }, GATHER);
  }
}

function minutes({ longest }) {
  return longest?.minutes ?? 0;
}
