const TIMEOUT = 10_000;
const RETRY_DELAYS = [400, 1200];

/** A refusal of the server (RFC 9457), or `code: "network"` with status 0 when it could not be reached. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || body.code || String(status));
    this.status = status;
    this.code = body.code || (status === 0 ? "network" : String(status));
    this.detail = body.detail || "";
    this.body = body;
  }
}

/** Key of one press: a random UUID, also where the page came by plain http and `randomUUID` is missing. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The HTTP interface of the server, spoken with the bearer token that `token()` gives at that moment. */
export class Api {
  /** @param {() => string | null} token  @param {string} base path of the interface */
  constructor(token = () => null, base = apiBase()) {
    this.token = token;
    this.base = base;
  }

  get(path) {
    return this.#send("GET", path, {});
  }

  /**
   * Posts once. A lost answer or `try_again` is asked for again under the same key, so one press is never two tickets; whoever lets
   * a person ask once more keeps the key of the first press.
   * @throws {Problem}
   */
  async post(path, body = {}, key = newKey()) {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
    for (const delay of RETRY_DELAYS) {
      try {
        return await this.#send("POST", path, headers, JSON.stringify(body));
      } catch (problem) {
        if (problem.code !== "network" && problem.code !== "try_again") throw problem;
      }
      await new Promise((done) => setTimeout(done, delay));
    }
    return this.#send("POST", path, headers, JSON.stringify(body));
  }

  async #send(method, path, headers, body) {
    const token = this.token();
    const language = document.documentElement.lang;
    const all = { Accept: "application/json", ...(language && { "Accept-Language": language }), ...headers, ...(token && { Authorization: `Bearer ${token}` }) };
    let answer;
    let text;
    try {
      answer = await fetch(this.base + path, { method, headers: all, body, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
      text = await answer.text();
    } catch {
      throw new Problem(0, {});
    }
    const value = parse(text);
    if (!answer.ok) throw new Problem(answer.status, value ?? {});
    return value;
  }
}

/** Where the interface lies; a page served by another machine says so in a `<meta>`. */
function apiBase() {
  return document.querySelector('meta[name="okienko-api"]')?.content || "/api/v1";
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
