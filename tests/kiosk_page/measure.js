// Everything wrong with the layout of the screen that is shown, measured in the browser; an empty list when nothing is.
const [perMillimetre, line, capital] = arguments;
const TARGET = 20; // mm, EN 301 549 and parts.md §2
const CAP = 0.689; // height of Fira Sans' capitals
const wrong = [];
const seen = (node) => node.checkVisibility() && !node.closest(".ok-sr-only, svg") && getComputedStyle(node).clipPath === "none";
const name = (node) => `${node.className || node.tagName} ${node.dataset.part ?? ""} “${(node.innerText ?? "").slice(0, 40)}”`;
const page = document.scrollingElement;
if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) wrong.push(`scrolls: ${page.scrollWidth} × ${page.scrollHeight}`);
const section = document.querySelector("main > section:not([hidden])");
const acts = section.querySelector(".kiosk-acts")?.getBoundingClientRect();
const floor = document.querySelector("main").getBoundingClientRect().bottom;
for (const node of document.querySelectorAll("body *")) {
  if (!seen(node)) continue;
  const box = node.getBoundingClientRect();
  if (!box.width || !box.height) continue;
  if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) wrong.push(`off the screen: ${name(node)}`);
  if (section.contains(node) && box.bottom > floor + 1) wrong.push(`below the foot: ${name(node)}`);
  if (acts && node.closest(".kiosk-told") && box.bottom > acts.top + 1) wrong.push(`under the buttons: ${name(node)}`);
  if (node.tagName === "BUTTON") {
    if (Math.min(box.width, box.height) < TARGET * perMillimetre) wrong.push(`small: ${name(node)} ${box.width} × ${box.height}`);
    if (box.top < line - 1) wrong.push(`out of reach: ${name(node)} at ${box.top}, line ${line}`);
    if (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1) wrong.push(`words leave the button: ${name(node)}`);
  }
  const says = Array.from(node.childNodes).some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim());
  if (says && parseFloat(getComputedStyle(node).fontSize) * CAP < capital * perMillimetre - 0.1) wrong.push(`small letters: ${name(node)}`);
}
const buttons = Array.from(document.querySelectorAll("button")).filter(seen).map((node) => [node, node.getBoundingClientRect()]);
buttons.forEach(([one, a], at) => {
  for (const [other, b] of buttons.slice(at + 1)) {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) wrong.push(`overlap: ${name(one)} and ${name(other)}`);
  }
});
return wrong;
