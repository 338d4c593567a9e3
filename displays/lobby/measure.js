const FAMILY = '"Fira Sans", "Segoe UI", Roboto, "Noto Sans", Ubuntu, Arial, sans-serif';
/** Labels longer than this many letters' heights stand in two lines. */
const ONE_LINE = 7;

const pen = document.createElement("canvas").getContext("2d");

/** Width of a bold text in em. Digits count as tabular ones, all as wide as the widest. */
export function width(text) {
  pen.font = `700 100px ${FAMILY}`;
  return pen.measureText(String(text).replaceAll(/\d/g, "0")).width / 100;
}

/**
 * How a label is best set: in one line, or in two where it is long and holds a space.
 * @returns {{em: number, lines: 1 | 2}} width of the widest line in em
 */
export function lines(text) {
  const em = width(text);
  const words = String(text).split(" ");
  if (em <= ONE_LINE || words.length < 2) return { em, lines: 1 };
  const breaks = words.slice(1).map((_, at) => Math.max(width(words.slice(0, at + 1).join(" ")), width(words.slice(at + 1).join(" "))));
  return { em: Math.min(...breaks), lines: 2 };
}

/** Calls back when the page's own fonts are there: what was measured before is measured again. */
export function whenFontsAreThere(again) {
  const both = ["400", "700"].map((weight) => document.fonts.load(`${weight} 100px "Fira Sans"`, "0Ążї"));
  Promise.all(both).then(again, again);
}

/** Tells a style a measured number, only where it changed, so that nothing is laid out again for nothing. */
export function tell(node, name, value) {
  const said = value.toFixed(3);
  if (node.style.getPropertyValue(name) !== said) node.style.setProperty(name, said);
}
