/** Small conveniences of forms, each by its attribute; without them every form works just the same. */
import { element, enhanceNowAndLater } from "./dom.js";

/** A whole number within bounds; the former one where the text is none. */
export function bounded(text, low, high, former) {
  const number = Math.round(Number(text));
  return text === "" || Number.isNaN(number) ? former : Math.min(Math.max(number, low), high);
}

async function copy(button) {
  const text = button.dataset.copy || location.href;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without TLS there is no clipboard but the old one.
    const area = element("textarea", { readonly: true, class: "unseen" });
    area.value = text;
    button.after(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.dataset.label ??= button.textContent;
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = button.dataset.label), 2000);
}

/** Asks before a dangerous form goes; Cancel is what Enter and Escape mean. */
function ask(form, submitter) {
  const yes = element("button", { value: "yes", class: "danger" }, submitter?.textContent.trim() || "Go on");
  const dialog = element("dialog", { class: "confirm", "aria-labelledby": "confirm-question" },
    element("form", { method: "dialog" },
      element("p", { id: "confirm-question" }, form.dataset.confirm),
      element("button", { value: "no", autofocus: true }, "Cancel"), yes));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue !== "yes") return;
    confirmed.add(form);
    form.requestSubmit(submitter);
  });
  document.body.append(dialog);
  dialog.showModal();
}

const confirmed = new WeakSet();
const sending = new Map();

function submitted(event) {
  const { target: form, submitter } = event;
  if (form.method === "dialog" || event.defaultPrevented) return;
  if (sending.has(form)) return event.preventDefault();
  if (form.dataset.confirm && !confirmed.delete(form)) {
    event.preventDefault();
    return ask(form, submitter);
  }
  if (form.method !== "post") return;
  sending.set(form, [submitter, submitter?.textContent]);
  // The button keeps its value for this request: only its look changes.
  if (submitter?.localName === "button") submitter.textContent = "Sending…";
  submitter?.setAttribute("aria-disabled", "true");
}

/** A page taken back out of the history can be sent again. */
function restore() {
  for (const [submitter, text] of sending.values()) {
    if (submitter?.localName === "button") submitter.textContent = text;
    submitter?.removeAttribute("aria-disabled");
  }
  sending.clear();
}

const FOCUS = "focus";
const keyOf = ({ form, name, type }) => `${form?.getAttribute("action")} ${name || type}`;

/** Who sent a form by keys goes on where they were. */
function refocus() {
  const key = sessionStorage.getItem(FOCUS);
  sessionStorage.removeItem(FOCUS);
  [...document.forms].flatMap((form) => [...form.elements])
    .find((one) => one.type !== "hidden" && keyOf(one) === key)?.focus({ preventScroll: true });
}

/** A choice by mouse goes at once; with keys one passes by others, so it goes at Enter or when left. */
function submitOnChange(control) {
  const form = control.closest("form");
  let keyed = false;
  let changed = false;
  const submit = () => {
    if (!changed) return;
    changed = false;
    if (keyed && form.contains(document.activeElement)) sessionStorage.setItem(FOCUS, keyOf(document.activeElement));
    form.requestSubmit();
  };
  control.addEventListener("keydown", (event) => {
    keyed = true;
    if (event.key !== "Enter" || !changed) return;
    event.preventDefault();
    submit();
  });
  control.addEventListener("pointerdown", () => (keyed = false));
  control.addEventListener("change", () => {
    changed = true;
    if (!keyed) submit();
  });
  // Where the keys go on is known only after this event.
  control.addEventListener("focusout", ({ relatedTarget }) => control.contains(relatedTarget) || setTimeout(submit));
}

/** A slider beside the box of a severity, which says the same; `--severity` is for the part that is highlighted. */
function severity(root) {
  const box = root.querySelector('input[type="number"]');
  const slider = element("input", { type: "range", min: box.min, max: box.max, "aria-label": root.textContent.trim() });
  box.before(slider);
  const show = (value) => {
    slider.value = box.value = value;
    root.style.setProperty("--severity", value);
  };
  const take = ({ target }) => show(bounded(target.value, +box.min, +box.max, slider.value));
  slider.addEventListener("input", take);
  box.addEventListener("change", take);
  box.addEventListener("input", () => box.value !== "" && box.checkValidity() && take({ target: box }));
  show(box.value);
}

const seen = { submitOnChange: new WeakSet(), severity: new WeakSet() };
const once = (root, selector, enhanced, enhance) => {
  for (const one of root.querySelectorAll(selector)) if (!enhanced.has(one)) enhance(enhanced.add(one) && one);
};

enhanceNowAndLater((root) => {
  once(root, "[data-submit-on-change]", seen.submitOnChange, submitOnChange);
  once(root, "[data-severity]", seen.severity, severity);
  // What only scripts can do is offered where they run.
  for (const button of root.querySelectorAll("[data-copy][hidden], [data-print][hidden], [data-shortcuts-help][hidden]")) button.hidden = false;
});
if (typeof document !== "undefined") {
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-print]")) print();
    const button = target.closest?.("[data-copy]");
    if (button) copy(button);
  });
  document.addEventListener("submit", submitted);
  addEventListener("pageshow", restore);
  refocus();
}
