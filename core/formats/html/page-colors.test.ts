import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pageColors, voiceColors } from './page-colors.ts'

it('an exported page has the colors of the page of text', () => {
  const tokens = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')
  const colorOf = (name: string): readonly string[] => {
    const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`, 'u').exec(tokens)
    return found === null ? [] : found.slice(1)
  }
  expect(voiceColors).toEqual(voiceColors.map((_, index) => colorOf(`voice-${index + 1}`)))
  const { paper, ink, quiet, line, spoken } = pageColors
  expect([paper, ink, quiet, line, spoken]).toEqual(['paper', 'ink', 'ink-3', 'line', 'spoken'].map(colorOf))
})
