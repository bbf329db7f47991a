/** What several modules need of the page itself. */

/**
 * An element with attributes and children; a function as attribute is a listener, false and null leave the attribute out.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node|string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * Enhances what is in the page now and what later replaces parts of it. Does nothing where there is no page (tests).
 * @param {(root: Document) => void} enhance is called again and again and leaves alone what it has seen
 */
export function enhanceNowAndLater(enhance) {
  if (typeof document === "undefined") return;
  enhance(document);
  document.addEventListener("parts-replaced", () => enhance(document));
}

/** Saves a blob under a name by way of a link. */
export function download(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
