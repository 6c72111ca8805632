// The families' pages work without this file. With it they can be heard, where the browser has an Indonesian voice, and
// printed by a button.
(function () {
  "use strict";
  const speech = window.speechSynthesis;
  const listen = document.querySelector("[data-listen]");
  const word = document.querySelector("[data-listen-word]");

  function voice() {
    return speech.getVoices().find(function (found) {
      return /^id\b/i.test(found.lang.replace("_", "-"));
    });
  }

  function offer() {
    if (voice()) listen.hidden = false;
  }

  function isSeen(part) {
    return part.getClientRects().length > 0;
  }

  // Each sentence or tile on its own, so that a slow phone begins at once.
  function texts() {
    const found = [];
    document.querySelectorAll("[data-read]").forEach(function (part) {
      const lines = part.querySelectorAll("h1, h2, p, li, legend, label");
      (lines.length ? lines : [part]).forEach(function (line) {
        const text = line.textContent.replace(/\s+/g, " ").trim();
        if (text && isSeen(line)) found.push(text);
      });
    });
    return found;
  }

  function stop() {
    speech.cancel();
    word.textContent = "Dengarkan";
  }

  function read() {
    const all = texts();
    word.textContent = "Berhenti";
    all.forEach(function (text, place) {
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.voice = voice();
      spoken.lang = "id-ID";
      spoken.rate = 0.9;
      if (place === all.length - 1) spoken.onend = stop;
      speech.speak(spoken);
    });
  }

  if (speech && listen) {
    offer();
    speech.addEventListener("voiceschanged", offer);
    listen.addEventListener("click", function () {
      if (speech.speaking) stop();
      else read();
    });
    window.addEventListener("pagehide", stop);
  }

  document.querySelectorAll("[data-print-way]").forEach(function (way) {
    way.hidden = false;
    way.querySelector("[data-print]").addEventListener("click", function () {
      window.print();
    });
  });
})();
