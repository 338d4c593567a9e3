// The server as a test wants it: whole views over a socket, settings, clips. `world.said` is what the screen told it.
const server = (world.server = {
  isUp: true, isDeaf: false, seq: 1_000, number: 100, calls: [], waiting: [], sockets: new Set(), emergency: null, setup: {}, fetched: [],
  page: null, now: () => world.epoch + world.now, ...kept.server,
});
world.said = [];
world.instant = (epoch) => `${new real.Date(epoch + 3_600_000).toISOString().slice(0, 23)}+01:00`;

server.view = () => {
  const { revision } = server.setup;
  const version = world.config.version ?? document.body.dataset.version ?? null;
  const view = { calls: [...server.calls], waiting: server.waiting, closed: false, opens_at: null, revision, version, emergency: server.emergency };
  return { type: "view", seq: server.seq, now: world.instant(server.now()), view };
};
server.tell = (message = server.view()) => {
  for (const socket of server.sockets) schedule(() => socket.receive(message), 5);
};

/** A desk calls. `ago`: so many milliseconds before now. */
world.calls = (code, desk = "3", { recall = false, language = null, ago = 0 } = {}) => {
  server.seq += 1;
  server.number += 1;
  const called = world.instant(server.now() - ago);
  server.calls.unshift({ seq: server.number, code, desk, desk_label: desk, service: "mapy", called_at: called, recall, language });
  // As the contract has it: the last ten and everything of five minutes.
  server.calls = server.calls.filter((call, index) => index < 10 || server.now() - Date.parse(call.called_at) < 300_000);
  server.tell();
  return server.number;
};
/** So many calls, one every `pause` milliseconds, of numbers and desks that come again and again; what was noted is forgotten. */
world.callsOn = async (count, pause) => {
  for (let one = 0; one < count; one += 1) {
    world.calls(`R${String(server.number % 1000).padStart(3, "0")}`, String(server.number % 9));
    await world.run(pause);
  }
  world.said.length = 0;
  world.heard.length = 0;
};
world.undoes = (number) => {
  server.seq += 1;
  server.calls = server.calls.filter((call) => call.seq !== number);
  server.tell();
};
/** The server is away: sockets end, nothing answers. */
world.falls = () => {
  server.isUp = false;
  for (const socket of server.sockets) socket.ends();
};
world.rises = () => (server.isUp = true);
world.changes = (setup) => {
  server.seq += 1;
  const revision = `r${server.seq}`;
  server.setup = { ...server.setup, ...setup, revision };
  server.tell();
};

window.WebSocket = class extends EventTarget {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;
  readyState = 0;
  constructor(url) {
    super();
    server.url = url;
    schedule(() => (server.isDeaf ? null : server.isUp ? this.begins() : this.ends()), 10);
  }
  begins() {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    server.sockets.add(this);
    this.dispatchEvent(new Event("open"));
    this.receive(server.view());
  }
  receive(message) {
    if (this.readyState === 1 && !server.isDeaf) this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }
  send(text) {
    if (this.readyState === 1 && server.isUp && !server.isDeaf) world.said.push({ at: world.now, ...JSON.parse(text) });
  }
  close() {
    // Towards a deaf server the goodbye gets no answer.
    if (!server.isDeaf) this.ends();
    this.readyState = 3;
  }
  ends() {
    if (this.readyState === 3) return;
    this.readyState = 3;
    server.sockets.delete(this);
    schedule(() => this.dispatchEvent(new Event("close")), 1);
  }
};

const answer = (status, body) => new Response(status === 200 ? body : null, { status });
/** An answer after 20 virtual milliseconds; none while the server is away. */
function replies(path, signal) {
  return new Promise((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
    const { hangs, missing } = world.config;
    if (server.isDeaf || (hangs && path.includes(hangs))) return;
    schedule(() => {
      if (!server.isUp) reject(new TypeError("the server is away"));
      else if (path.includes("/setup")) resolve(answer(200, JSON.stringify(server.setup)));
      else resolve(answer(missing && path.includes(missing) ? 404 : 200, path));
    }, 20);
  });
}
window.fetch = async (asked, options = {}) => {
  const path = new URL(asked, location.href).pathname;
  server.fetched.push(path);
  if (server.fetched.length > 100) server.fetched.shift();
  if (/^\/speech\/|chime\.wav$|\/setup$|^\/healthz$/.test(path)) return replies(path, options.signal);
  if (!server.isUp || server.page) return server.isUp ? answer(server.page, null) : Promise.reject(new TypeError("the server is away"));
  world.inFlight += 1;
  // Until the body is here, too: meanwhile virtual time stands still.
  try {
    const told = await real.fetch(asked, options);
    return new Response(await told.arrayBuffer(), { status: told.status, headers: told.headers });
  } finally {
    world.inFlight -= 1;
  }
};

document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const island = document.getElementById("setup");
  const sound = { on: true, speech: true, volume: 80, repeat: false, hours: [] };
  const speech = { revision: "v1", languages: ["pl", "en", "uk"] };
  server.setup = { ...JSON.parse(island.textContent), languages: ["pl"], sound, speech, ...world.config.setup };
  island.textContent = JSON.stringify(server.setup);
  for (const [code, desk, ago] of world.loads === 1 ? (world.config.before ?? []) : []) world.calls(code, desk, { ago });
});
