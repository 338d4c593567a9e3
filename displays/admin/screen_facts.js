import { when } from "./when.js";

/** What stands on the card of a lobby screen. */

/** How it is in a few words, and how much that is to worry about. */
export function stateOfScreen(texts, { screen, last_seen_at }) {
  if (!screen) return { state: texts.say("devices-state-unheard"), mood: "off" };
  if (!screen.online) return { state: texts.say("devices-silent", { time: when(last_seen_at) }), mood: "ill" };
  const { state } = screen.sound;
  if (state === "blocked") return { state: texts.say("devices-sound-blocked"), mood: "ill" };
  if (state === "no_speech") return { state: texts.say("devices-sound-no_speech"), mood: "warning" };
  if (!screen.up_to_date) return { state: texts.say("devices-state-old"), mood: "warning" };
  return { state: texts.say("devices-online"), mood: "well" };
}

/** Its facts as pairs of a term and its value. */
export function factsOfScreen(texts, device) {
  const { screen, board, layout, desk, last_seen_at } = device;
  const shows = [["board", nameOfBoard(board)], ["layout", nameOfLayout(texts, layout ?? screen?.layout)]];
  if (desk) shows.push(["desk", labelOfDesk(board, desk)]);
  if (!screen) return last_seen_at ? [...shows, ["seen", when(last_seen_at)]] : shows;
  const { state, since } = screen.sound;
  return [
    ["sound", texts.say("devices-since", { what: texts.say(`devices-sound-${state}`), time: when(since) })],
    ...shows,
    ["page-version", texts.say(screen.up_to_date ? "devices-page-new" : "devices-page-old")],
    ["calls", texts.say("devices-calls", { left: screen.calls, what: screen.seq })],
    ["errors", String(screen.errors)],
    ...(screen.heap_mb === null ? [] : [["memory", `${Math.round(screen.heap_mb)} MB`]]),
    ["seen", when(last_seen_at)],
  ];
}

/** As the form on the same page calls it. */
function nameOfBoard(board) {
  const choices = Array.from(document.getElementById("board").options);
  return choices.find(({ value }) => value === board)?.text ?? board ?? "–";
}

function labelOfDesk(board, desk) {
  const all = JSON.parse(document.getElementById("boards").textContent);
  return all[board]?.find(([id]) => id === desk)?.[1] ?? desk;
}

function nameOfLayout(texts, layout) {
  const key = `devices-layout-${layout}`;
  return layout && texts.has(key) ? texts.say(key) : texts.say("devices-layout-own");
}
