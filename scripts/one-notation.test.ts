import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** What writes a number, a date or a list for a reader. */
const notation =
  /new Intl\.(?:NumberFormat|DateTimeFormat|ListFormat|RelativeTimeFormat|DurationFormat|PluralRules)\b|\.to(?:Fixed|Precision|LocaleString|LocaleDateString|LocaleTimeString)\(/u

/** Numbers that programs read: files of formats, arguments of ffmpeg, drawings, styles. */
const forPrograms: ReadonlySet<string> = new Set([
  'core/cut/lists/cut-labels.ts',
  'core/formats/tables/audacity.ts',
  'core/formats/tables/rttm.ts',
  'cli/verbs/archive/plan.ts',
  'renderer/check/check-progress.tsx',
  'renderer/how-it-works/step-picture.tsx',
  'renderer/library/list/sample-drawing.ts',
  'renderer/recorder/during/running-wave.tsx',
  'renderer/settings/look-lines.tsx',
  'renderer/speaking/speaker-bar.ts',
  'renderer/ui/speaker-track.tsx',
  'studio/recording/last-seconds.ts',
  'studio/sound/captioned/clip-filters.ts',
  'studio/sound/captioned/cut-picture.ts',
  'studio/sound/captioned/input-part.ts',
  'studio/sound/captioned/write-cut-film.ts',
  'studio/sound/captioned/write-still-film.ts',
  'studio/sound/decode.ts',
  'studio/sound/sound-file/decode-words.ts',
  'studio/sound/sound-file/encode-words.ts',
  'studio/sound/sound-file/loudness.ts',
  'studio/sound/sound-file/write-sound-file.ts',
])

const files = execFileSync(
  'git',
  ['ls-files', 'core', 'contracts', 'studio', 'renderer', 'cli', 'electron', 'web'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$|\/testing\//u.test(file))
  .filter((file) => !file.startsWith('core/notation/'))

const writesForReaders = (file: string): boolean => notation.test(readFileSync(path.join(root, file), 'utf8'))

it('numbers, dates and lists for readers are written by core/notation alone', () => {
  expect(files.length).toBeGreaterThan(1_000)
  expect(files.filter((file) => writesForReaders(file) && !forPrograms.has(file))).toEqual([])
})

it('lists no exception that is none', () => {
  expect([...forPrograms].filter((file) => !files.includes(file) || !writesForReaders(file))).toEqual([])
})
