import { hoursMinutes } from "../shared/js/clock.js";

/** Below so many minutes a probable hour says nothing that the range has not said. */
const SOON = 5;

/** How many people are ahead, as a sentence; nothing where it is not known. */
export function ahead(texts, n) {
  if (!Number.isInteger(n)) return "";
  return n > 0 ? texts.say("kiosk-ticket-ahead", { n }) : texts.say("kiosk-ticket-first");
}

/** The honest range of the wait, as a sentence (R30, R38). */
export function range(texts, wait) {
  if (!wait) return texts.say("kiosk-ticket-wait-unknown");
  const { from_minutes: from, to_minutes: n } = wait;
  return texts.say(from > 0 ? "kiosk-ticket-wait" : "kiosk-ticket-wait-short", { from, n });
}

/** The probable hours of the call, by the office's wall time that stands in `instant`. */
export function between(texts, wait, instant) {
  if (!wait || !instant || wait.to_minutes < SOON) return "";
  const [from, to] = [wait.from_minutes, wait.to_minutes].map((minutes) => later(instant, minutes));
  return texts.say("kiosk-ticket-between", { from, to });
}

/** An opening: the hour alone when it is today, else with the day. This computer's clock is not asked. */
export function opening(texts, instant, now, weekday = "long") {
  const time = hoursMinutes(instant);
  const date = instant.slice(0, 10);
  if (date === now?.slice(0, 10)) return time;
  const name = new Intl.DateTimeFormat(texts.language, { weekday, timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));
  return texts.say(weekday === "long" ? "kiosk-day-at" : "kiosk-day-at-short", { time, date: `${name} ${date.slice(8)}.${date.slice(5, 7)}` });
}

/** A name that may be in several languages: `[text, language of the text]`. */
export function named(name, language) {
  if (typeof name === "string") return [name, "pl"];
  return name?.[language] ? [name[language], language] : [name?.pl ?? "", "pl"];
}

/** `HH:MM` some minutes after an instant. */
function later(instant, minutes) {
  const wall = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + minutes;
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(wall / 60) % 24)}:${two(wall % 60)}`;
}
