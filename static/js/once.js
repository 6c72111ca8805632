// A form marked data-once is sent once: its buttons rest after the first press, and wake when the page is shown again.
// Also leads a keyboard or a screen reader to the error summary, when there is one.
(function () {
  "use strict";
  function buttons(form) {
    return form.querySelectorAll("button:not([type=button]), input[type=submit]");
  }
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!form.hasAttribute("data-once")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    // Later, because a button that is disabled now would not be sent with its name.
    setTimeout(function () {
      buttons(form).forEach(function (button) { button.disabled = true; });
    });
  });
  window.addEventListener("pageshow", function (event) {
    document.querySelectorAll("form[data-once]").forEach(function (form) {
      delete form.dataset.sent;
      if (event.persisted) buttons(form).forEach(function (button) { button.disabled = false; });
    });
  });
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
})();
