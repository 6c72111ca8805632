// The families' pages work without this file. With it they can be heard, where the browser has an Indonesian voice, and
// printed by a button.
(function () {
  "use strict";
  const LINES = "h1, h2, h3, p, li, legend, label"; // what is read in one breath
  const speech = window.speechSynthesis;

  // Looked for each time: at a post an answer takes the place of its question.
  function button() {
    return document.querySelector("[data-listen]");
  }

  function say(word) {
    document.querySelector("[data-listen-word]").textContent = word;
  }

  function voice() {
    return speech.getVoices().find(function (found) {
      return /^id\b/i.test(found.lang.replace("_", "-"));
    });
  }

  function offer() {
    if (voice()) button().hidden = false;
  }

  function isSeen(part) {
    return part.getClientRects().length > 0;
  }

  // Each sentence or tile on its own, so that a slow phone begins at once.
  function texts() {
    const found = [];
    document.querySelectorAll("[data-read]").forEach(function (part) {
      const lines = Array.from(part.querySelectorAll(LINES)).filter(function (line) {
        return !line.querySelector(LINES);
      });
      (lines.length ? lines : [part]).forEach(function (line) {
        const text = line.textContent.replace(/\s+/g, " ").trim();
        if (text && isSeen(line)) found.push(text);
      });
    });
    return found;
  }

  function stop() {
    speech.cancel();
    say("Dengarkan");
  }

  function read() {
    const all = texts();
    say("Berhenti");
    all.forEach(function (text, place) {
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.voice = voice();
      spoken.lang = "id-ID";
      spoken.rate = 0.9;
      if (place === all.length - 1) spoken.onend = stop;
      speech.speak(spoken);
    });
  }

  if (speech && button()) {
    offer();
    speech.addEventListener("voiceschanged", offer);
    document.addEventListener("families:answered", function () {
      speech.cancel();
      offer();
    });
    document.addEventListener("click", function (event) {
      if (!event.target.closest("[data-listen]")) return;
      if (speech.speaking) stop();
      else read();
    });
    window.addEventListener("pagehide", stop);
  }

  function printable() {
    document.querySelectorAll("[data-print-way]").forEach(function (way) {
      way.hidden = false;
    });
  }

  printable();
  document.addEventListener("families:answered", printable);
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });
})();

