/** Times as words, in the zone of the data and not of the browser. */

const clocks = new Map();
/** Times of one zone as words: `day` "20 Nov", `clock` "17:05", `both` "20 Nov 17:05", `sortable` "2026-11-20 17:05". */
export function clockOf(zone) {
  if (clocks.has(zone)) return clocks.get(zone);
  const form = (locale, options) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: "h23", ...options });
    return (seconds) => format.format(seconds * 1000);
  };
  const day = form("en-GB", { day: "numeric", month: "short" });
  const clock = form("en-GB", { hour: "2-digit", minute: "2-digit" });
  const date = form("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit" });
  const words = {
    day,
    clock,
    both: (seconds) => `${day(seconds)} ${clock(seconds)}`,
    sortable: (seconds) => `${date(seconds)} ${clock(seconds)}`,
  };
  clocks.set(zone, words);
  return words;
}
