// Passkeys: asks the server what to make or to show, lets the browser do it, and puts the answer into the form.
// Without script nobody misses it: passwords work.
const isKnown = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential && "toJSON" in PublicKeyCredential.prototype;

for (const box of isKnown ? document.querySelectorAll("[data-passkey]") : []) {
  const form = box.closest("form");
  const answer = box.querySelector("input");
  const says = box.querySelector("[role=status]");
  const { passkey, makes, sends } = box.dataset;

  const ask = async () => {
    const token = new URLSearchParams({ __RequestVerificationToken: form.querySelector("input[name=__RequestVerificationToken]").value });
    const response = await fetch(passkey, { method: "POST", body: makes ? new URLSearchParams(new FormData(form)) : token });
    return response.json();
  };

  box.querySelector("button").addEventListener("click", async () => {
    says.textContent = "";
    try {
      const options = await ask();
      if (options.refusal) {
        says.textContent = options.refusal;
        return;
      }

      const credential = makes
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      answer.value = JSON.stringify(credential);
      if (sends) {
        form.submit();
      } else {
        says.textContent = "Your passkey was shown.";
      }
    } catch {
      // Cancelled, timed out, no such key, or the server is away: the browser does not tell which, and neither do we.
      says.textContent = "No passkey was used. Try again, or use the other way.";
    }
  });
  box.hidden = false;
  form.querySelector("[data-without-passkey]")?.remove();
}
