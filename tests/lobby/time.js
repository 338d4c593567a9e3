// Virtual time: what the page takes for the clock stands still until a test lets it run. `CONFIG` stands before this text.
const real = { Date, fetch: window.fetch.bind(window), now: performance.now.bind(performance) };
const kept = JSON.parse(sessionStorage.world ?? "{}");
const world = (window.world = {
  now: 0,
  /** Instant of the office at which this page was loaded. */
  epoch: kept.epoch ?? Date.parse("2026-11-23T08:00:00+01:00"),
  loads: (kept.loads ?? 0) + 1,
  config: { ...CONFIG, ...kept.config },
  frozen: false,
  isGone: false,
  inFlight: 0,
  timers: new Map(),
});
const keep = () => {
  const { calls, seq, number } = world.server;
  sessionStorage.world = JSON.stringify({ epoch: world.epoch + world.now, loads: world.loads, config: world.config, server: { calls, seq, number } });
};
sessionStorage.world = JSON.stringify({ ...kept, loads: world.loads });

performance.now = () => world.now;
/** Chance is what a test wants it to be. */
Math.random = () => world.config.chance ?? 0.5;
/** The computer's own clock is wrong by an hour and a half: no screen may believe it. */
window.Date = class extends real.Date {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [world.epoch + world.now - 5_400_000]));
  }
  static now() {
    return world.epoch + world.now - 5_400_000;
  }
};

let number = 0;
function schedule(run, delay, every) {
  const id = (number += 1);
  world.timers.set(id, { id, run, at: world.now + Math.max(0, Number(delay) || 0), every });
  return id;
}
const clear = (id) => world.timers.delete(id);
window.setTimeout = (run, delay, ...parts) => schedule(() => run(...parts), delay);
window.setInterval = (run, delay, ...parts) => schedule(() => run(...parts), delay, Math.max(1, delay));
window.clearTimeout = window.clearInterval = clear;
window.requestAnimationFrame = (run) => (world.frozen ? (number += 1) : schedule(() => run(world.now), 16));
window.cancelAnimationFrame = clear;

const channel = new MessageChannel();
/** All promises that can go on have gone on, and every real request has been answered. */
async function settled() {
  do {
    await new Promise((done) => {
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
  } while (world.inFlight > 0 || world.isGone);
}

function earliest(end) {
  let first = null;
  for (const timer of world.timers.values()) if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
  return first;
}

/** Lets so many virtual milliseconds pass. */
world.run = async (length) => {
  const end = world.now + length;
  await settled();
  for (let timer = earliest(end); timer; timer = earliest(end)) {
    world.now = Math.max(world.now, timer.at);
    if (timer.every) timer.at = world.now + timer.every;
    else world.timers.delete(timer.id);
    try {
      timer.run();
    } catch (error) {
      window.reportError(error);
    }
    await settled();
  }
  world.now = end;
};
/** The computer sleeps: time passes and nothing runs. */
world.sleep = (length) => (world.now += length);
/** What the world shall be like, for the pages that follow this one, too. */
world.becomes = (config) => void Object.assign(world.config, config);
// The page is about to go: its time ends at once, and what follows begins at that instant.
window.navigation.addEventListener("navigate", ({ navigationType }) => {
  if (navigationType !== "reload" || world.isGone) return;
  keep();
  world.isGone = true;
});
