// Rows of a formset come and go in place, and questions that follow from an answer show only then.
// Without this file the same buttons post the form and the server does it.
(function () {
  "use strict";
  function rows(box) {
    return Array.from(box.querySelectorAll("[data-member]"));
  }

  // Gives every row its place: names, ids and labels carry it, as Django's formsets expect.
  function number(box) {
    const prefix = box.dataset.members;
    const place = new RegExp(prefix + "-(\\d+|__prefix__)-", "g");
    const all = rows(box);
    all.forEach(function (row, index) {
      const parts = [row].concat(Array.from(row.querySelectorAll("*")));
      parts.forEach(function (part) {
        ["name", "id", "for", "aria-describedby", "aria-labelledby"].forEach(function (attribute) {
          const value = part.getAttribute(attribute);
          if (value) part.setAttribute(attribute, value.replace(place, prefix + "-" + index + "-"));
        });
        if (part.hasAttribute("data-member-number")) part.textContent = String(index + 1);
        if (part.getAttribute("name") === "remove_member") part.value = String(index);
      });
    });
    box.querySelector("[name=" + prefix + "-TOTAL_FORMS]").value = String(all.length);
  }

  function add(box) {
    const template = box.querySelector("template[data-member-template]");
    const most = box.querySelector("[name=" + box.dataset.members + "-MAX_NUM_FORMS]");
    if (!template || (most && rows(box).length >= Number(most.value))) return false;
    template.before(template.content.cloneNode(true));
    number(box);
    const row = rows(box).pop();
    show(row);
    const first = row.querySelector("input:not([type=hidden]), select, textarea");
    if (first) first.focus();
    return true;
  }

  function remove(box, button) {
    const row = button.closest("[data-member]");
    const least = box.querySelector("[name=" + box.dataset.members + "-MIN_NUM_FORMS]");
    if (!row || rows(box).length <= Math.max(1, least ? Number(least.value) : 1)) return false;
    // Radios lose their choice when two groups share a name for a moment: the row goes before the others are numbered.
    row.remove();
    number(box);
    const next = box.querySelector("[name=add_member]");
    if (next) next.focus();
    return true;
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button[name=add_member], button[name=remove_member]");
    const box = button && button.closest("[data-members]");
    if (!box) return;
    const done = button.name === "add_member" ? add(box) : remove(box, button);
    if (done) event.preventDefault();
  });

  // The answer to the question `name` near a part: in the same row, else in the form.
  function answer(part, name) {
    const near = part.closest("[data-member]") || part.closest("form");
    const boxes = Array.from(near.querySelectorAll("input, select, textarea")).filter(function (box) {
      return box.name === name || box.name.endsWith("-" + name);
    });
    const chosen = boxes.find(function (box) {
      return box.type === "radio" || box.type === "checkbox" ? box.checked : box.type !== "hidden";
    });
    return chosen ? chosen.value.trim() : "";
  }

  function show(root) {
    root.querySelectorAll("[data-shown-by]").forEach(function (part) {
      const value = answer(part, part.dataset.shownBy);
      const when = part.dataset.shownWhen || "";
      const fits = when === "*" ? value !== "" : when === "" ? value === "" : when.split(" ").indexOf(value) >= 0;
      // A part with an error in it stays in sight, whatever the answer.
      part.hidden = !fits && !part.querySelector(".field-wrong");
    });
  }

  ["input", "change"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      const near = event.target.closest("[data-member]") || event.target.closest("form");
      if (near) show(near);
    });
  });
  show(document);
})();
