import { hoursMinutes } from "../shared/js/clock.js";
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Chime } from "./chime.js";

const RANK = { ok: 0, warning: 1, critical: 2 };
/** News closer together than this are told to screen readers as one. */
const GATHER = 3000;

/**
 * What needs attention: a list that is seen, and news of it that are heard. A service is news only when it has become worse, a desk when it
 * asks for help and when somebody comes; so a screen reader is not told of every minute, and the chime sounds once.
 */
export class Alerts {
  #known = new Map();
  #heard = new Map();
  #standing = new Map();
  #news = [];
  #timer = 0;

  constructor(root, texts, acts) {
    Object.assign(this, { root, texts, acts, chime: new Chime(root, texts) });
  }

  reset() {
    this.#known.clear();
    this.#heard.clear();
    this.#standing.clear();
    this.#news = [];
    clearTimeout(this.#timer);
    setText(part(this.root, "spoken"), "");
    for (const name of ["alert-list", "alarm-list"]) part(this.root, name).replaceChildren();
  }

  show(views) {
    const services = views.flatMap((view) => view.services);
    const found = services.filter(({ level }) => level !== "ok").sort((left, right) => RANK[right.level] - RANK[left.level] || minutes(right) - minutes(left));
    const alarms = views.flatMap(({ department, alarms: all }) => all.map((alarm) => ({ ...alarm, department })));
    this.#alarms(alarms);
    setShown(part(this.root, "calm"), found.length + alarms.length === 0);
    setAttribute(part(this.root, "alerts"), "data-level", alarms.length ? "critical" : (found[0]?.level ?? "ok"));
    reconcile(part(this.root, "alert-list"), found, (one) => one.id, () => copyOf("alert"), (row, one) => this.#fill(row, one));
    const worse = found.filter((one) => RANK[one.level] > (this.#known.get(one.id) ?? 0));
    for (const one of services) this.#known.set(one.id, RANK[one.level]);
    if (!worse.length) return;
    this.chime.ring(worse.some(({ level }) => level === "critical") ? "critical" : "warning");
    this.#tell(worse.map((one) => this.#words(one)));
  }

  /** Desks that ask for help stand first, until somebody has ended it. */
  #alarms(alarms) {
    const make = () => {
      const row = copyOf("alarm");
      for (const name of ["answer", "end"]) part(row, name).addEventListener("click", () => this.#act(row.dataset.key, name));
      return row;
    };
    this.#standing = new Map(alarms.map((alarm) => [alarm.desk, alarm]));
    const list = part(this.root, "alarm-list");
    const had = list.contains(document.activeElement);
    reconcile(list, alarms, (alarm) => alarm.desk, make, (row, alarm) => this.#fillAlarm(row, alarm));
    if (had && !list.contains(document.activeElement)) part(this.root, "alerts-title").focus();
    const news = alarms.filter((alarm) => this.#heard.get(alarm.desk) !== heardAs(alarm));
    this.#heard = new Map(alarms.map((alarm) => [alarm.desk, heardAs(alarm)]));
    if (news.some(({ answered }) => !answered)) this.chime.ring("alarm");
    if (news.length) this.#tell(news.map((alarm) => this.#alarmWords(alarm)));
  }

  #fillAlarm(row, alarm) {
    const answer = part(row, "answer");
    const had = answer === document.activeElement;
    setAttribute(row, "data-answered", alarm.answered);
    setText(part(row, "text"), this.#alarmWords(alarm));
    setShown(answer, !alarm.answered);
    for (const node of row.querySelectorAll("[data-part=of]")) setText(node, this.texts.say("wall-alarm-of", { desk: alarm.label }));
    // The button that was pressed is gone: the next one stands where it was.
    if (had && alarm.answered) part(row, "end").focus();
  }

  #alarmWords({ department, label, since, coming, answered }) {
    const words = { what: department.name, desk: label, time: hoursMinutes(since), name: coming };
    return this.texts.say(`wall-alarm-${answered ?? "at"}`, words);
  }

  #act(desk, name) {
    const alarm = this.#standing.get(desk);
    if (alarm) this.acts.alarm(alarm, name);
  }

  #fill(row, service) {
    const link = row.querySelector("a");
    setAttribute(link, "href", `#row-${service.id}`);
    setAttribute(link, "data-level", service.level);
    setText(link, this.#words(service));
  }

  #words(service) {
    const { reached, longest, waiting } = service;
    const reason = this.texts.say(`wall-level-${service.level}`);
    const what = `${service.letter}: ${service.name}`;
    if (reached.length > 1) return this.texts.say("wall-alert-both", { what, reason, n: waiting, total: longest?.minutes ?? 0 });
    if (reached[0] === "people") return this.texts.say("wall-alert-people", { what, reason, n: waiting });
    return this.texts.say("wall-alert-wait", { what, reason, n: longest?.minutes ?? 0 });
  }

  #tell(sentences) {
    this.#news.push(...sentences);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      setText(part(this.root, "spoken"), this.#news.join(". "));
      this.#news = [];
    }, GATHER);
  }
}

/** What was told of a call for help: that it came, and that somebody comes. */
function heardAs({ since, answered }) {
  return `${since} ${answered ?? ""}`;
}

function minutes({ longest }) {
  return longest?.minutes ?? 0;
}
