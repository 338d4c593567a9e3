const KEY = "okienko.kiosk.setup";
const SETUP_EVERY = 60_000;
const LIVE_EVERY = 5_000;
const LANGUAGES = ["pl", "en", "uk"];
const NOTHING = { departments: [], priority_classes: [], languages: LANGUAGES, office: null };

/** What the office offers (kept on this computer for a start without a network), and how each service stands at this moment. */
export class Catalogue {
  #timers = [];
  #asking = false;
  setup = read();
  /** The last answer about the services, or null while nobody answers. */
  live = null;
  online = true;

  /** @param {() => void} onChange */
  constructor(api, onChange) {
    this.api = api;
    this.onChange = onChange;
  }

  start() {
    this.#timers.forEach(clearInterval);
    this.#timers = [setInterval(() => this.#fetchSetup(), SETUP_EVERY), setInterval(() => this.refresh(), LIVE_EVERY)];
    this.onChange();
    this.#fetchSetup();
    this.refresh();
  }

  /** Departments with the services that give tickets without a booking. */
  get departments() {
    const walkIn = ({ services }) => services.filter((service) => service.walk_in !== false);
    return this.setup.departments.map((one) => ({ ...one, services: walkIn(one) })).filter((one) => one.services.length > 0);
  }

  service(id) {
    return this.setup.departments.flatMap(({ services }) => services).find((service) => service.id === id);
  }

  /** How a service stands now; nothing when that is not known. */
  now(id) {
    return this.live?.services.find((one) => one.id === id);
  }

  /** Asks how the services stand; an answer under way is waited for, not doubled. */
  async refresh() {
    if (this.#asking) return;
    this.#asking = true;
    try {
      this.live = await this.api.get("/kiosk/services");
      this.online = !this.live.offline;
    } catch {
      this.live = null;
      this.online = false;
    }
    this.#asking = false;
    this.onChange();
  }

  async #fetchSetup() {
    try {
      this.setup = { ...NOTHING, ...(await this.#ask()) };
      localStorage.setItem(KEY, JSON.stringify(this.setup));
    } catch {
      // The setup of before stands; whether anybody answers is told by `refresh`.
    }
    this.onChange();
  }

  /** The kiosk's setup; from a server that has none yet, the public list in each language. */
  async #ask() {
    try {
      return await this.api.get("/kiosk/setup");
    } catch (problem) {
      if (problem.status !== 404) throw problem;
    }
    const lists = await Promise.all(LANGUAGES.map((language) => this.api.get(`/departments?lang=${language}`)));
    const names = (pick) => Object.fromEntries(LANGUAGES.map((language, at) => [language, pick(lists[at]).name]));
    const service = (one, d, s) => ({ ...one, name: names((list) => list[d].services[s]) });
    const department = (one, d) => ({ ...one, name: names((list) => list[d]), services: one.services.map((each, s) => service(each, d, s)) });
    return { departments: lists[0].map(department) };
  }
}

function read() {
  try {
    return { ...NOTHING, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return NOTHING;
  }
}
