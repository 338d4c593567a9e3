/**
 * Shows a letter's HTML as a mail program would. The page's content policy lets no style attribute through, so each is set by the
 * style object of its element; inside a shadow root the page's own styles stay outside. Scripts in it never run (the letter holds none).
 */
export function showLetter(place, html, language) {
  const paper = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const letter = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  if (!letter) return paper.replaceChildren();
  letter.lang = language;
  // The page has a main and headings of its own: to a screen reader the letter is one article.
  const article = document.createElement("div");
  article.setAttribute("role", "document");
  article.append(...letter.childNodes);
  dress(article, letter.getAttribute("style") ?? "");
  article.lang = language;
  for (const node of article.querySelectorAll("*")) {
    dress(node, node.getAttribute("style") ?? "");
    // A link in a preview leads to nobody's visit.
    if (node.localName === "a") node.removeAttribute("href");
  }
  paper.replaceChildren(article);
}

function dress(node, style) {
  node.removeAttribute("style");
  node.style.cssText = style;
}
