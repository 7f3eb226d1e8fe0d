// What is typed into a large text survives a reload and a server that is away: it stays in this tab until it has been saved.
const store = window.sessionStorage;

for (const area of document.querySelectorAll("textarea[data-keep]")) {
  const key = `typed/${area.dataset.keep}`;
  const kept = JSON.parse(store.getItem(key) ?? "null");
  if (kept && kept.over === area.defaultValue && kept.text !== area.value) {
    area.value = kept.text;
    const note = document.createElement("p");
    note.className = "field__hint";
    note.setAttribute("role", "status");
    note.textContent = "This is what you had typed and not saved yet.";
    area.before(note);
  } else if (kept) {
    // The saved text is another one by now: what was typed has been saved, or was typed over something older.
    store.removeItem(key);
  }

  area.addEventListener("input", () => store.setItem(key, JSON.stringify({ over: area.defaultValue, text: area.value })));
}
