/** A board as it is being edited: the office file's shape with every key there. */
export const LANGUAGES = ["pl", "en", "uk"];

const HOUSE = {
  name: { pl: "" }, departments: [], services: [], languages: ["pl"], layout: "hall", theme: "dark", accent: "#ffd24a", desk: null,
  show_waiting: true, ticker: [], media: [], ways: {}, sound: { on: true, speech: true, volume: 80, repeat: false, hours: [] },
  night: { from: "22:00", to: "05:00" },
};

/** A copy that may be changed, with the house's values for what the file leaves out. */
export function whole(board) {
  const copy = structuredClone({ ...HOUSE, ...board });
  copy.sound = { ...HOUSE.sound, ...copy.sound };
  return copy;
}

/** As it is sent: without what says nothing. The message over everything has a place of its own. */
export function lean(draft) {
  const { emergency, ...board } = structuredClone(draft);
  board.desk = board.layout === "desk" ? board.desk || null : null;
  const said = Object.entries(board.ways).map(([desk, way]) => [desk, { arrow: way.arrow || null, place: hasWords(way.place) ? way.place : null }]);
  board.ways = Object.fromEntries(said.filter(([, way]) => way.arrow || way.place));
  return board;
}

function hasWords(words) {
  return LANGUAGES.some((language) => words?.[language]?.trim());
}

/** One step of a path: an id may hold the sign that parts the steps. */
export function step(id) {
  return encodeURIComponent(id).replaceAll(".", "%2E");
}

export function read(draft, path) {
  return path.split(".").reduce((value, key) => value?.[decodeURIComponent(key)], draft);
}

/** Writes below the draft and makes what is missing on the way; an empty translation is none. */
export function write(draft, path, value) {
  const keys = path.split(".").map(decodeURIComponent);
  const last = keys.pop();
  let place = draft;
  for (const key of keys) place = place[key] ??= {};
  if (value === "" && (last === "en" || last === "uk")) delete place[last];
  else place[last] = value;
}
