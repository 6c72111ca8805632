// Typing is a sign of life: it is told to the server at most every four minutes, so that a long form does not end the
// session. Before the session ends for want of one, a quiet line says so and offers to stay.
(function () {
  "use strict";
  const EVERY = 4 * 60 * 1000;
  const AHEAD = 2 * 60 * 1000;
  const told = document.querySelector("[data-idle-seconds]");
  const idle = Number(told && told.dataset.idleSeconds) * 1000;
  const warning = document.getElementById("session-warning");
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (!idle || !warning || !token) return;

  let heard = Date.now(); // when the server last heard of us
  let asked = heard; // when we last tried
  let typed = false;

  function tell() {
    const now = Date.now();
    asked = now;
    typed = false;
    fetch("/sesi/", {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { "X-CSRFToken": token.value },
    }).then(function (answer) {
      if (answer.ok) heard = now;
      check();
    }, function () {
      typed = true; // no line: try again at the next tick
    });
  }

  function say(text, offer) {
    if (warning.dataset.said === text) return;
    warning.dataset.said = text;
    warning.textContent = text;
    if (offer) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-outline-primary";
      button.textContent = "Tetap masuk";
      button.addEventListener("click", tell);
      warning.append(" ", button);
    }
    warning.hidden = !text;
  }

  function check() {
    const silent = Date.now() - heard;
    if (silent >= idle) {
      say("Sesi sudah berakhir. Isian di halaman ini belum hilang: simpan seperti biasa, lalu masuk lagi.", false);
    } else if (silent >= idle - AHEAD) {
      say("Sebentar lagi Anda keluar sendiri karena lama tidak ada kegiatan.", true);
    } else {
      say("", false);
    }
  }

  function tick() {
    if (typed && Date.now() - asked >= EVERY) tell();
    check();
  }

  document.addEventListener("input", function () {
    typed = true;
    tick();
  });
  document.addEventListener("visibilitychange", tick);
  setInterval(tick, 20 * 1000);
})();
