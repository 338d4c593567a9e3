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
    const laid = JSON.stringify([this.catalogue.departments, this.texts.language, this.services.clientWidth, this.services.clientHeight]);
    if (laid !== this.#laid) this.#lay();
    this.#render();
    if (this.#overflows()) this.#lay();
  }

  #again() {
    this.#laid = "";
    this.translate();
  }

  #turn(by) {
    this.page = (this.page + by + this.#pages.length) % this.#pages.length;
    this.#render();
  }

  /** Takes as many services a page as fit on every page in these letters, this language, this window. */
  #lay() {
    const { departments } = this.catalogue;
    const shown = this.page;
    for (let most = MOST; most > 0; most -= 1) {
      this.#pages = paginate(departments, most);
      if (!this.services.clientHeight || this.#pages.every((_, page) => this.#fits(page))) break;
    }
    this.page = Math.min(shown, this.#pages.length - 1);
    this.#render();
    this.#laid = JSON.stringify([departments, this.texts.language, this.services.clientWidth, this.services.clientHeight]);
  }

  #fits(page) {
    this.page = page;
    this.#render();
    return !this.#overflows();
  }

  #overflows() {
    return this.services.scrollHeight > this.services.clientHeight + 1;
  }

  #render() {
    const { language } = this.texts;
    const put = (node, name) => {
      const [text, of] = named(name, language);
      setText(node, text);
      setAttribute(node, "lang", of === language ? null : of);
    };
    reconcile(this.services, this.#pages[this.page], (group) => group.id, () => copyOf("group"), (node, group) => {
      put(part(node, "name"), group.name);
      reconcile(part(node, "buttons"), group.services, (service) => service.id, () => copyOf("service"), (button, service) => {
        setText(part(button, "letter"), service.letter);
        put(part(button, "name"), service.name);
        this.#live(button, this.catalogue.now(service.id));
      });
    });
    setShown(part(this.root, "pages"), this.#pages.length > 1);
    this.services.toggleAttribute("data-roomy", true);
    if (this.#overflows()) this.services.toggleAttribute("data-roomy", false);
    setText(part(this.root, "page"), this.texts.say("kiosk-page", { n: this.page + 1, total: this.#pages.length }));
  }

  /** People ahead and the wait; on a closed service why, and when tickets are given again. */
  #live(button, now) {
    setAttribute(button, "data-shut", now && !now.open ? now.reason : null);
    setText(part(button, "live"), now ? this.#state(now) : "");
    setShown(part(button, "live"), Boolean(now));
  }

  #state({ open, reason, opens_at: opens, people_ahead: n, wait }) {
    const { texts } = this;
    if (!open) {
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

/**
 * Cuts departments into pages of at most `most` services. A department begins a new page rather than being cut, where it fits
 * on one; a department that goes on is named again.
 */
function paginate(departments, most) {
  const pages = [[]];
  let room = most;
  const turn = () => {
    pages.push([]);
    room = most;
  };
  for (const { id, name, services } of departments) {
    if (services.length > room && services.length <= most && room < most) turn();
    for (let from = 0; from < services.length; ) {
      if (room === 0) turn();
      const cut = services.slice(from, from + room);
      pages.at(-1).push({ id: `${id}/${from}`, name, services: cut });
      from += cut.length;
      room -= cut.length;
    }
  }
  return pages;
}
