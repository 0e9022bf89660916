/** The browser for journeys: PAROLO_CHROMIUM, else an installed one; undefined if there is none. */
export function chromiumPath(): string | undefined
/** Whether journeys have a browser: one of those, or the one that Playwright has downloaded. */
export function hasBrowser(): Promise<boolean>
