import { formatList, formatPercent } from '../notation/numbers.ts'
import { formatDate } from '../notation/dates.ts'
import { type Locale, localeFor } from '../notation/locale.ts'
import { languageNameIn } from '../language/language-name.ts'
import { type MessageKey, type ProgramLanguage, say } from '../messages/messages.ts'
import { type Openness, opennessPoints } from '../models/openness-points.ts'
import { roughLength, spokenLength } from '../notation/lengths.ts'
import { byteSize, wattHoursInWords } from '../notation/sizes.ts'
import { screenMinutes, WATTS_A_THREAD } from './energy.ts'
import type { Sheet, SheetModel, SheetRun } from './sheet.ts'
import { countOpenness } from './trained-on.ts'

/** A sheet in a person's language, for any output. */
export interface SheetWords {
  readonly heading: string
  readonly about: string
  readonly facts: readonly SheetFact[]
  readonly models: readonly ModelWords[]
  /** A statement about all models together. */
  readonly openSource: string
  readonly run: readonly SheetRow[]
}

export interface SheetRow {
  readonly label: string
  readonly value: string
}

export interface SheetFact extends SheetRow {
  readonly detail: string
}

export interface ModelWords {
  readonly id: string
  readonly name: string
  readonly role: string
  /** `name SHA-256`, one line per file; first the archive that they came from, if one was recorded. */
  readonly hashes: readonly string[]
  readonly licence: string
  readonly maker: string
  readonly data: string
  readonly openness: string
  /** Point by point, by openness; empty if not assessed. */
  readonly points: string
}

/** @param locale how the date is written */
export function sheetWords(
  sheet: Sheet,
  language: ProgramLanguage,
  locale: Locale = localeFor(language, undefined),
): SheetWords {
  const { run } = sheet
  return {
    heading: say(language, 'sheet.heading'),
    about: aboutWords(sheet, language, locale),
    facts: [...(run === null ? [] : costFacts(sheet, run, language)), checkedFact(sheet, language)],
    models: sheet.models.map((model) => modelWords(model, language)),
    openSource: openSourceWords(sheet.models, language),
    run: runRows(sheet, language),
  }
}

function aboutWords(
  { title, durationMs, language: spoken, run }: Sheet,
  language: ProgramLanguage,
  locale: Locale,
): string {
  const name = languageName(spoken.code, language)
  const found = spoken.isChosen
    ? say(language, 'sheet.language.chosen', { language: name })
    : spoken.votes === null || spoken.votes.all === 0
      ? name
      : say(language, 'sheet.language.votes', { language: name, ...spoken.votes })
  const about = say(language, 'sheet.about', {
    title,
    length: spokenLength(durationMs, language),
    language: found,
  })
  if (run === null) return `${about} ${say(language, 'sheet.old')}`
  // In UTC, so that a transcript has the same sheet everywhere.
  const date = formatDate(run.endedAtMs, locale, { dateStyle: 'long', timeZone: 'UTC' })
  return `${about} ${say(language, 'sheet.made-on', { date })}`
}

function languageName(code: string, language: ProgramLanguage): string {
  if (code === 'und') return say(language, 'sheet.unknown')
  return languageNameIn(code, language) ?? code
}

function costFacts({ durationMs }: Sheet, run: SheetRun, language: ProgramLanguage): SheetFact[] {
  const { energy } = run
  const share = durationMs > 0 ? formatPercent(run.wallMs / durationMs, language) : ''
  return [
    {
      label: say(language, 'sheet.time'),
      value: spokenLength(run.wallMs, language),
      detail: share === '' ? '' : say(language, 'sheet.time.runs', { share, runs: run.runs }),
    },
    {
      label: say(language, 'sheet.memory'),
      value: byteSize(run.peakBytes, language),
      detail: say(language, 'sheet.memory.of', { bytes: byteSize(run.memoryBytes, language) }),
    },
    {
      label: say(language, `sheet.energy.${energy.source}`),
      value: wattHoursInWords(energy.wattHours, language),
      detail: say(language, 'sheet.energy.range', {
        least: wattHoursInWords(energy.leastWattHours, language),
        most: wattHoursInWords(energy.mostWattHours, language),
      }),
    },
    {
      label: say(language, 'sheet.network'),
      value: byteSize(run.sentBytes + run.receivedBytes, language),
      detail: say(language, 'sheet.connections', { count: run.connections }),
    },
  ]
}

function checkedFact({ words }: Sheet, language: ProgramLanguage): SheetFact {
  const isEmpty = words.all === 0
  return {
    label: say(language, 'sheet.checked'),
    value: formatPercent(isEmpty ? 0 : words.checked / words.all, language),
    detail: isEmpty
      ? say(language, 'sheet.no-words')
      : say(language, 'sheet.changed', { changed: words.changed, all: words.all }),
  }
}

