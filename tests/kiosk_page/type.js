// Clicks the keys in arguments[0]; answers those that something else lies over or that are off.
const missed = [];
for (const digit of arguments[0]) {
  const key = document.querySelector(`section[data-screen="keypad"] [data-digit="${digit}"]`);
  const { left, top, width, height } = key.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2)?.closest("button");
  if (met === key && !key.disabled) key.click();
  else missed.push(digit);
}
return missed;
