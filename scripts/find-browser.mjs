// Locates the browser of journeys. Plain JavaScript, no packages.
import { existsSync } from 'node:fs'

const PLACES = [
  // Chromium without what only a window needs, which saves a third of a visit's processor time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** PAROLO_CHROMIUM, else an installed one; undefined if there is none: then Playwright uses its own. */
export function chromiumPath() {
  return process.env.PAROLO_CHROMIUM ?? PLACES.find((place) => existsSync(place))
}

/** Whether journeys have a browser: one of those, or the one that Playwright has downloaded. */
export async function hasBrowser() {
  const place = chromiumPath() ?? (await import('playwright')).chromium.executablePath()
  return existsSync(place)
}
