import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";

/** Writes a desk into its tile. */
export function fillDesk(row, desk, wall, department) {
  const { texts } = wall;
  const tile = row.querySelector("button");
  setAttribute(tile, "data-state", desk.state);
  setText(part(tile, "label"), desk.label);
  setText(part(tile, "state"), texts.say(`wall-state-${desk.state}`));
  setText(part(tile, "code"), desk.current?.code ?? "");
  setText(part(tile, "letters"), desk.services.map((id) => department.service(id)?.letter ?? "").join(" "));
  setShown(part(tile, "moved"), desk.moved);
  setShown(part(tile, "asks"), department.view.alarms.some((alarm) => alarm.desk === desk.id));
  tickDesk(row, desk, wall);
}

/** How long a desk has been as it is; of a closed one nobody asks. */
export function tickDesk(row, desk, { texts, clock }) {
  const since = desk?.since && desk.state !== "closed" ? Math.floor(clock.since(desk.since) / 60_000) : null;
  setText(part(row, "since"), since === null ? "" : since > 0 ? texts.say("wall-since", { n: since }) : texts.say("wall-since-now"));
}
