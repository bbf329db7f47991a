/** Whether events stand in the charts: one choice for all charts of a page, kept in its address. */

/** What the document hears when somebody chooses; its detail is whether they are shown. */
export const EVENTS_SHOWN = "events-shown";

/** An address with that choice in it; shown is usual, and left out. */
export function addressWith(address, shown) {
  const url = new URL(address);
  if (shown) url.searchParams.delete("events");
  else url.searchParams.set("events", "off");
  return url.href;
}

/** Shows them in all charts of the page, or in none. */
export function showEvents(shown) {
  history.replaceState(history.state, "", addressWith(location.href, shown));
  document.querySelectorAll("figure.chart").forEach((figure) => (figure.dataset.events = shown ? "on" : "off"));
  document.dispatchEvent(new CustomEvent(EVENTS_SHOWN, { detail: shown }));
}
