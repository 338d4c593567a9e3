/** The least contrast of a screen that is read from across a room (WCAG 2.1, 1.4.6). */
const LEAST = 7;
const INK = [16, 32, 44];
const WHITE = [255, 255, 255];
const STEPS = 100;

/**
 * The office's colour as a ground with letters on it, and as letters on the screen's own grounds. A colour that cannot carry letters
 * at 7:1 becomes darker or lighter by as little as is needed.
 * @param {string} accent `#rrggbb`  @param {string[]} grounds `#rrggbb` of the theme, all dark or all light
 * @returns {{fill: string, on: string, text: string}} colours for CSS
 */
export function colours(accent, grounds) {
  const own = parsed(accent) ?? parsed("#ffd24a");
  const [fill, on] = carrier(own);
  const behind = grounds.map(parsed).filter(Boolean);
  const towards = behind.some((ground) => luminance(ground) > 0.3) ? [0, 0, 0] : WHITE;
  const reads = (colour) => behind.every((ground) => contrast(colour, ground) >= LEAST);
  return { fill: css(fill), on: css(on), text: css(nearest(own, towards, reads) ?? towards) };
}

/** Contrast of two colours `[r, g, b]` by WCAG, 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function carrier(own) {
  const ways = [[INK, WHITE], [WHITE, [0, 0, 0]]].map(([on, towards]) => {
    for (let step = 0; step <= STEPS; step += 1) {
      const fill = mixed(own, towards, step / STEPS);
      if (contrast(fill, on) >= LEAST) return [step, fill, on];
    }
    return [STEPS, towards, on];
  });
  const [, fill, on] = ways.sort((a, b) => a[0] - b[0])[0];
  return [fill, on];
}

function nearest(own, towards, isRight) {
  for (let step = 0; step <= STEPS; step += 1) {
    const colour = mixed(own, towards, step / STEPS);
    if (isRight(colour)) return colour;
  }
  return null;
}

function mixed(one, other, share) {
  return one.map((value, index) => Math.round(value + (other[index] - value) * share));
}

function luminance(colour) {
  const [r, g, b] = colour.map((value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function parsed(text) {
  const found = /^\s*#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\s*$/i.exec(text ?? "");
  return found ? found.slice(1).map((pair) => Number.parseInt(pair, 16)) : null;
}

function css([r, g, b]) {
  return `rgb(${r} ${g} ${b})`;
}
