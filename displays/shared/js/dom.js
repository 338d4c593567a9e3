/** The element that `[data-part=name]` marks below `root`. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** Writes a text only where it changed, so that nothing is laid out or read aloud again for nothing. */
export function setText(node, text) {
  const value = text ?? "";
  if (node.textContent !== String(value)) node.textContent = value;
}

export function setShown(node, shown) {
  if (node.hidden === Boolean(shown)) node.hidden = !shown;
}

/** Sets or removes an attribute; null and undefined remove it. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/** Enter in a dialog's form means its main button, `data-default`, not the first one. */
export function enterMeansDefault() {
  for (const form of document.querySelectorAll("dialog form:has([data-default])")) {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.matches("button, select, textarea")) return;
      event.preventDefault();
      form.requestSubmit(form.querySelector("[data-default]"));
    });
  }
}

/** A fresh copy of the one element inside `<template id>`. */
export function copyOf(templateId) {
  return document.getElementById(templateId).content.firstElementChild.cloneNode(true);
}

/**
 * Makes the children of `list` be `items`, in order, by reusing those with the same key. What is gone is removed, so a list never
 * outgrows its items however long the page lives, and focus stays on a row that stays.
 */
export function reconcile(list, items, key, make, fill) {
  const old = new Map(Array.from(list.children, (row) => [row.dataset.key, row]));
  let next = list.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    let row = old.get(id);
    if (row) old.delete(id);
    else {
      row = make(item);
      row.dataset.key = id;
    }
    fill(row, item);
    if (row === next) next = next.nextElementSibling;
    else list.insertBefore(row, next);
  }
  for (const row of old.values()) row.remove();
}
