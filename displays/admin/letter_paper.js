/**
 * Shows a letter's HTML as a mail program would. The page's content policy lets no style attribute through, so each is renamed before
 * it is read and set by the style object of its element; inside a shadow root the page's own styles stay outside. Quotes in a letter's
 * words are escaped, so what is renamed is an attribute.
 */
export function showLetter(place, html, language) {
  const paper = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const letter = new DOMParser().parseFromString(html.replaceAll(' style="', ' data-look="'), "text/html").querySelector("main");
  if (!letter) return paper.replaceChildren();
  letter.lang = language;
  // The page has a main and headings of its own: to a screen reader the letter is one article.
  const article = document.createElement("div");
  article.setAttribute("role", "document");
  article.append(...letter.childNodes);
  article.style.cssText = letter.dataset.look ?? "";
  article.lang = language;
  for (const node of article.querySelectorAll("*")) {
    node.style.cssText = node.dataset.look ?? "";
    node.removeAttribute("data-look");
    // A link in a preview leads to nobody's visit.
    if (node.localName === "a") node.removeAttribute("href");
  }
  paper.replaceChildren(article);
}
