// <okienko-booking service="…" | department="…" lang="pl|en|uk"> on a page of the city. It holds a plain link, which stays when anything is
// missing: script, this module, or the leave to be framed. Where the office allows the site (frame_ancestors), the choice of day and hour
// appears in the page itself; the form opens under the office's own address, so personal data is never typed into a frame.
//
// `OFFICE` stands in front of this file when the server sends it: { base, hosts, words }.

const PATIENCE = 10_000;

/** Whether a source of frame-ancestors (CSP 3: origin, *.host, scheme) covers the page around us. */
function covers(source, page) {
  const bare = source.replace(/^'self'$/, OFFICE.base).replace(/\/$/, "").toLowerCase();
  if (bare === "*" || bare === page.protocol) return true;
  const [, scheme, host, port] = bare.match(/^(?:([a-z][a-z0-9+.-]*):\/\/)?([^:/]+)(?::(\d+|\*))?/) ?? [];
  if (!host || (scheme && `${scheme}:` !== page.protocol)) return false;
  const usual = { "http:": "80", "https:": "443" }[page.protocol];
  if (port !== "*" && (port ?? usual) !== (page.port || usual)) return false;
  return host.startsWith("*.") ? page.hostname.endsWith(host.slice(1)) : host === page.hostname;
}

class OkienkoBooking extends HTMLElement {
  connectedCallback() {
    if (this.frame) return;
    const lang = this.getAttribute("lang") in OFFICE.words ? this.getAttribute("lang") : "pl";
    const [kind, id] = this.hasAttribute("service") ? ["s", this.getAttribute("service")] : ["d", this.getAttribute("department")];
    const address = new URL(id ? `/${kind}/${encodeURIComponent(id)}` : "/", OFFICE.base);
    address.searchParams.set("lang", lang);
    this.words = OFFICE.words[lang];
    this.link = this.querySelector("a[href]") ?? this.writes(address.href);
    if (OFFICE.hosts.some((source) => covers(source, location))) this.opens(address);
  }

  disconnectedCallback() {
    removeEventListener("message", this.heard);
    clearTimeout(this.waiting);
  }

  writes(href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = this.words.link;
    this.append(link);
    return link;
  }

  opens(address) {
    address.searchParams.set("embed", "1");
    const frame = document.createElement("iframe");
    frame.title = this.words.frame;
    frame.src = address.href;
    Object.assign(frame.style, { display: "block", width: "100%", height: "0", border: "0" });
    this.heard = (message) => this.hears(message);
    addEventListener("message", this.heard);
    // The site's own policy may forbid the frame: then the link is all there is, as before.
    this.waiting = setTimeout(() => this.gives(), PATIENCE);
    this.frame = frame;
    this.append(frame);
  }

  hears({ source, origin, data }) {
    if (source !== this.frame.contentWindow || origin !== new URL(OFFICE.base).origin || data?.okienko !== "height") return;
    clearTimeout(this.waiting);
    this.frame.style.height = `${Math.min(Math.max(Number(data.height) || 0, 0), 10_000)}px`;
    this.link.hidden = true;
    // A step further inside: its beginning may be above what is seen.
    if (data.fresh && this.shown && this.getBoundingClientRect().top < 0) this.scrollIntoView();
    this.shown = true;
  }

  gives() {
    this.frame.remove();
    removeEventListener("message", this.heard);
  }
}

customElements.get("okienko-booking") ?? customElements.define("okienko-booking", OkienkoBooking);
