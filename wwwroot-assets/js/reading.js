// Tells the server once that the end of a part came into view. Without it, that time is "not recorded", and nothing else is missing.
const form = document.querySelector("form[data-end-reached]");
const text = document.querySelector(".policy-text");

if (form && text && "IntersectionObserver" in window) {
  // A mark of no size behind the last line: a list or a table is in view from its first line on, and that is not its end.
  const end = text.parentNode.insertBefore(document.createElement("div"), text.nextSibling);
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      const token = form.querySelector("input[name=__RequestVerificationToken]").value;
      fetch(form.dataset.endReached, { method: "POST", keepalive: true, body: new URLSearchParams({ __RequestVerificationToken: token }) }).catch(() => {});
    }
  }, { rootMargin: `0px 0px -${form.offsetHeight - 1}px 0px` }); // What lies under the bar that stays is not in view.
  watch.observe(end);
}
