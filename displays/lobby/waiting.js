import { copyOf, part, reconcile, setAttribute, setText } from "../shared/js/dom.js";

/** Services on the screen at once; more take turns. */
const PAGE = 12;
const TURN_SECONDS = 12;

/** How many wait for each service and how long, as a range or honestly unknown. */
export class Waiting {
  #services = [];
  #seconds = 0;

  constructor(root, texts) {
    this.list = part(root, "waiting");
    this.texts = texts;
  }

  show(services) {
    this.#services = services;
    this.#render();
  }

  tick() {
    this.#seconds += 1;
    if (this.#services.length > PAGE && this.#seconds % TURN_SECONDS === 0) this.#render();
  }

  #render() {
    const pages = Math.max(1, Math.ceil(this.#services.length / PAGE));
    const page = Math.floor(this.#seconds / TURN_SECONDS) % pages;
    const shown = this.#services.slice(page * PAGE, (page + 1) * PAGE);
    setAttribute(this.list, "data-services", Math.min(PAGE, this.#services.length));
    reconcile(this.list, shown, (service) => service.service, () => copyOf("service"), (row, service) => this.#fill(row, service));
  }

  #fill(row, service) {
    setText(part(row, "letter"), service.letter);
    setText(part(row, "name"), service.service_name ?? "");
    const people = service.people ? this.texts.say("lobby-people", { n: service.people }) : this.texts.say("lobby-nobody");
    setText(part(row, "people"), people);
    setText(part(row, "wait"), this.#wait(service));
    row.classList.toggle("is-idle", !service.people);
  }

  #wait({ people, open_desks: desks, wait }) {
    if (desks === 0) return this.texts.say("lobby-no-desk");
    if (!wait) return people ? this.texts.say("lobby-wait-unknown") : "";
    const [from, to] = [wait.from_minutes, wait.to_minutes];
    if (to === 0) return "";
    return from > 0 ? this.texts.say("lobby-wait", { from, to }) : this.texts.say("lobby-wait-short", { to });
  }
}
