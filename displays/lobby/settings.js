import { Api } from "../shared/js/api.js";
import { setupOfPage, whole } from "./setup.js";

/** A failed attempt to fetch new settings is made again after so many milliseconds. */
const AGAIN = 5_000;
const WISHES = { layout: ["hall", "list", "desk", "door"], theme: ["dark", "light"] };
const LANGUAGES = ["pl", "en", "uk"];
const SOUND = { on: true, speech: true, volume: 80, repeat: false, hours: [] };
const NIGHT = { from: "22:00", to: "05:00" };

/**
 * The settings of this board: first those that stand in the page, then whatever the office has changed. What the page's address wishes
 * (`?layout=&theme=&lang=&desk=`) is stronger than the setting.
 */
export class Settings {
  #isFetching = false;
  #timer = 0;
  #wanted = null;

  /** @param {string} board its id  @param {(setup: object) => void} onChange */
  constructor(board, onChange) {
    this.board = board;
    this.onChange = onChange;
    this.api = new Api();
    this.value = wished(setupOfPage());
  }

  /** The board has these settings now. */
  take(setup) {
    this.value = wished(whole(setup));
    this.onChange(this.value);
  }

  /** Fetches the settings if the server has others than this page. */
  async follow(revision) {
    this.#wanted = revision;
    if (!revision || revision === this.value.revision || this.#isFetching) return;
    this.#isFetching = true;
    const setup = await this.api.get(`/boards/${encodeURIComponent(this.board)}/setup`).catch(() => null);
    this.#isFetching = false;
    if (setup && setup.revision !== this.value.revision) this.take(setup);
    // Another node may not know it yet.
    clearTimeout(this.#timer);
    if (this.#wanted !== this.value.revision) this.#timer = setTimeout(() => this.follow(this.#wanted), AGAIN);
  }
}

/** The settings with the wishes of the page's address in them; a wish that means nothing is none. */
function wished(setup) {
  const query = new URLSearchParams(location.search);
  const known = { ...setup, sound: { ...SOUND, ...setup.sound }, night: setup.night ?? NIGHT };
  for (const [name, values] of Object.entries(WISHES)) if (values.includes(query.get(name))) known[name] = query.get(name);
  if (setup.desks.some(({ id }) => id === query.get("desk"))) known.desk = query.get("desk");
  const languages = [...new Set((query.get("lang") ?? "").split(","))].filter((language) => LANGUAGES.includes(language));
  if (languages.length > 0) known.languages = languages;
  return known;
}

/** The calls of this screen: the one above a desk shows those of its desk only. */
export function callsOf(view, { layout, desk }) {
  const calls = view.calls ?? [];
  return layout === "desk" && desk ? calls.filter((call) => call.desk === desk) : calls;
}