function modelWords(model: SheetModel, language: ProgramLanguage): ModelWords {
  const unknown = say(language, 'sheet.unknown')
  const { id, role, files, archive, openness, origin, sha256 } = model
  const archiveKey = archive?.isKnown === true ? 'sheet.archive' : 'sheet.archive.unknown'
  return {
    id,
    name: model.name ?? id,
    role: say(language, `sheet.role.${role}`),
    hashes: [
      ...(archive === undefined ? [] : [say(language, archiveKey, { sha256: archive.sha256 })]),
      ...(files === null
        ? [say(language, 'sheet.files.unknown', { sha256 })]
        : files.map((file) => `${file.name} ${file.sha256}`)),
    ],
    licence: model.licence ?? unknown,
    maker: origin?.maker ?? unknown,
    data: dataWords(origin, language),
    openness:
      openness === null
        ? say(language, 'sheet.openness.none')
        : say(language, 'sheet.openness', countOpenness(openness)),
    points: openness === null ? '' : pointWords(openness, language),
  }
}

/** `open: Code, License; closed: API`. */
function pointWords(openness: Openness, language: ProgramLanguage): string {
  return ([1, 0.5, 0, undefined] as const)
    .map((value) => ({
      label: say(language, `openness.${value ?? 'none'}`),
      names: opennessPoints
        .filter((point) => openness[point] === value)
        .map((point) => say(language, `openness.point.${point}`)),
    }))
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }) => say(language, 'sheet.line', { label, value: names.join(', ') }))
    .join(language === 'fr' ? '\u202F; ' : '; ')
}

function dataWords(origin: SheetModel['origin'], language: ProgramLanguage): string {
  if (origin === null) return say(language, 'sheet.data.unknown')
  const { disclosure, hours, sets } = origin
  const before = hours === undefined ? '' : say(language, 'sheet.data.hours', { hours })
  const key: MessageKey = disclosure === 'named' ? 'sheet.data.is-named' : `sheet.data.${disclosure}`
  const named =
    sets === undefined
      ? say(language, key)
      : say(language, 'sheet.data.named', { sets: formatList(sets, language) })
  return before + named
}

function openSourceWords(models: readonly SheetModel[], language: ProgramLanguage): string {
  const assessed = models.filter((model) => model.isOpenSourceAi !== null)
  const open = assessed.filter((model) => model.isOpenSourceAi === true)
  const names = open.map(({ name, id }) => name ?? id).join(', ')
  const hash = models.some(({ files }) => files !== null) ? ` ${say(language, 'sheet.osi.hash')}` : ''
  if (models.length === 0) return ''
  if (assessed.length === 0) return say(language, 'sheet.osi.unknown') + hash
  if (open.length === 0) return say(language, 'sheet.osi.none') + hash
  if (open.length === models.length) return say(language, 'sheet.osi.all') + hash
  return say(language, 'sheet.osi.some', { names }) + hash
}

function runRows({ run, versions }: Sheet, language: ProgramLanguage): SheetRow[] {
  const rows: (readonly [MessageKey, string] | null)[] = [
    ...(run === null ? [] : workRows(run, language)),
    ['sheet.versions', Object.entries(versions).map(versionWords).join(', ')],
  ]
  return rows
    .filter((row) => row !== null)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: say(language, key), value }))
}

/** The program's name is capitalized. */
const versionWords = ([name, version]: readonly [string, string]): string =>
  `${name === 'parolo' ? 'Parolo' : name} ${version}`

function workRows(run: SheetRun, language: ProgramLanguage): (readonly [MessageKey, string] | null)[] {
  const { passages, secondPasses, failedPassages, reusedTexts, withoutSpeechMs, unmeasured } = run
  const passes =
    passages === null
      ? ''
      : run.isQuick
        ? say(language, 'sheet.passes.quick', { passages })
        : say(language, 'sheet.passes.both', { passages, second: secondPasses ?? 0 })
  const reused = reusedTexts ? say(language, 'sheet.reused', { count: reusedTexts }) : ''
  const how = say(language, `sheet.how.${run.energy.source}`, {
    cpu: roughLength(run.cpuMs, language),
    usual: WATTS_A_THREAD.usual,
    least: WATTS_A_THREAD.least,
    most: WATTS_A_THREAD.most,
    time: roughLength(screenMinutes(run.energy.wattHours) * 60_000, language),
  })
  const missing =
    unmeasured.length === 0
      ? ''
      : ` ${say(language, 'sheet.how.unmeasured', { names: unmeasured.join(', ') })}.`
  return [
    ['sheet.passes', [passes, reused].filter((text) => text !== '').join('. ')],
    withoutSpeechMs === null
      ? null
      : [
          'sheet.left-out',
          say(language, 'sheet.left-out.silence', { length: spokenLength(withoutSpeechMs, language) }),
        ],
    failedPassages === null
      ? null
      : ['sheet.failed', say(language, 'sheet.failed.count', { count: failedPassages })],
    ['sheet.how', `${how}.${missing}`],
  ]
}
