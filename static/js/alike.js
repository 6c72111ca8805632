// Warns under a name when somebody like this is already in the village. The village is fetched once, with the first
// name, and kept in this page's memory only. Without this file the server compares when the form is sent.
(function () {
  "use strict";
  const form = document.querySelector("form[data-alike]");
  const WAIT = 250; // milliseconds after the last letter
  const FEWEST = 3; // letters from which comparing makes sense
  const MOST = 3; // people shown for one name
  const TRIES = 3; // on a bad line
  let known = null;
  let asking = false;
  let tries = 0;
  let timer = 0;
  if (!form) return;

  function load() {
    if (known || asking || tries >= TRIES) return;
    asking = true;
    tries += 1;
    fetch(form.dataset.alike, { cache: "no-store", credentials: "same-origin" })
      .then(function (response) {
        if (!response.ok || response.redirected) throw new Error(String(response.status));
        return response.json();
      })
      .then(function (village) {
        known = unpack(village);
        sayCompared();
        nameBoxes().forEach(show);
      })
      .catch(function () {
        asking = false;
      });
  }

  function unpack(village) {
    const people = [];
    village.places.forEach(function (place) {
      place[1].forEach(function (text) {
        const parts = text.split("|");
        const year = parts[1] ? Number(parts[1]) : null;
        people.push({ name: parts[0], hamlet: place[0], about: window.likeness.described(parts[0], year, place[0]) });
      });
    });
    return people;
  }

  // The browser compares from now on, so the server need not ask once more.
  function sayCompared() {
    const mark = document.createElement("input");
    mark.type = "hidden";
    mark.name = "warning_seen";
    mark.value = "1";
    form.append(mark);
  }

  function isName(box) {
    return box.name === "name" || /^members-\d+-name$/.test(box.name);
  }

  function nameBoxes() {
    return Array.from(form.querySelectorAll("input")).filter(isName);
  }

  function typed(box) {
    const near = box.closest("[data-member]") || form;
    const year = near.querySelector("[name$=birth_year]").value.trim();
    const hamlet = form.querySelector("[name=address-hamlet]");
    return window.likeness.described(
      box.value,
      /^\d{4}$/.test(year) ? Number(year) : null,
      hamlet ? hamlet.value : form.dataset.alikeHamlet || ""
    );
  }

  function noteOf(box) {
    const field = box.closest(".field");
    const next = field.nextElementSibling;
    if (next && next.hasAttribute("data-alike-note")) return next;
    const note = document.createElement("div");
    note.className = "note note-wait";
    note.hidden = true;
    note.setAttribute("role", "status");
    note.setAttribute("data-alike-note", "");
    field.after(note);
    return note;
  }

  function show(box) {
    const note = noteOf(box);
    const mine = known && box.value.trim().length >= FEWEST ? typed(box) : null;
    const found = mine
      ? known.filter(function (person) {
          return window.likeness.isAlike(mine, person.about);
        })
      : [];
    const told = found.map(inWords).join("\n");
    if (note.dataset.alikeNote === told) return;
    note.dataset.alikeNote = told;
    note.hidden = !found.length;
    note.textContent = "";
    if (!found.length) return;
    const word = document.createElement("strong");
    word.textContent = "Mungkin sudah terdata. ";
    found.slice(0, MOST).forEach(function (person, place) {
      const line = document.createElement("div");
      if (!place) line.append(word);
      line.append(inWords(person) + " ", compareButton(person));
      note.append(line);
    });
    if (form.dataset.alikeAdvice) {
      const advice = document.createElement("div");
      advice.textContent = form.dataset.alikeAdvice;
      note.append(advice);
    }
    if (found.length > MOST) note.append("Masih ada " + (found.length - MOST) + " nama mirip.");
  }

  function title(name) {
    return name.replace(/(^| )[a-z]/g, function (letter) {
      return letter.toUpperCase();
    });
  }

  function inWords(person) {
    const parts = [title(person.name)];
    if (person.about.year) parts.push("lahir " + person.about.year);
    if (person.hamlet) parts.push("Dusun " + person.hamlet);
    return parts.join(", ") + ".";
  }

  function compareButton(person) {
    const button = document.createElement("button");
    const hint = document.createElement("span");
    button.type = "button";
    button.className = "btn btn-link";
    button.textContent = "Bandingkan";
    hint.className = "visually-hidden";
    hint.textContent = " dengan " + title(person.name) + ", di tab baru";
    button.append(hint);
    button.addEventListener("click", function () {
      compare(person);
    });
    return button;
  }

  // The search in a new tab. It is posted, so that no name stands in an address.
  function compare(person) {
    const search = document.createElement("form");
    const values = { csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, words: person.name };
    search.method = "post";
    search.action = form.dataset.alikeSearch;
    search.target = "_blank";
    search.rel = "noopener";
    Object.keys(values).forEach(function (name) {
      const box = document.createElement("input");
      box.type = "hidden";
      box.name = name;
      box.value = values[name];
      search.append(box);
    });
    document.body.append(search);
    search.submit();
    search.remove();
  }

  form.addEventListener("input", function (event) {
    const box = event.target;
    if (isName(box) && box.value.trim().length >= FEWEST) load();
    if (!isName(box) && !/(birth_year|address-hamlet)$/.test(box.name)) return;
    clearTimeout(timer);
    timer = setTimeout(function () {
      nameBoxes().forEach(show);
    }, WAIT);
  });
  if (nameBoxes().some(function (box) { return box.value.trim().length >= FEWEST; })) load();
})();
