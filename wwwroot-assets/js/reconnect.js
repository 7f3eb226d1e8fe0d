// A live page that has lost its server. Blazor tries by itself and tells each step; what it cannot take up again is loaded again, where one was.
const box = document.getElementById("components-reconnect-modal");
const kept = `place${location.pathname}`;

function loadAgain() {
  sessionStorage.setItem(kept, JSON.stringify({ top: scrollY, field: document.activeElement?.id ?? "" }));
  location.reload();
}

async function tryAgain() {
  try {
    // False: the server answers, and no longer knows this page. It may have put it aside; else the page is loaded again.
    if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) {
      loadAgain();
    }
  } catch {
    box.classList.add("components-reconnect-failed"); // Not reached: the button stays.
  }
}

const before = JSON.parse(sessionStorage.getItem(kept) ?? "null");
if (before) {
  sessionStorage.removeItem(kept);
  scrollTo(0, before.top);
  document.getElementById(before.field)?.focus({ preventScroll: true });
}

if (box) {
  box.addEventListener("components-reconnect-state-changed", ({ detail }) => {
    if (detail.state === "show" && !box.open) {
      box.showModal();
    } else if (detail.state === "hide") {
      box.close();
    } else if (detail.state === "rejected" || detail.state === "resume-failed") {
      loadAgain();
    }
  });
  box.addEventListener("cancel", (event) => event.preventDefault()); // Escape would leave a page that looks alive.
  box.querySelector("[data-again]").addEventListener("click", tryAgain);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && box.classList.contains("components-reconnect-failed")) tryAgain();
  });
}
