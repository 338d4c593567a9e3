/**
 * The office's clock as the server tells it. The computer's own clock is never trusted: between two messages time runs on by the
 * monotonic clock of the browser, and wall time uses the offset that the server's own instants carry.
 */
export class ServerClock {
  #epoch = Date.now();
  #mark = performance.now();
  #offsetMinutes = -new Date().getTimezoneOffset();

  /** Takes an RFC 3339 instant with offset; anything else is ignored. */
  sync(instant) {
    const epoch = Date.parse(instant ?? "");
    const offset = /([+-])(\d\d):(\d\d)$/.exec(instant ?? "");
    if (Number.isNaN(epoch) || !offset) return;
    this.#epoch = epoch;
    this.#mark = performance.now();
    this.#offsetMinutes = (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  }

  /** Milliseconds since 1970 by the office's clock. */
  now() {
    return this.#epoch + performance.now() - this.#mark;
  }

  /** Seconds from now until `instant`, never negative. */
  secondsUntil(instant) {
    return Math.max(0, Math.ceil((Date.parse(instant) - this.now()) / 1000));
  }

  /** Milliseconds since `instant`. */
  since(instant) {
    return this.now() - Date.parse(instant);
  }

  /** Wall time of the office as `YYYY-MM-DDTHH:MM:SS`. */
  wall(epoch = this.now()) {
    return new Date(epoch + this.#offsetMinutes * 60_000).toISOString().slice(0, 19);
  }
}

/** `HH:MM` of an instant that carries the office's offset: the digits as they stand are the office's wall time. */
export function hoursMinutes(instant) {
  return instant ? instant.slice(11, 16) : "";
}

/** Day of an instant as the office writes it, `DD.MM.YYYY`. */
export function day(instant) {
  return instant ? instant.slice(0, 10).split("-").reverse().join(".") : "";
}

/** Calls `tick` at every full second of the browser, only once for a page. */
export function everySecond(tick) {
  tick();
  return setInterval(tick, 1000);
}
