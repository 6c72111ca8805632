// Keeps the families' pages that were opened readable without a line, and those that must open at any moment. It never
// touches anything else: no other part of the portal, no form that is sent, and no page is asked for with a cookie.
"use strict";
const PREFIX = "families " + KEPT.scope + " ";
const NAME = PREFIX + KEPT.version;
const PATIENCE = 4000; // so long the line has before the kept page is shown
const MOST = 60; // pages beside those that are always there

function isOurs(answer, isPage) {
  if (!answer.ok || answer.redirected) return false;
  // A network that wants money or a password answers everything with a page of its own.
  return isPage ? answer.headers.has(KEPT.mark) : !/html/.test(answer.headers.get("Content-Type") || "html");
}

function asked(address, how, isAhead) {
  const headers = isAhead ? { [KEPT.ahead]: "1" } : {};
  return fetch(address, { credentials: "omit", cache: how, headers: headers });
}

async function fill() {
  const cache = await caches.open(NAME);
  try {
    for (const address of KEPT.files) {
      const answer = await asked(address, "default", true);
      if (!isOurs(answer, false)) throw new Error(address);
      await cache.put(address, answer);
    }
    for (const address of KEPT.pages) {
      const answer = await asked(address, "reload", true);
      if (!isOurs(answer, true)) throw new Error(address);
      await cache.put(address, answer);
    }
  } catch (fault) {
    // Whole or not at all: until everything is here, what was here before goes on.
    await caches.delete(NAME);
    throw fault;
  }
}

async function ours() {
  const names = await caches.keys();
  return names.filter(function (name) {
    return name.startsWith(PREFIX);
  });
}

async function clean() {
  const old = (await ours()).filter(function (name) {
    return name !== NAME;
  });
  // The version before stays: pages that were opened under it are still read.
  await Promise.all(
    old.slice(0, -1).map(function (name) {
      return caches.delete(name);
    })
  );
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  await Promise.all(
    open.map(function (client) {
      return refreshed(client.url, true).catch(function () {});
    })
  );
}

async function keep(address, answer) {
  const cache = await caches.open(NAME);
  await cache.put(address, answer);
  const others = (await cache.keys()).filter(function (request) {
    const path = new URL(request.url).pathname;
    return !KEPT.pages.includes(path) && !KEPT.files.includes(path);
  });
  await Promise.all(
    others.slice(0, Math.max(0, others.length - MOST)).map(function (request) {
      return cache.delete(request);
    })
  );
}

function pathOf(address) {
  const url = new URL(address, self.location);
  return url.pathname + url.search;
}

async function refreshed(address, isAhead) {
  const path = pathOf(address);
  if (!path.startsWith(KEPT.scope)) throw new Error(path);
  const answer = await asked(path, "no-cache", isAhead);
  if (isOurs(answer, true)) await keep(path, answer.clone());
  return answer;
}

async function found(address) {
  const names = await ours();
  for (const name of names.reverse()) {
    const answer = await (await caches.open(name)).match(address);
    if (answer) return answer;
  }
  return undefined;
}

function patience() {
  return new Promise(function (resolve, reject) {
    setTimeout(reject, PATIENCE, new Error("no line"));
  });
}

async function read(request) {
  const path = pathOf(request.url);
  const known = await found(path);
  try {
    const coming = refreshed(path);
    // A page that is not here yet may take its time.
    const answer = await (known ? Promise.race([coming, patience()]) : coming);
    // A navigation cannot be answered with an answer that was led elsewhere, and a foreign page in place of ours is none.
    if (known && !isOurs(answer, true) && answer.status < 400) return known;
    return answer.redirected ? Response.redirect(answer.url) : answer;
  } catch (fault) {
    return known || (await found(KEPT.unread)) || Response.error();
  }
}

async function file(request) {
  return (await found(pathOf(request.url))) || fetch(request);
}

self.addEventListener("install", function (event) {
  event.waitUntil(fill());
});
self.addEventListener("activate", function (event) {
  event.waitUntil(clean());
});
self.addEventListener("fetch", function (event) {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (KEPT.files.includes(url.pathname)) event.respondWith(file(request));
  else if (request.mode === "navigate" && url.pathname.startsWith(KEPT.scope)) event.respondWith(read(request));
});
