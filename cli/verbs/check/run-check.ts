import path from 'node:path'
import { Fault } from '#contracts/errors'
import { captionProblems, problemCounts } from '#core/captions/caption-problems'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { CueProblem } from '#core/captions/cue-problems'
import { withCues } from '#core/captions/words/cue-words'
import type { Cue } from '#core/captions/cues'
import { fixAll } from '#core/captions/fixes/fix-all'
import { presets } from '#core/captions/presets/presets'
import { problemWords } from '#core/messages/problem-words'
import { documentCues } from '#core/formats/document-cues'
import { splitName } from '#core/formats/file-names'
import type { DocumentWithExtras } from '#core/formats/format'
import type { FormatId } from '#core/formats/formats'
import { videoOfRate } from '#core/frames/video-frames'
import { lossList } from '#core/formats/loss-words'
import { withLanguage } from '#core/formats/reading/recut-document'
import { makeExport } from '#studio/export/make-export'
import { writeNewFile } from '#studio/export/write-new-file'
import { readCaptionFile } from '#studio/imports/reading/read-caption-file'
import { type Invocation, isOn, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { frameRateOption } from '../../options/output-options.ts'
import { presetOption, rulesOf, translationOption } from '../../options/preset-option.ts'
import { shownPath } from '../../results/results.ts'
import { shortTime } from '#core/notation/clock'
import { reportCorrections } from '../../terminal/corrections.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { checkTranslation } from './check-translation.ts'
import { languageOption, reportWritten } from '../convert/run-convert.ts'

/** Lists the problems of a caption file; with `--fix`, those that remain. Exit code 1 if there are any. */
export async function runCheck(terminal: Terminal, invocation: Invocation): Promise<number> {
  const [file, ...others] = invocation.words
  if (file === undefined) throw new Fault('usage.missing-file', { verb: 'check' })
  if (others.length > 0) throw new Fault('usage.bad-option', { option: others.join(' '), verb: 'check' })
  const given = await presetOption(invocation)
  const language = languageOption(invocation)
  const {
    document: read,
    format,
    corrections,
    hasTimes = true,
  } = await readCaptionFile(resolveFromCallerDir(file), file)
  reportCorrections(terminal, file, corrections)
  if (!hasTimes) throw new Fault('format.no-times', { file, format: 'check' })
  const document = withFrames(withLanguage(read, language), frameRateOption(invocation))
  const isFixing = isOn(invocation, 'fix')
  const translation = translationOption(invocation, document)
  if (translation !== undefined) {
    // Fixes place marks on the words of the original.
    if (isFixing) throw new Fault('usage.bad-option', { option: '--fix --translation', verb: 'check' })
    const checked = checkTranslation(document, translation, given)
    const { losses } = checked
    if (losses.length > 0) {
      const left = lossList(losses, terminal.language)
      terminal.note('translation', { file, losses }, terminal.words('check.translation', { file, left }))
    }
    return reportProblems(terminal, invocation, file, checked)
  }
  const preset = given ?? presets.netflix
  const rules = rulesOf(preset, document.transcript.language, document.transcript.frames)
  const found = documentCues(document, { rules, speakerLabel: String }, 'never')
  const cues = isFixing ? fixed(found, document, rules) : found
  const problems = captionProblems(cues, rules)
  const judged = isFixing ? await writeFixed(terminal, invocation, { file, format, document, cues }) : file
  return reportProblems(terminal, invocation, judged, { preset: preset.id, cues, problems })
}

/** The document as that of a film with so many frames a second. */
function withFrames(document: DocumentWithExtras, framesPerSecond: number | undefined): DocumentWithExtras {
  if (framesPerSecond === undefined) return document
  return { ...document, transcript: { ...document.transcript, frames: videoOfRate(framesPerSecond) } }
}

interface Checked {
  readonly preset: string
  readonly cues: readonly Cue[]
  readonly problems: readonly (readonly CueProblem[])[]
}

/** Prints the problems found; returns the exit code. */
function reportProblems(
  terminal: Terminal,
  invocation: Invocation,
  file: string,
  { preset, cues, problems }: Checked,
): number {
  const count = problems.flat().length
  if (isOn(invocation, 'json'))
    terminal.result(`${JSON.stringify(report(preset, cues, problems), null, 2)}\n`)
  else printProblems(terminal, cues, problems)
  const key = count === 0 ? 'check.none' : isOn(invocation, 'fix') ? 'check.left' : 'check.some'
  const facts = { file, cues: cues.length, count, preset }
  terminal.note('checked', { ...facts, byKind: problemCounts(problems) }, terminal.words(key, facts))
  return count > 0 ? 1 : 0
}

function fixed(
  cues: readonly Cue[],
  { recording, transcript }: DocumentWithExtras,
  rules: CaptionRules,
): readonly Cue[] {
  // A caption file does not contain its recording's length; its last caption may need more time.
  const durationMs = recording.sha256 === '' ? Infinity : recording.durationMs
  return fixAll(cues, rules, { durationMs, language: transcript.language })
}

/** Output of `--json`, a stable format: cues are counted from 1. */
function report(preset: string, cues: readonly Cue[], problems: readonly (readonly CueProblem[])[]): object {
  return {
    preset,
    cues: cues.length,
    problems: problems.flatMap((own, index) =>
      own.map(({ kind, value, limit }) => ({
        cue: index + 1,
        startMs: cues[index]?.startMs ?? 0,
        kind,
        value,
        limit,
      })),
    ),
    byKind: problemCounts(problems),
  }
}

function printProblems(
  terminal: Terminal,
  cues: readonly Cue[],
  problems: readonly (readonly CueProblem[])[],
): void {
  for (const [index, own] of problems.entries()) {
    const time = shortTime(cues[index]?.startMs ?? 0)
    for (const problem of own) {
      const values = { number: String(index + 1), time, problem: problemWords(problem, terminal.language) }
      terminal.lines([terminal.words('check.cue', values)])
    }
  }
}

interface Fixed {
  readonly file: string
  readonly format: FormatId
  readonly document: DocumentWithExtras
  readonly cues: readonly Cue[]
}

/** Writes NAME.fixed.EXT next to the file or in `--out`. Returns the path to print. */
async function writeFixed(
  terminal: Terminal,
  invocation: Invocation,
  { file, format, document, cues }: Fixed,
): Promise<string> {
  const source = resolveFromCallerDir(file)
  const { stem, extension } = splitName(path.basename(source))
  const out = text(invocation, 'out')
  const folder = out === undefined ? path.dirname(source) : resolveFromCallerDir(out)
  const target = path.join(folder, `${stem}.fixed${extension}`)
  // A transcript stores its captions as marks; other formats are written from the captions themselves.
  const kept = format === 'json' ? { ...document, transcript: withCues(document.transcript, cues) } : document
  const made = await makeExport(kept, format, { name: stem, cues })
  const outcome = await writeNewFile(target, made.bytes, isOn(invocation, 'overwrite'))
  reportWritten(terminal, target, format, outcome, made.losses)
  return shownPath(target)
}
