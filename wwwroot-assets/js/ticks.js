// The ticks of the list: the arrow keys lead from one to the next, and choose it with Shift; what was ticked before the page came to life is not lost.
const ticks = () => [...document.querySelectorAll("input[name=person]")];

document.addEventListener("keydown", (press) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
  if (step && press.target.matches?.("input[name=person]")) {
    const all = ticks();
    const next = all[all.indexOf(press.target) + step];
    if (next) {
      press.preventDefault();
      next.focus();
      if (press.shiftKey && !next.checked) {
        next.click();
      }
    }
  }
});

document.addEventListener("change", (change) => {
  const form = change.target.closest?.("form[data-keep]");
  if (change.target.name === "person" && form?.dataset.live === "no") {
    const ids = ticks().filter((tick) => tick.checked).map((tick) => tick.value);
    sessionStorage.setItem(form.dataset.keep, JSON.stringify({ count: ids.length, ids }));
  }
});
