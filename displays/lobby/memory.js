/** What outlives a page. A storage may be missing, full or forbidden: then everything works, only without memory. */

/** Of this window only, and until it is closed. */
const ofWindow = () => sessionStorage;
/** Of this browser for ever. */
export const forever = () => localStorage;

/** What stands under `key`, or `otherwise`. */
export function remembered(key, otherwise, storage = ofWindow) {
  try {
    return storage().getItem(key) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Writes a text under `key` and says whether it stands there. */
export function remember(key, value, storage = ofWindow) {
  try {
    storage().setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
