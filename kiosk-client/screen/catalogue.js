const KEY = "okienko.kiosk.catalogue";
const REFRESH = 60_000;

/** Departments and their services: fetched every minute, kept on this computer for a start without a network. */
export class Catalogue {
  #timer = 0;
  #departments = read();

  /** @param {(departments: object[], live: boolean) => void} onChange */
  constructor(api, onChange) {
    this.api = api;
    this.onChange = onChange;
  }

  start() {
    clearInterval(this.#timer);
    this.onChange(this.#departments, true);
    this.#timer = setInterval(() => this.#fetch(), REFRESH);
    this.#fetch();
  }

  /** The service's `letter: name` as the office writes it, or nothing if it is unknown. */
  name(id) {
    for (const { services } of this.#departments) {
      const found = services.find((service) => service.id === id);
      if (found) return `${found.letter}: ${found.name}`;
    }
    return "";
  }

  async #fetch() {
    try {
      this.#departments = await this.api.get("/departments");
      localStorage.setItem(KEY, JSON.stringify(this.#departments));
      this.onChange(this.#departments, true);
    } catch {
      this.onChange(this.#departments, false);
    }
  }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}
