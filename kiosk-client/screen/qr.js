import { qrcode } from "./vendor/qrcode.js";

const SVG = "http://www.w3.org/2000/svg";
/** Light modules around the code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

/** A QR code (level M) of `text` as an SVG picture; null when the text is too long for one. */
export function picture(text) {
  let code;
  try {
    code = qrcode(0, "M");
    code.addData(text);
    code.make();
  } catch {
    return null;
  }
  const size = code.getModuleCount() + 2 * QUIET;
  const svg = element("svg", { viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges", "aria-hidden": "true" });
  svg.append(element("path", { d: `M0 0h${size}v${size}H0z`, fill: "#fff" }), element("path", { d: dark(code), fill: "#000" }));
  return svg;
}

function dark(code) {
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  }
  return path;
}

function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
