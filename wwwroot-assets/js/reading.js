// Tells the server once that the end of a part came into view. Without it, that time is "not recorded", and nothing else is missing.
const form = document.querySelector("form[data-end-reached]");
const last = document.querySelector(".policy-text > :last-child");

if (form && last && "IntersectionObserver" in window) {
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      const token = form.querySelector("input[name=__RequestVerificationToken]").value;
      fetch(form.dataset.endReached, { method: "POST", keepalive: true, body: new URLSearchParams({ __RequestVerificationToken: token }) }).catch(() => {});
    }
  });
  watch.observe(last);
}
