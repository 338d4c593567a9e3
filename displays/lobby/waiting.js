import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Words, chosen, stack } from "./words.js";

/** Services on the screen at once, by layout and shape; more take turns. Beside pictures there is less room. */
const PAGE = { door: 6, portrait: 6, pictures: 4, hall: 8 };
/** So few services of a `door` screen have room for every language at once. */
const ROOMY = 3;
/** Seconds that one page of services stands for each language, so that everyone finds each of them in their own. */
const TURN_SECONDS = 8;

/** How many wait for each service and how long, as a range or honestly unknown (R38). */
export class Waiting {
  #services = [];
  #seconds = 0;

  /** @param {HTMLElement} root the body  @param {Texts} texts  @param {object} setup the board's setup */
  constructor(root, texts, setup) {
    this.section = part(root, "waiting-section");
    this.list = part(root, "waiting");
    this.texts = texts;
    this.settle(setup);
  }

  /** Takes a changed setup; the services stay. */
  settle(setup) {
    this.words = new Words(this.texts, setup);
    this.names = new Map(setup.services.map(({ id, name }) => [id, name]));
    this.isDoor = setup.layout === "door";
    this.hasPictures = setup.media.length > 0;
    this.isWanted = setup.show_waiting && setup.layout !== "list" && setup.layout !== "desk";
    this.#render();
  }

  /** Takes the services of a view. */
  show(services) {
    this.#services = services;
    this.#render();
  }

  /** One second has passed. */
  tick() {
    this.#seconds += 1;
    if (this.#seconds % TURN_SECONDS === 0) this.#render();
  }

  get page() {
    if (this.isDoor) return PAGE.door;
    if (matchMedia("(orientation: portrait)").matches) return PAGE.portrait;
    return this.hasPictures ? PAGE.pictures : PAGE.hall;
  }

  #render() {
    const shown = this.#shown();
    const isStacked = this.isDoor && shown.length <= ROOMY;
    setShown(this.section, this.isWanted && shown.length > 0);
    setAttribute(this.list, "data-services", Math.min(this.page, this.#services.length));
    setAttribute(this.list, "data-stacked", isStacked ? "" : null);
    const languages = isStacked ? this.words.languages : [this.words.turn(this.#seconds)];
    const make = () => copyOf("service");
    reconcile(this.list, shown, (service) => service.service, make, (row, service) => this.#fill(row, service, languages));
  }

  /** The services whose turn it is: a page stands until it was read in every language. */
  #shown() {
    const pages = Math.max(1, Math.ceil(this.#services.length / this.page));
    const turn = Math.floor(this.#seconds / (TURN_SECONDS * this.words.languages.length)) % pages;
    return this.#services.slice(turn * this.page, (turn + 1) * this.page);
  }

  #fill(row, service, languages) {
    const name = this.names.get(service.service) ?? { pl: service.service_name ?? "" };
    setText(part(row, "letter"), service.letter);
    stack(part(row, "name"), languages.map((language) => chosen(name, language)));
    stack(part(row, "people"), languages.map((language) => [language, this.#people(service, language)]));
    stack(part(row, "wait"), languages.map((language) => [language, this.#wait(service, language)]));
    row.classList.toggle("is-idle", !service.people);
  }

  #people({ people, open_desks: desks }, language) {
    const texts = this.words.in(language);
    // Closed, and nobody waits: the one word is enough.
    if (desks === 0 && !people) return "";
    return people ? texts.say("lobby-people", { n: people }) : texts.say("lobby-nobody");
  }

  #wait({ people, open_desks: desks, wait }, language) {
    const texts = this.words.in(language);
    if (desks === 0) return texts.say("lobby-no-desk");
    if (!wait) return people ? texts.say("lobby-wait-unknown") : "";
    const [from, to] = [wait.from_minutes, wait.to_minutes];
    if (to === 0) return "";
    return from > 0 ? texts.say("lobby-wait", { from, to }) : texts.say("lobby-wait-short", { to });
  }
}
