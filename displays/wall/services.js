import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { range } from "./department.js";

/** Notes under a service: the count, and the text that tells it; what is nought is not said. */
const NOTES = [
  ["booked", "wall-of-booked"], ["priority", "wall-of-priority"], ["expected", "wall-expected"], ["finished", "wall-finished"],
  ["no_shows", "wall-no-shows"], ["not_collected", "wall-not-collected"],
];

const MINUTE = 60_000;

/** Writes a service into its row. */
export function fillService(row, service, { texts, clock }) {
  setAttribute(row, "data-level", service.level);
  setAttribute(row, "data-stopped", service.stopped ? "" : null);
  setText(part(row, "letter"), service.letter);
  setText(part(row, "name"), service.name);
  setText(part(row, "waiting"), service.waiting);
  setText(part(row, "longest"), service.longest ? texts.say("wall-minutes", { n: service.longest.minutes }) : "–");
  setText(part(row, "wait"), wait(service, texts));
  setText(part(row, "open-desks"), service.open_desks);
  setAttribute(part(row, "open-desks").parentElement, "data-lacking", service.open_desks === 0 && service.waiting > 0 ? "" : null);
  setText(part(row, "level"), texts.say(`wall-level-${service.level}`));
  setAttribute(part(row, "act"), "aria-label", texts.say("wall-actions-of", { what: `${service.letter}: ${service.name}` }));
  setText(part(row, "notes"), NOTES.filter(([name]) => service[name] > 0).map(([name, key]) => texts.say(key, { n: service[name] })).join(" · "));
  const { stopped } = service;
  setShown(part(row, "stopped"), stopped);
  if (stopped) setText(part(row, "stopped"), texts.say("wall-stopped", { time: hoursMinutes(stopped.since), reason: texts.say(`wall-reason-${stopped.reason}`) }));
  const late = outlook(service, texts, clock);
  setShown(part(row, "late"), late);
  setText(part(row, "late"), late);
}

function wait({ wait: expected, open_desks: desks, waiting }, texts) {
  if (!expected && !desks && !waiting) return "–";
  if (!expected) return texts.say(desks ? "wall-unknown" : "wall-no-desk");
  return texts.say("wall-range", { from: expected.from_minutes, to: expected.to_minutes });
}

/** Who will not be served by closing, and what to do about it. */
function outlook({ unserved, last_call: last, stopped }, texts, clock) {
  const sentences = [];
  if (unserved?.to > 0) sentences.push(texts.say("wall-unserved", { what: range(texts, unserved) }));
  if (last && !stopped) {
    const now = Date.parse(last.from) <= clock.now() + MINUTE;
    sentences.push(now ? texts.say("wall-last-call-now") : texts.say("wall-last-call", { time: hoursMinutes(last.from), to: hoursMinutes(last.to) }));
  }
  return sentences.join(". ");
}
