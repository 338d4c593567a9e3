// The agent of a kiosk computer as the page meets it: its mark in the page, its addresses, its words about the paper.
// `window.agentFake` holds what it shall say and what it was asked.
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const mark = document.createElement("meta");
  Object.assign(mark, { name: "okienko-agent", content: "1" });
  document.head.append(mark);
});
const fake = (window.agentFake = {
  state: { server: "online", paired: true, code: null, printer: { state: "ready" }, version: "0.1.0", page: "one", languages: ["pl", "en", "uk"] },
  print: { state: "printed", reason: null }, later: null, offline: false, refuses: null, reload: false, said: [], done: [], beats: 0,
});
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? sessionStorage.token;
sessionStorage.token = token;
const answer = (status, body) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const upstream = window.fetch.bind(window);

// Speech is an <audio> element's address: a silent one here, and a note of what was to be said.
Object.defineProperty(HTMLMediaElement.prototype, "src", { set(address) { fake.said.push(new URL(address, location.href).searchParams.get("text")); } });
HTMLMediaElement.prototype.play = function () {
  setTimeout(() => this.onended?.(), 20);
  return Promise.resolve();
};

window.fetch = async (asked, options = {}) => {
  const address = new URL(asked, location.href);
  const path = address.pathname;
  if (path === "/agent/state") return answer(200, fake.state);
  if (path === "/agent/heartbeat") return answer(200, { reload: fake.reload, beat: (fake.beats += 1) });
  if (path === "/agent/speech") return address.searchParams.get("lang") === "uk" ? answer(404, { code: "not_found" }) : answer(200, {});
  if (path.startsWith("/agent/prints/")) return answer(200, fake.later);
  if (path === "/agent/service/sign-on") return JSON.parse(options.body).pin === "2580" ? answer(200, { token: "pass" }) : answer(403, { code: "forbidden" });
  if (path.startsWith("/agent/service/")) {
    if (options.headers["X-Service"] !== "pass") return answer(401, { code: "unauthorized" });
    if (options.method === "POST") fake.done.push(path.split("/").at(-1));
    const printed = { today: 40, since_roll: 412, left: 38 };
    return answer(200, { version: "0.1.0", server: { url: "https://kolejka.example", state: "online" }, network: { clock_offset_ms: 12 }, printer: { state: "near_end", printed }, unsynced: 0, conflicts: 0, log: ["a line of the log"], now: "2026-11-23T10:00:00+01:00" });
  }
  const posts = options.method === "POST" && /kiosk\/(tickets|check-ins)$/.test(path);
  if (posts && fake.refuses) return answer(409, { code: fake.refuses });
  const headers = { ...options.headers, ...(path.startsWith("/api/") && { Authorization: `Bearer ${token}` }) };
  const reply = await upstream(asked, { ...options, headers });
  if (!posts || !reply.ok) return reply;
  return answer(reply.status, { ...(await reply.json()), print: fake.print, offline: fake.offline });
};
