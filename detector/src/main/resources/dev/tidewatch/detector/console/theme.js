/** The theme of the page: as the system has it, light or dark. A cookie tells the server, so that no page flashes. */
import { enhanceNowAndLater } from "./dom.js";

const THEMES = ["auto", "light", "dark"];

export const knownTheme = (theme) => (THEMES.includes(theme) ? theme : "auto");
export const nextTheme = (theme) => THEMES[(THEMES.indexOf(knownTheme(theme)) + 1) % THEMES.length];
export const cookieOf = (theme, secure) => `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? "; Secure" : ""}`;

const current = () => knownTheme(document.documentElement.dataset.theme);

function name(button) {
  button.textContent = `Theme: ${current()}`;
  button.title = `Change to ${nextTheme(current())}`;
}

/** Goes on to the next theme. */
export function switchTheme() {
  const theme = nextTheme(current());
  document.documentElement.dataset.theme = theme;
  document.cookie = cookieOf(theme, location.protocol === "https:");
  document.querySelectorAll("[data-theme-switch]").forEach(name);
}

const seen = new WeakSet();
enhanceNowAndLater((root) => {
  for (const button of root.querySelectorAll("[data-theme-switch]")) {
    if (seen.has(button)) continue;
    seen.add(button);
    button.hidden = false;
    name(button);
    button.addEventListener("click", switchTheme);
  }
});
