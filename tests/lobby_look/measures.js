/** Judges every text of a lobby screen as it is painted now. */
function measures() {
  const isPhone = innerWidth <= 640;
  const cut = [];
  const weak = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [text, node] = [walker.currentNode, walker.currentNode.parentElement];
    if (!text.textContent.trim() || !isSeen(node)) continue;
    texts += 1;
    const words = text.textContent.trim().slice(0, 40);
    if (boxes(text).some((box) => isCut(node, box))) cut.push(words);
    const contrast = ratio(getComputedStyle(node).color, ground(node));
    if (contrast < 7) weak.push(`${words}: ${contrast.toFixed(2)}`);
  }
  return { texts, cut, weak, digits: digits() };

  function isSeen(node) {
    if (node.closest("script, style, template, .ok-sr-only")) return false;
    if (!node.checkVisibility({ visibilityProperty: true })) return false;
    for (let one = node; one; one = one.parentElement) if (getComputedStyle(one).clipPath !== "none") return false;
    // What lies below the office's emergency message is meant to be covered.
    return !("emergency" in document.body.dataset) || Boolean(node.closest(".board-emergency, .board-call"));
  }

  /** The boxes of a text's lines without the air above and below the letters. */
  function boxes(text) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = Array.from(range.getClientRects()).filter((box) => box.width > 0);
    return lines.map(({ left, right, top, bottom, height }) => ({ left, right, top: top + height * 0.16, bottom: bottom - height * 0.16 }));
  }

  function isCut(node, box) {
    for (let one = node; one && one !== document.body; one = one.parentElement) {
      const isFrame = getComputedStyle(one).overflow !== "visible" || one.matches("li, section, header, button, .board-foot > *");
      if (isFrame && leaves(box, inner(one))) return true;
    }
    const [width, height] = [innerWidth, isPhone ? document.documentElement.scrollHeight : innerHeight];
    return leaves(box, { left: 0, top: isPhone ? -scrollY : 0, right: width, bottom: height });
  }

  function inner(node) {
    const box = node.getBoundingClientRect();
    const [x, y] = [node.clientLeft, node.clientTop];
    return { left: box.left + x, top: box.top + y, right: box.right - x, bottom: box.bottom - y };
  }

  function leaves(box, frame) {
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  }

  function ground(node) {
    for (let one = node; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      const [, , , alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      if (alpha > 0.99) return colour;
    }
    return "rgb(255, 255, 255)";
  }

  function ratio(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  /** Relative luminance by WCAG 2.2. */
  function luminance(colour) {
    const linear = colour.match(/[\d.]+/g).slice(0, 3).map((value) => {
      const share = Number(value) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /** Height of the digits of the main number, as painted, as a share of the screen's. */
  function digits() {
    const pen = document.createElement("canvas").getContext("2d");
    const { fontSize, fontFamily, fontWeight } = getComputedStyle(document.querySelector("[data-part=code]"));
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = pen.measureText("0");
    return (above + below) / innerHeight;
  }
}
