import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { named, opening } from "./words.js";

/** Services on one page; with the button for booked visits that makes eight. */
const MOST = 7;

/** The first screen: the services in groups by department, a few at a time. Nothing scrolls: a page holds what fits. */
export class Menu {
  #pages = [[]];
  #laid = "";
  page = 0;

  /** @param {(service: string) => void} onChoice */
  constructor(root, texts, catalogue, onChoice) {
    this.root = root;
    this.texts = texts;
    this.catalogue = catalogue;
    this.services = part(root, "services");
    this.services.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-key]");
      if (button) onChoice(button.dataset.key);
    });
    part(root, "more").addEventListener("click", () => this.#turn(1));
    part(root, "before").addEventListener("click", () => this.#turn(-1));
    new ResizeObserver(() => this.translate()).observe(this.services);
    document.fonts.ready.then(() => this.#again());
  }

  first() {
    this.page = 0;
    this.translate();
  }

  translate() {
    this.#notice();
    if (this.#layout !== this.#laid) this.#lay();
    this.#render();
    if (this.#overflows()) this.#lay();
  }

  #again() {
    this.#laid = "";
    this.translate();
  }

  /** All that decides how much fits on a page. */
  get #layout() {
    const { clientWidth, clientHeight } = this.services;
    return JSON.stringify([this.catalogue.departments, this.texts.language, clientWidth, clientHeight, document.documentElement.className]);
  }

  #turn(by) {
    this.page = (this.page + by + this.#pages.length) % this.#pages.length;
    this.#render();
  }

  /** Fills one page after the other with as much as can be seen of it in these letters, this language, this window. */
  #lay() {
    const { departments } = this.catalogue;
    const shown = this.page;
    const fits = (page) => count(page) <= MOST && this.#holds(page);
    setShown(part(this.root, "pages"), false);
    const all = departments.flatMap((one) => added([], one, one.services));
    this.#pages = fits(all) ? [all] : this.#cut(departments, fits);
    this.page = Math.min(shown, this.#pages.length - 1);
    this.#render();
    this.#laid = this.#layout;
  }

  /** A department begins a new page rather than being cut, where it fits on one. */
  #cut(departments, fits) {
    setShown(part(this.root, "pages"), true);
    const pages = [[]];
    for (const one of departments) {
      const whole = added([], one, one.services);
      if (pages.at(-1).length && !fits([...pages.at(-1), ...whole]) && fits(whole)) pages.push([]);
      for (const service of one.services) {
        const longer = added(pages.at(-1), one, [service]);
        if (!pages.at(-1).length || fits(longer)) pages[pages.length - 1] = longer;
        else pages.push(added([], one, [service]));
      }
    }
    return pages;
  }

  /** Whether a page can be seen whole; without a size (nothing is shown yet) everything can. */
  #holds(page) {
    if (!this.services.clientHeight) return true;
    this.services.toggleAttribute("data-roomy", false);
    this.#fill(page);
    return !this.#overflows();
  }

  #overflows() {
    return this.services.scrollHeight > this.services.clientHeight + 1;
  }

  #render() {
    const many = this.#pages.length > 1;
    setShown(part(this.root, "pages"), many);
    setText(part(this.root, "page"), this.texts.say("kiosk-page", { n: this.page + 1, total: this.#pages.length }));
    this.#fill(this.#pages[this.page]);
    this.services.toggleAttribute("data-roomy", true);
    if (this.#overflows()) this.services.toggleAttribute("data-roomy", false);
  }

  #fill(page) {
    reconcile(this.services, page, (group) => group.id, () => copyOf("group"), (node, group) => {
      this.#name(part(node, "name"), group.name);
      reconcile(part(node, "buttons"), group.services, (service) => service.id, () => copyOf("service"), (button, service) => {
        setText(part(button, "letter"), service.letter);
        this.#name(part(button, "name"), service.name);
        this.#live(button, this.catalogue.now(service.id));
      });
    });
  }

  #name(node, name) {
    const [text, language] = named(name, this.texts.language);
    setText(node, text);
    setAttribute(node, "lang", language === this.texts.language ? null : language);
  }

  /** People ahead and the wait; on a closed service why, and when tickets are given again. */
  #live(button, now) {
    setAttribute(button, "data-shut", now && !now.open ? now.reason : null);
    setText(part(button, "live"), now ? this.#state(now) : "");
    setShown(part(button, "live"), Boolean(now));
  }

  #state({ open, reason, stopped, opens_at: opens, people_ahead: n, wait }) {
    const { texts } = this;
    if (!open) {
      if (stopped) return texts.say("kiosk-stopped");
      const key = reason === "no_tickets_left" ? "kiosk-none-left" : "kiosk-shut";
      return opens ? texts.say(`${key}-until`, { time: opening(texts, opens, this.catalogue.live.now, "short") }) : texts.say(key);
    }
    if (!Number.isInteger(n)) return "";
    const people = n > 0 ? texts.say("kiosk-people", { n }) : texts.say("kiosk-nobody");
    if (!wait || n === 0) return people;
    const { from_minutes: from, to_minutes: to } = wait;
    return `${people} · ${texts.say(from > 0 ? "kiosk-range" : "kiosk-range-short", { from, to })}`;
  }

  #notice() {
    const { live, online } = this.catalogue;
    setShown(part(this.root, "notice"), !online);
    setText(part(this.root, "notice"), online ? "" : this.texts.say(live ? "kiosk-away" : "kiosk-offline"));
  }
}

/** A page with more services of a department; it is named once. */
function added(page, { id, name }, services) {
  const last = page.at(-1);
  if (last?.id !== id) return [...page, { id, name, services }];
  return [...page.slice(0, -1), { id, name, services: [...last.services, ...services] }];
}

function count(page) {
  return page.reduce((sum, { services }) => sum + services.length, 0);
}
