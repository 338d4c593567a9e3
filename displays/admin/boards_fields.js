import { copyOf, part, setAttribute, setText } from "../shared/js/dom.js";
import { read } from "./boards_draft.js";

/** The three fields of words in every language; `most` is how many letters each may have. */
export function words(path, most) {
  const node = copyOf("words");
  for (const field of node.children) {
    const input = wire(field, `${path}.${field.dataset.lang}`);
    input.maxLength = most;
  }
  return node;
}

/** One field; `more` are properties of the input. */
export function input(path, label, more) {
  const field = copyOf("field");
  setText(part(field, "label"), label);
  Object.assign(wire(field, path), more);
  return field;
}

/** A choice; `options` are pairs of value and words. */
export function choice(path, label, options) {
  const field = copyOf("choice");
  setText(part(field, "label"), label);
  wire(field, path).replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  return field;
}

/** A box to tick. */
export function check(label, checked, onChange) {
  const node = copyOf("check");
  setText(part(node, "words"), label);
  const box = node.querySelector("input");
  box.checked = checked;
  box.addEventListener("change", () => onChange(box.checked));
  return node;
}

function wire(field, path) {
  const [node, wrong] = [part(field, "input"), part(field, "wrong")];
  const name = path.split(".").map(decodeURIComponent).join(".");
  Object.assign(node, { id: `field-${name}` });
  node.dataset.path = path;
  Object.assign(wrong, { id: `wrong-${name}` });
  wrong.dataset.wrong = name;
  setAttribute(node, "aria-describedby", wrong.id);
  setAttribute(part(field, "label"), "for", node.id);
  return node;
}

/** Writes a draft into every field below a node. */
export function fill(root, draft) {
  for (const node of root.querySelectorAll("[data-path]")) {
    const value = read(draft, node.dataset.path);
    if (node.type === "checkbox") node.checked = Boolean(value);
    else node.value = value ?? "";
  }
}

/** What a field says; numbers stay whole and near their range, so that the server can say what is wrong with them. */
export function valueOf(node) {
  if (node.type === "checkbox") return node.checked;
  if (node.type !== "number") return node.value;
  return Math.max(0, Math.min(Math.trunc(Number(node.value)) || 0, 2 * Number(node.max)));
}

/** Says beside each field what is wrong with it, `{field: words}`. */
export function flag(root, wrong) {
  for (const node of root.querySelectorAll("[data-wrong]")) {
    const name = node.dataset.wrong;
    setText(node, wrong[name] ?? "");
    const field = document.getElementById(`field-${name}`);
    if (field?.matches("input, select")) setAttribute(field, "aria-invalid", name in wrong ? "true" : null);
  }
}
