/** Whether this page is the picture of a board in the administrator's pages. */
export function isPreview() {
  return new URLSearchParams(location.search).get("preview") === "1";
}

/**
 * The picture of a board that somebody edits: no socket, no sound, no reload. Settings and views come as messages
 * `{type: "preview", setup?, view?, now?}` from a page of this same server, and from no other.
 */
export function previews(stage) {
  window.addEventListener("message", ({ origin, data }) => {
    if (origin !== location.origin || data?.type !== "preview") return;
    if (data.setup) stage.settings.take(data.setup);
    if (data.view) stage.take({ now: data.now ?? null, view: { ...data.view, revision: null } });
  });
  // Who opened this page need not guess when it listens.
  window.parent.postMessage({ type: "preview-ready" }, location.origin);
}
