// Suggests villages while one types. What is chosen stands in the box as '5203172006 Korleko, ...': the first word counts.
// Without this file people type the code, or the name, and the server answers.
(function () {
  "use strict";
  const WAIT = 250; // milliseconds after the last letter
  document.querySelectorAll("input[data-region-search]").forEach(function (box, place) {
    const id = "choices-" + place;
    const list = document.createElement("ul");
    const frame = document.createElement("div");
    let options = [];
    let current = -1;
    let timer = 0;
    let asked = "";

    frame.className = "choices";
    list.id = id;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Saran wilayah");
    box.before(frame);
    frame.append(box, list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", id);
    box.setAttribute("autocomplete", "off");
    close();

    function close() {
      list.hidden = true;
      current = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }

    function choose(option) {
      box.value = option.dataset.value;
      close();
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function mark(next) {
      if (!options.length) return;
      current = (next + options.length) % options.length;
      options.forEach(function (option, index) {
        option.setAttribute("aria-selected", String(index === current));
      });
      box.setAttribute("aria-activedescendant", options[current].id);
      options[current].scrollIntoView({ block: "nearest" });
    }

    function draw(results) {
      list.textContent = "";
      options = results.map(function (result, index) {
        const option = document.createElement("li");
        option.id = id + "-" + index;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.value = result.code + " " + result.label;
        option.textContent = result.label;
        option.addEventListener("mousedown", function (event) {
          event.preventDefault();
          choose(option);
        });
        list.append(option);
        return option;
      });
      current = -1;
      list.hidden = !options.length;
      box.setAttribute("aria-expanded", String(!list.hidden));
    }

    function ask() {
      const text = box.value.trim();
      if (text.length < 2 || /^\d{2}/.test(text)) return close();
      asked = text;
      const level = box.dataset.level ? "&level=" + encodeURIComponent(box.dataset.level) : "";
      fetch(box.dataset.regionSearch + "?q=" + encodeURIComponent(text) + level, { credentials: "same-origin" })
        .then(function (answer) { return answer.ok ? answer.json() : { results: [] }; })
        .then(function (found) { if (asked === text) draw(found.results); })
        .catch(close);
    }

    box.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", function (event) {
      if (event.key === "Escape") return close();
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(current + (event.key === "ArrowDown" ? 1 : current < 0 ? 0 : -1));
      } else if (event.key === "Enter" && current >= 0) {
        event.preventDefault();
        choose(options[current]);
      }
    });
  });
})();
