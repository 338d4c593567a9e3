import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { ahead, between, named, range } from "./words.js";

/** So few tickets left are worth a word. */
const FEW = 10;

/** The screen before the ticket is taken: which matter, how many people are ahead, the honest wait, statutory priority where the office gives it. */
export class Ask {
  #service = null;
  #priority = null;

  /** @param {(service: string, priority: string | null) => void} onTake */
  constructor(root, texts, catalogue, onTake) {
    this.root = root.querySelector('section[data-screen="ask"]');
    this.texts = texts;
    this.catalogue = catalogue;
    this.classes = part(this.root, "classes");
    this.classes.addEventListener("click", (event) => this.#choose(event.target.closest("button")?.dataset.key));
    part(this.root, "take").addEventListener("click", () => this.#service && onTake(this.#service, this.#priority));
  }

  show(service) {
    this.#service = service;
    this.#priority = null;
    this.translate();
  }

  forget() {
    this.show(null);
  }

  translate() {
    const { texts, catalogue } = this;
    const service = catalogue.service(this.#service);
    const now = catalogue.now(this.#service);
    const put = (name, text) => {
      setText(part(this.root, name), text);
      setShown(part(this.root, name), Boolean(text));
    };
    const [name, language] = named(service?.name, texts.language);
    put("ask-letter", service?.letter ?? "");
    put("ask-name", name);
    setAttribute(part(this.root, "ask-name"), "lang", language === texts.language ? null : language);
    put("ask-ahead", ahead(texts, now?.people_ahead));
    put("ask-wait", service ? range(texts, now?.wait) : "");
    put("ask-between", between(texts, now?.wait, catalogue.live?.now));
    const n = now?.tickets_left;
    put("ask-left", Number.isInteger(n) && n <= FEW ? texts.say("kiosk-left", { n }) : "");
    this.#offer(catalogue.setup.priority_classes);
  }

  /** Nothing is chosen beforehand; a second touch takes a choice back. */
  #choose(id) {
    if (!id) return;
    this.#priority = this.#priority === id ? null : id;
    this.translate();
  }

  #offer(classes) {
    setShown(part(this.root, "priority"), classes.length > 0);
    reconcile(this.classes, classes, ({ id }) => id, () => copyOf("class"), (button, { id, name }) => {
      setText(button, this.#wording(id, name));
      setAttribute(button, "aria-pressed", id === this.#priority);
    });
  }

  /** The office's words for a class, as a sentence begins. */
  #wording(id, name) {
    const words = named(name, this.texts.language)[0] || id;
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}
