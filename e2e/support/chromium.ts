import { existsSync } from 'node:fs'

const PLACES = [
  // Chromium without what only a window needs: a journey takes a tenth less.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser that journeys are made in: PAROLO_CHROMIUM, else one that the system has; undefined where none is. */
export function chromiumPath(): string | undefined {
  const given = process.env['PAROLO_CHROMIUM']
  if (given !== undefined) return given
  return PLACES.find((place) => existsSync(place))
}
