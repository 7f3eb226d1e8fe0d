// The address follows what a live page shows; the way back leads out of the page, not through each letter of a search.
export function show(path) {
  history.replaceState(history.state, "", path);
}
