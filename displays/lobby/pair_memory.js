const TOKEN = "okienko.screen.token";
const ADDRESS = "okienko.screen.address";
const PAIRING = "okienko.screen.pairing";
const HASH = /^#pairing=([A-Z]+)\.([\w-]+)$/;

/**
 * What a screen remembers over a restart: in the browser's storage where there is one, and the code under way also in the address, which
 * every player keeps when it loads the page again. No cookie is needed.
 */
export class Memory {
  /** The board's address and token, once the screen was let in. */
  screen() {
    const [token, address] = [read(TOKEN), read(ADDRESS)];
    return token && address?.startsWith("/lobby/") ? { token, address } : null;
  }

  keepScreen({ token, address }) {
    write(TOKEN, token);
    write(ADDRESS, address);
  }

  /** The code under way: `{code, poll_token}`. */
  pairing() {
    const [, code, poll_token] = HASH.exec(location.hash) ?? HASH.exec(read(PAIRING) ?? "") ?? [];
    return code ? { code, poll_token } : null;
  }

  keepPairing({ code, poll_token }) {
    const hash = `#pairing=${code}.${poll_token}`;
    write(PAIRING, hash);
    history.replaceState(null, "", hash);
  }

  forget() {
    for (const name of [TOKEN, ADDRESS, PAIRING]) write(name, null);
    history.replaceState(null, "", location.pathname + location.search);
  }
}

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // A player without storage: the address has it.
  }
}

function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // As above.
  }
}
