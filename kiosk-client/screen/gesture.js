const TOUCHES = 5;
const WITHIN = 3_000;
const HOLD = 5_000;

/** The keeper's sign: five touches within three seconds, or one of five seconds. Nobody does it by chance. */
export function onGesture(place, act) {
  let times = [];
  let timer = 0;
  place.addEventListener("pointerdown", (event) => {
    clearTimeout(timer);
    timer = setTimeout(act, HOLD);
    times = [...times.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
    if (times.length < TOUCHES) return;
    clearTimeout(timer);
    times = [];
    act();
  });
  for (const kind of ["pointerup", "pointerleave", "pointercancel"]) place.addEventListener(kind, () => clearTimeout(timer));
  place.addEventListener("contextmenu", (event) => event.preventDefault());
}
