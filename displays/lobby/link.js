import { part, setShown } from "../shared/js/dom.js";

/** A lost connection is marked small after this many milliseconds, … */
const SMALL_MARK = 5_000;
/** … and large after these: what stands there may be wrong by now. */
const LARGE_MARK = 30_000;

/** Says that the connection is lost, to be asked every second and whenever it comes or goes. */
export function markLink(root, lostSince) {
  const lost = lostSince === null ? 0 : performance.now() - lostSince;
  setShown(part(root, "link"), lost >= SMALL_MARK && lost < LARGE_MARK);
  setShown(part(root, "lost"), lost >= LARGE_MARK);
  root.dataset.link = lostSince === null ? "live" : "waiting";
}