// 'Tawaran ini aman?' is judged here by the same rules as infopost/rules/verdicts.py, so that it works without a line and
// no answer leaves the phone. Without this file the form is sent, judged, and forgotten.
(function () {
  "use strict";
  const SUSPECT = 5; // from this sum on an offer is suspect
  const HEAVY_TOGETHER = 2; // so many signs of full weight cannot wait
  const form = document.querySelector("[data-offer]");
  const section = document.querySelector("[data-verdict]");
  if (!form || !section) return;

  function judge(marks, unknown) {
    let score = 0;
    let heavy = 0;
    let urgent = false;
    marks.forEach(function (mark) {
      score += mark.weight;
      if (mark.weight >= SUSPECT) heavy += 1;
      if (mark.urgent) urgent = true;
    });
    urgent = urgent || heavy >= HEAVY_TOGETHER;
    const calm = score || unknown ? "amber" : "green";
    const codes = marks.map(function (mark) {
      return mark.code;
    });
    return { colour: urgent || score >= SUSPECT ? "red" : calm, urgent: urgent, codes: codes, open: unknown > 0 };
  }

  function reasons() {
    return Array.from(section.querySelectorAll("[data-sign]"));
  }

  function answered() {
    const raised = new Set();
    let unknown = 0;
    form.querySelectorAll(".question").forEach(function (question) {
      const given = question.querySelector("input:checked");
      if (!given || given.hasAttribute("data-unknown")) unknown += 1;
      else if (given.dataset.raises) raised.add(given.dataset.raises);
    });
    const marks = reasons()
      .filter(function (reason) {
        return raised.has(reason.dataset.sign);
      })
      .map(function (reason) {
        const weight = Number(reason.dataset.weight);
        return { code: reason.dataset.sign, weight: weight, urgent: reason.hasAttribute("data-urgent") };
      });
    return judge(marks, unknown);
  }

  function only(selector, isShown) {
    section.querySelectorAll(selector).forEach(function (part) {
      part.hidden = !isShown(part);
    });
  }

  // The post counts how many offers came out in which colour: the colour is sent, without cookies and without answers.
  function count(colour) {
    if (!navigator.onLine) return;
    const body = new URLSearchParams({ warna: colour });
    fetch(form.dataset.count, { method: "POST", body: body, credentials: "omit", keepalive: true }).catch(function () {});
  }

  function show() {
    const verdict = answered();
    const when = { urgent: verdict.urgent, calm: !verdict.urgent, open: verdict.open };
    when.marked = verdict.open || verdict.codes.length > 0;
    section.className = "verdict verdict-" + verdict.colour;
    only("[data-colour]", function (part) {
      return part.dataset.colour === verdict.colour;
    });
    only("[data-when]", function (part) {
      return when[part.dataset.when];
    });
    only("[data-sign]", function (part) {
      return verdict.codes.includes(part.dataset.sign);
    });
    count(verdict.colour);
    turn(true);
    section.focus();
    window.scrollTo(0, 0);
  }

  // At a post each page takes the place of the one before, so that Back shows nothing of it.
  function go(hash) {
    if (document.body.dataset.kiosk) window.location.replace(hash);
    else window.location.hash = hash;
  }

  function turn(isJudged) {
    section.hidden = !isJudged;
    form.hidden = isJudged;
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    // A step of its own, so that Back leads to the last question.
    if (window.location.hash !== "#jawaban") go("#jawaban");
    show();
  });
  section.querySelector("[data-again]").addEventListener("click", function (event) {
    event.preventDefault();
    form.reset();
    go("#tanya-1");
  });
  window.addEventListener("hashchange", function () {
    if (window.location.hash !== "#jawaban") turn(false);
  });
  // Nobody finds here what the one before answered.
  window.addEventListener("pagehide", function () {
    form.reset();
    turn(false);
  });
})();

// The screen of a village's post: without a touch for a minute it goes back to its first page, and Back leads nowhere,
// because each page takes the place of the one before. Without this file the page itself goes back after that time.
(function () {
  "use strict";
  const start = document.body.dataset.kiosk;
  const wait = Number(document.body.dataset.idleSeconds) * 1000;
  let timer = 0;
  if (!start) return;

  function again() {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      document.querySelectorAll("form").forEach(function (form) {
        form.reset();
      });
      window.location.replace(start);
    }, wait);
  }

  // Nobody finds here what the one before chose.
  window.addEventListener("pagehide", function () {
    document.querySelectorAll("form").forEach(function (form) {
      form.reset();
    });
  });
  ["pointerdown", "keydown", "scroll", "touchstart"].forEach(function (sign) {
    window.addEventListener(sign, again, { passive: true });
  });
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    window.location.replace(link.href);
  });
  // A question is sent without leaving the page, so that no answer waits behind Back.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "omit" })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        const page = new DOMParser().parseFromString(text, "text/html");
        const shown = page.querySelector("main");
        document.querySelector("main").replaceWith(shown);
        document.dispatchEvent(new Event("families:answered"));
        shown.focus();
        window.scrollTo(0, 0);
      })
      .catch(function () {
        form.submit();
      });
  });
  again();
})();

// What was opened stays readable without a line, once the page itself is here; a page that is kept says from when it is.
(function () {
  "use strict";
  const made = document.body.dataset.made;
  const old = document.querySelector("[data-old]");
  const today = new Date();
  const day = new Date(made + "T00:00:00");

  if (old && (today - day) / (24 * 60 * 60 * 1000) >= 2) {
    old.querySelector("[data-old-day]").textContent = day.toLocaleDateString("id-ID", { dateStyle: "long" });
    old.hidden = false;
  }
  if (!navigator.serviceWorker) return;
  window.addEventListener("load", function () {
    navigator.serviceWorker.register(document.body.dataset.worker, { updateViaCache: "none" }).catch(function () {});
  });
})();
