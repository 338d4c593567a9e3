import { copyOf, part, reconcile, setShown, setText } from "../shared/js/dom.js";

/** Services on one page; with the button for booked visits that makes eight. */
const PAGE = 7;
/** Headings on one page: more would not leave the buttons their height. */
const GROUPS = 4;

/** The first screen: the services in groups by department, a few at a time, nothing scrolls. */
export class Menu {
  #pages = [[]];
  #shown = "";
  page = 0;

  /** @param {(service: string) => void} onChoice */
  constructor(root, texts, onChoice) {
    this.root = root;
    this.texts = texts;
    this.services = part(root, "services");
    this.services.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-key]");
      if (button) onChoice(button.dataset.key);
    });
    part(root, "more").addEventListener("click", () => this.#turn(1));
    part(root, "before").addEventListener("click", () => this.#turn(-1));
  }

  /** @param {object[]} departments  @param {boolean} live whether the server answers */
  show(departments, live) {
    setShown(part(this.root, "notice"), !live);
    this.live = live;
    const text = JSON.stringify(departments);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#pages = paginate(departments);
      this.page = Math.min(this.page, this.#pages.length - 1);
    }
    this.#render();
  }

  first() {
    this.page = 0;
    this.#render();
  }

  translate() {
    this.#render();
  }

  #turn(by) {
    this.page = (this.page + by + this.#pages.length) % this.#pages.length;
    this.#render();
  }

  #render() {
    const make = () => copyOf("group");
    reconcile(this.services, this.#pages[this.page], (group) => group.id, make, (node, group) => {
      setText(part(node, "name"), group.name);
      reconcile(part(node, "buttons"), group.services, (service) => service.id, () => copyOf("service"), (button, service) => {
        setText(part(button, "letter"), service.letter);
        setText(part(button, "name"), service.name);
      });
    });
    setShown(part(this.root, "pages"), this.#pages.length > 1);
    setText(part(this.root, "page"), this.texts.say("kiosk-page", { n: this.page + 1, total: this.#pages.length }));
    if (this.live === false) setText(part(this.root, "notice"), this.texts.say("kiosk-offline"));
  }
}

/** Cuts departments into pages of at most `PAGE` services; a department that goes on is named again on the next page. */
function paginate(departments) {
  const pages = [[]];
  let room = PAGE;
  const turn = () => {
    pages.push([]);
    room = PAGE;
  };
  for (const { id, name, services } of departments) {
    for (let from = 0; from < services.length; ) {
      if (room === 0 || pages.at(-1).length === GROUPS) turn();
      const cut = services.slice(from, from + room);
      pages.at(-1).push({ id: `${id}/${from}`, name, services: cut });
      from += cut.length;
      room -= cut.length;
    }
  }
  return pages;
}
