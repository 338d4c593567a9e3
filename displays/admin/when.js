/** Day and hour of an instant, in the office's own time as the server wrote it. */
export function when(instant) {
  return instant ? `${instant.slice(8, 10)}/${instant.slice(5, 7)} ${instant.slice(11, 16)}` : "–";
}
