/**
 * Keeps a page with `<body data-live="URL">` fresh: at each event `changed` of that stream the page is fetched again, and
 * every `[data-live-part="name"]` the server now writes differently is replaced, unless someone is at work in it (a module
 * says so by `data-busy`). The event `alive` only says that the stream lives. This module runs before those that change the
 * page, for it compares with what the server wrote.
 */
import { clockOf } from "./clock.js";

/** How long to wait before the next try, in milliseconds: doubling from one second to a minute. */
export const delayAfter = (failures) => Math.min(60, 2 ** failures) * 1000;

/** The names of the parts that are now written differently and have a place in the page. */
export const changedParts = (before, now) =>
  [...now.keys()].filter((name) => before.has(name) && before.get(name) !== now.get(name));

/** What the state says while parts are held back. */
export const pausedWords = (holds) => `paused while you ${holds.includes("type") ? "type" : "read"}`;

const partsOf = (page) => new Map([...page.querySelectorAll("[data-live-part]")].map((part) => [part.dataset.livePart, part]));
const written = (parts) => new Map([...parts].map(([name, part]) => [name, part.outerHTML]));
const SILENCE = 90_000;

function live(address) {
  const before = written(partsOf(document));
  const touched = new WeakSet();
  const zone = document.body.dataset.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  let waiting = new Map();
  let source = null;
  let failures = 0;
  let behind = false;
  let timer = 0;
  let beats = false;
  let running = false;
  let again = false;
  let heard = 0;

  function state(words) {
    for (const place of document.querySelectorAll("[data-live-state]")) place.textContent = words;
  }
  function alive() {
    failures = 0;
    heard = Date.now();
    if (waiting.size === 0) state(`live ${clockOf(zone).clock(heard / 1000)}`);
  }

  /** Why a part must stay as it is: someone types or reads in it. */
  function hold(part) {
    const focus = document.activeElement;
    const forms = [part.closest("form"), ...part.querySelectorAll("form")];
    if (forms.some((form) => touched.has(form))) return "type";
    if (part.contains(focus)) return focus.matches("input, textarea, select, [contenteditable]") ? "type" : "read";
    // What a dialog asks may be about any part.
    if (document.querySelector("dialog[open]") || part.matches("[data-busy], :has([data-busy])")) return "read";
    return [...part.querySelectorAll("details[open]")].some((details) => touched.has(details)) ? "read" : null;
  }

  function replace(old, fresh) {
    const scrolled = [...old.querySelectorAll("*")].filter((one) => one.scrollLeft || one.scrollTop)
      .map((one) => [one.className, [...old.getElementsByClassName(one.className)].indexOf(one), one.scrollLeft, one.scrollTop]);
    const made = document.importNode(fresh, true);
    old.replaceWith(made);
    for (const [name, index, left, top] of scrolled) {
      made.getElementsByClassName(name)[index]?.scrollTo({ left, top, behavior: "instant" });
    }
    return made;
  }

  function apply() {
    const holds = [];
    const replaced = new Map();
    const now = partsOf(document);
    const place = [...now.values()].find((part) => part.getBoundingClientRect().bottom > 0);
    const top = place?.getBoundingClientRect().top;
    for (const [name, fresh] of waiting) {
      const held = now.has(name) && hold(now.get(name));
      if (held) {
        holds.push(held);
        continue;
      }
      before.set(name, fresh.outerHTML);
      waiting.delete(name);
      if (now.has(name)) replaced.set(now.get(name), replace(now.get(name), fresh));
    }
    if (replaced.size > 0) {
      document.dispatchEvent(new CustomEvent("parts-replaced"));
      const moved = (replaced.get(place) ?? place)?.getBoundingClientRect().top - top;
      if (scrollY > 0 && moved) scrollBy({ top: moved, behavior: "instant" });
    }
    if (holds.length > 0) state(pausedWords(holds));
    else if (source?.readyState === EventSource.OPEN) alive();
  }

  async function refresh() {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
        if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
        const fresh = partsOf(new DOMParser().parseFromString(await answer.text(), "text/html"));
        waiting = new Map(changedParts(before, written(fresh)).map((name) => [name, fresh.get(name)]));
        apply();
      } catch {
        fail();
      }
      await new Promise((done) => setTimeout(done, 1000));
    }
    running = false;
  }

  function stop() {
    source?.close();
    source = null;
    clearTimeout(timer);
  }
  function fail() {
    stop();
    behind = true;
    state("reconnecting…");
    if (!document.hidden) timer = setTimeout(connect, delayAfter(failures++) * (0.75 + Math.random() / 2));
  }
  function connect() {
    stop();
    source = new EventSource(address);
    source.onopen = () => {
      // A page that answers badly must not be asked again and again at once: only its answer ends the failures.
      if (!behind) return alive();
      behind = false;
      refresh();
    };
    source.onerror = fail;
    source.addEventListener("changed", refresh);
    source.addEventListener("alive", () => {
      beats = true;
      alive();
    });
  }

  const later = () => waiting.size > 0 && setTimeout(apply, 50);
  document.addEventListener("input", ({ target }) => target.form && touched.add(target.form));
  document.addEventListener("submit", (event) => setTimeout(() => {
    // What is being sent stays as it is until the next page comes.
    if (!event.defaultPrevented && event.target.method === "post") touched.add(event.target);
  }));
  document.addEventListener("reset", ({ target }) => (touched.delete(target), later()));
  document.addEventListener("click", ({ target }) => {
    const details = target.closest?.("summary")?.parentElement;
    if (details) touched.add(details);
  });
  document.addEventListener("focusout", later);
  for (const closing of ["toggle", "close"]) document.addEventListener(closing, later, { capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stop();
      behind = true;
    } else connect();
  });
  setInterval(() => source && beats && Date.now() - heard > SILENCE && fail(), 10_000);
  if (document.hidden) behind = true;
  else connect();
}

if (typeof document !== "undefined" && document.body.dataset.live) live(document.body.dataset.live);
