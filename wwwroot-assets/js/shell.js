// The office's shell. Everything in it works without this: it adds keys, closes menus, remembers the menu's width and shows what is found while one types.
const box = document.getElementById("find");
const found = document.getElementById("found");
const shell = document.querySelector(".shell");

// ---- Finding. The box stays the browser's own: nothing that is typed waits for an answer, and Enter asks for the whole page of what was typed.
let asked = null;
let later = 0;

async function find() {
  asked?.abort();
  const words = box.value.trim();
  if (words.length < 2) {
    close();
    return;
  }
  asked = new AbortController();
  try {
    const answer = await fetch(`${box.form.getAttribute("action")}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector(".found");
    if (list && words === box.value.trim()) {
      found.replaceChildren(...list.childNodes);
      found.querySelectorAll("h2").forEach((head) => head.setAttribute("aria-hidden", "true"));
      found.hidden = document.activeElement !== box && !found.contains(document.activeElement);
    }
  } catch (fault) {
    if (fault.name !== "AbortError") close();
  }
}

function close() {
  found.hidden = true;
}

// Down and up walk through the links that were found; the link itself is focused, so that Enter opens what is read out.
function walk(step) {
  const stops = [box, ...found.querySelectorAll("a")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
}

if (box) {
  box.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(find, 150);
  });
  box.form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !found.hidden) {
      close();
      box.focus();
      event.preventDefault();
    } else if (!found.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      walk(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    }
  });
  box.form.addEventListener("focusout", (event) => {
    if (!box.form.contains(event.relatedTarget)) close();
  });
}

// ---- Keys.
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
document.addEventListener("keydown", (event) => {
  const isHeld = event.ctrlKey || event.metaKey;
  const wantsFind = isHeld ? event.key === "k" : event.key === "/" && !isTyping(event.target);
  if (wantsFind && box) {
    event.preventDefault();
    if (box.checkVisibility()) {
      box.focus();
      box.select();
    } else {
      location.assign(box.form.action);
    }
  } else if (event.key === "Escape") {
    const open = document.querySelector("details[name=bar][open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  }
});

// ---- Menus close when one goes elsewhere.
for (const kind of ["pointerdown", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const open of document.querySelectorAll("details[name=bar][open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
}

// ---- The menu's width, remembered where the server reads it, so that the next page comes as this one is.
const fold = document.querySelector("[data-fold]");
if (fold) {
  const isNarrow = () => shell.classList.contains("shell--narrow") || (!shell.classList.contains("shell--wide") && matchMedia("(max-width: 63.99rem)").matches);
  const say = () => {
    const words = isNarrow() ? "Widen the menu" : "Narrow the menu";
    fold.querySelector(".drawer__words").textContent = words;
    fold.title = words;
  };
  fold.hidden = false;
  say();
  fold.addEventListener("click", () => {
    const next = isNarrow() ? "wide" : "narrow";
    shell.classList.remove("shell--narrow", "shell--wide");
    shell.classList.add(`shell--${next}`);
    document.cookie = `menu=${next}; path=/; max-age=31536000; samesite=lax`;
    say();
  });
}
