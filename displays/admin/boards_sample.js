/** Made-up calls for the preview: the office's own letters and desks, nobody's number. */
const NUMBERS = [42, 7, 118, 15, 230, 64];
/** Every third visitor has booked. */
const BOOKED = 3;

/** One more call; `seq` is that of the call before. */
export function sampleCall(setup, seq) {
  const shown = setup.desks.filter(({ id, services }) => (!setup.desk || setup.desk === id) && services.some((one) => letterOf(setup, one)));
  const desk = shown[seq % Math.max(1, shown.length)] ?? setup.desks[0];
  const service = desk.services.find((one) => letterOf(setup, one)) ?? "";
  const number = String(NUMBERS[seq % NUMBERS.length]).padStart(3, "0");
  const letter = seq % BOOKED === 1 ? "U" : letterOf(setup, service) || "A";
  return {
    seq: seq + 1, code: `${letter}${number}`, desk: desk.id, desk_label: desk.label, service, called_at: now(), recall: false,
    language: setup.languages[seq % setup.languages.length],
  };
}

/** A whole view, as the board's socket would bring it. */
export function sampleView(setup, calls) {
  const waiting = setup.services.map(({ id, letter, name }, index) => ({
    service: id, letter, service_name: name.pl, people: (index * 3 + 2) % 8, open_desks: index % 5 === 4 ? 0 : 1,
    wait: index % 5 === 4 ? null : { from_minutes: 5 + index, to_minutes: 15 + index * 2 },
  }));
  const called = new Set(calls.map(({ desk }) => desk));
  const desks = Object.fromEntries(setup.desks.map(({ id }) => [id, called.has(id) ? "called" : "free"]));
  const view = { calls, desks, waiting: setup.show_waiting ? waiting : [], closed: false, opens_at: null, revision: setup.revision, version: setup.version, emergency: null };
  return { now: now(), view };
}

function letterOf(setup, service) {
  return setup.services.find(({ id }) => id === service)?.letter;
}

/** Now, with this computer's offset: in a preview nobody waits for the office's clock. */
function now() {
  const date = new Date();
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.abs(offset) / 60, Math.abs(offset) % 60].map((part) => String(Math.trunc(part)).padStart(2, "0"));
  return `${local}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}
