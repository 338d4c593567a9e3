/** Days and hours as people say them, from instants that carry the office's offset: their digits are the office's wall time. */
import { day, hoursMinutes } from "../shared/js/clock.js";

/** `wtorek, 24.11.2026` of a date `YYYY-MM-DD` or an instant. */
export function longDay(instant, language) {
  const date = new Date(`${instant.slice(0, 10)}T12:00:00Z`);
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(date);
  return `${weekday}, ${day(instant)}`;
}

/** `24.11.2026, 09:20`. */
export function term(instant) {
  return `${day(instant)}, ${hoursMinutes(instant)}`;
}

/** `123 456`: digits in threes are heard and written down without a slip; the spaces do not break a line. */
export function grouped(code) {
  return code.replace(/(\d{3})(?=\d)/g, "$1\u00a0");
}

/** `48 662 138 278` of digits with the country's code in front; other lengths stay as they are. */
export function spokenPhone(digits) {
  return /^48\d{9}$/.test(digits) ? `48\u00a0${grouped(digits.slice(2))}` : digits;
}
