/** Tries 4,096 colours on the grounds of both themes: those whose letters do not stand out at 7:1, and how many stayed as they were. */
async function tried() {
  const { colours, contrast } = await import(document.querySelector("script[type=module]").src.replace("board.js", "theme.js"));
  const rgb = (css) => css.match(/\d+/g).map(Number);
  const parsed = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const themes = [["#031624", "#062338", "#0b3350"], ["#e8eef3", "#f0f5f8", "#ffffff"]];
  const weak = [];
  const kept = [];
  for (let at = 0; at < 4096; at += 1) {
    const accent = `#${[at >> 8, (at >> 4) & 15, at & 15].map((part) => (part * 17).toString(16).padStart(2, "0")).join("")}`;
    for (const grounds of themes) {
      const { fill, on, text } = colours(accent, grounds);
      const onGrounds = grounds.map((ground) => contrast(rgb(text), parsed(ground)));
      const worst = Math.min(contrast(rgb(fill), rgb(on)), ...onGrounds);
      if (worst < 7) weak.push([accent, worst]);
      if (String(rgb(fill)) === String(parsed(accent))) kept.push(accent);
    }
  }
  return [weak, kept.length, kept.includes("#ffdd44")];
}
