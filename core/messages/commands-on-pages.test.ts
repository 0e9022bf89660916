import { expect, it } from 'vitest'
import { say } from './messages.ts'
import { type ErrorCode, errorTexts } from './errors/all-errors.ts'

/** Only the command line meets these: its own words, archives, files that it writes, options that only it has. */
const ofTheTerminal =
  /^(?:usage|archive|output|move|backup)\.|^(?:format\.(?:no-option|needs-cut)|video\.no-media|model\.not-verified|publish\.(?:sound-cut|no-chapters-in)|recorder\.no-such-device|voice\.named-unknown)$/u

const codes = (Object.keys(errorTexts) as ErrorCode[]).filter((code) => !ofTheTerminal.test(code))

it.each(codes)('%s names no command of a terminal on a page', (code) => {
  for (const language of ['en', 'fr'] as const) {
    const remedy = say(language, `error.${code}.on-page.remedy`, { platform: 'other' })
    const message = say(language, `error.${code}.on-page`, { platform: 'other' })
    expect(`${message} ${remedy}`).not.toMatch(/`|(?:^|\s)--[a-z]|\bparolo [a-z]|_PATH/u)
  }
})
