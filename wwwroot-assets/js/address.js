// The address follows what a live page shows; the way back leads out of the page, not through each letter of a search.
export function show(path) {
  history.replaceState(history.state, "", path);
}

// Whom someone chose stays in this tab: over a page turn, a lost connection and a restarted server.
export function keep(name, count, ids) {
  if (count > 0) {
    sessionStorage.setItem(name, JSON.stringify({ count, ids }));
  } else {
    sessionStorage.removeItem(name);
  }
}

export function kept(name) {
  return JSON.parse(sessionStorage.getItem(name) ?? "null");
}
