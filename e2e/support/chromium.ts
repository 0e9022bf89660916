import { existsSync } from 'node:fs'

const PLACES = [
  // Chromium without what only a window needs, which saves a tenth of a journey's time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for journeys: PAROLO_CHROMIUM, else an installed one; undefined if there is none. */
export function chromiumPath(): string | undefined {
  const given = process.env['PAROLO_CHROMIUM']
  if (given !== undefined) return given
  return PLACES.find((place) => existsSync(place))
}
