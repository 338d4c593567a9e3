/** Where a clip lies, which languages a call is spoken in, how loud the hour is: plain functions of the board's settings. */

/** The languages a call is spoken in, in order. `hurried` leaves everything out but the main one. */
export function sentence(setup, call, hurried) {
  const known = setup.sound.speech ? (setup.speech?.languages ?? []) : [];
  const main = known.includes(setup.languages[0]) ? [setup.languages[0]] : [];
  if (hurried && main.length > 0) return main;
  const other = known.includes(call.language) && !main.includes(call.language) ? [call.language] : [];
  return [...main, ...(setup.sound.repeat ? main : []), ...other];
}

/** The address of the sentence about `call` in `language`. */
export function clipUrl({ speech }, call, language) {
  const path = [speech.revision, language, call.code, `${call.desk_label ?? call.desk}.wav`];
  return `/speech/${path.map(encodeURIComponent).join("/")}`;
}

/** The address of the chime, in the same edition of embedded files as this module. */
export function chimeUrl() {
  return new URL("./chime.wav", import.meta.url).pathname;
}

/** The volume at `hours:minutes` of the office, from 0 to 1; the first hours that fit are taken. */
export function volumeAt(sound, time) {
  const special = (sound.hours ?? []).find((hours) => isWithin(hours, time));
  return Math.max(0, Math.min(100, special?.volume ?? sound.volume)) / 100;
}

/** Whether `time` (HH:MM) lies from `from` to before `to`, also where that is past midnight. */
export function isWithin({ from, to }, time) {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
