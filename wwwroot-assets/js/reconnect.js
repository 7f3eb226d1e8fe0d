// Blazor marks the state of the connection with classes; when the server no longer knows this page, load it again.
const box = document.getElementById("components-reconnect-modal");
if (box) {
  new MutationObserver(() => {
    if (box.classList.contains("components-reconnect-rejected")) {
      location.reload();
    }
  }).observe(box, { attributes: true, attributeFilter: ["class"] });
}
