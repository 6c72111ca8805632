// Whether two descriptions may be of one person. The same rule as households/rules/likeness.py, which says why;
// tests/households/alike.json is run against both.
window.likeness = (function () {
  "use strict";
  const TITLES = "h hj haji hajah kh drs dra dr ir ust ustad ustadz bin binti alm almh lalu baiq amaq inaq papuq".split(" ");
  const SHORTENED = new Map([
    ["muh", "muhammad"], ["moh", "muhammad"], ["muhd", "muhammad"], ["mohd", "muhammad"], ["moch", "muhammad"],
    ["much", "muhammad"], ["md", "muhammad"], ["abd", "abdul"], ["st", "siti"],
  ]);
  const SPELLINGS = [
    ["dj", "j"], ["tj", "c"], ["oe", "u"], ["sj", "s"], ["sy", "s"], ["ch", "h"], ["kh", "h"], ["dh", "d"], ["th", "t"],
    ["ph", "f"], ["v", "f"], ["z", "j"], ["ae", "ai"], ["y", "i"], ["q", "k"], ["moh", "muh"],
  ];
  const YEARS_APART = 2;
  const LONG_WORD = 5;

  function searchable(text) {
    const plain = text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
    return plain.replace(/['`]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  }

  // Ten thousand people share few words.
  const spellings = new Map();

  function spelled(word) {
    if (!spellings.has(word)) spellings.set(word, spell(word));
    return spellings.get(word);
  }

  function spell(word) {
    SPELLINGS.forEach(function (pair) {
      word = word.split(pair[0]).join(pair[1]);
    });
    word = word.replace(/(.)\1+/g, "$1");
    return word.length > 3 && word.endsWith("h") ? word.slice(0, -1) : word;
  }

  function words(name) {
    const spoken = searchable(name).split(" ").filter(Boolean);
    const telling = spoken.filter(function (word) {
      return TITLES.indexOf(word) < 0 && word.length > 1;
    });
    return (telling.length ? telling : spoken).map(function (word) {
      return spelled(SHORTENED.get(word) || word);
    });
  }

  // What is compared of a person, made once: year is a number or null.
  function described(name, year, hamlet) {
    return { words: words(name), year: year, hamlet: searchable(hamlet) };
  }

  function nearly(one, other) {
    if (one === other) return true;
    const shorter = one.length <= other.length ? one : other;
    const longer = shorter === one ? other : one;
    if (shorter.length < LONG_WORD || longer.length - shorter.length > 1) return false;
    let start = 0;
    while (start < shorter.length && shorter[start] === longer[start]) start += 1;
    return shorter.slice(start + (shorter.length === longer.length ? 1 : 0)) === longer.slice(start + 1);
  }

  function allFound(shorter, longer) {
    const left = longer.slice();
    return shorter.every(function (word) {
      const place = left.findIndex(function (candidate) {
        return nearly(word, candidate);
      });
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    });
  }

  function isAlike(one, other) {
    const shorter = one.words.length <= other.words.length ? one.words : other.words;
    const longer = shorter === one.words ? other.words : one.words;
    const known = one.year !== null && other.year !== null;
    if (!shorter.length || (known && Math.abs(one.year - other.year) > YEARS_APART)) return false;
    const writtenAsOne = shorter.join("") === longer.join("");
    if (!writtenAsOne && !allFound(shorter, longer)) return false;
    if (shorter.length > 1) return true;
    const neighbours = one.hamlet !== "" && one.hamlet === other.hamlet;
    return longer.length === 1 || writtenAsOne ? known || neighbours : known && neighbours;
  }

  return { described: described, isAlike: isAlike };
})();
