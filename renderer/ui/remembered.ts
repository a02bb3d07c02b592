/** Reads what this computer remembers of the page (widths, panel, language); undefined when there is nothing. */
export function readRemembered(key: string): string | undefined {
  try {
    return localStorage.getItem(`diary-desk.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a look-and-feel choice on this computer. Never personal data. A full or forbidden store is no fault. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`diary-desk.${key}`, value);
  } catch {
    // The choice lasts until the window closes.
  }
}
