import { readFile } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { findDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { MAX_TERM_LENGTH, MAX_TERM_WORDS, MAX_TERMS, MAX_VARIANTS } from '#core/glossary/term'
import { type ParsedTerms, parseTerms } from '#core/glossary/text-form'
import { transcriptWords } from '#core/transcript/transcript'
import { evidenceOf } from '#studio/doubt/kept-evidence'
import type { Studio } from '#studio/studio'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../terminal/terminal.ts'
import { type Invocation, resolveFromCallerDir, text } from './arguments.ts'

/** The file of `--glossary`, read before anything is opened; null without the option. */
export interface GlossaryFile extends ParsedTerms {
  readonly file: string
}

/** Throws `media.not-found`, `media.unreadable`. */
export async function readGlossary(invocation: Invocation): Promise<GlossaryFile | null> {
  const file = text(invocation, 'glossary')
  if (file === undefined) return null
  const bytes = await readFile(resolveFromCallerDir(file)).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Fault(isMissing ? 'media.not-found' : 'media.unreadable', { file }, undefined, error)
  })
  return { file, ...parseTerms(bytes.toString('utf8')) }
}

/** Reports lines of the file that are not valid terms. */
export function reportBadLines(terminal: Terminal, glossary: GlossaryFile | null): void {
  for (const { line, problem } of glossary?.badLines ?? []) {
    const reported = terminal.words(`glossary.bad-line.${problem}`, {
      words: MAX_TERM_WORDS,
      letters: MAX_TERM_LENGTH,
      count: problem === 'too-many-terms' ? MAX_TERMS : MAX_VARIANTS,
    })
    const file = glossary?.file ?? ''
    terminal.note(
      'glossary-line',
      { file, line, problem },
      terminal.words('result.glossary-line', { file, line, problem: reported }),
    )
  }
}

/** Reports words that sound like a term; the text is unchanged, and the places are in the list to check. */
export async function reportOffers(
  studio: Studio,
  terminal: Terminal,
  file: string,
  transcriptId: string,
): Promise<void> {
  const transcript = await studio.library.transcript(transcriptId)
  const evidence = JSON.parse(await evidenceOf(studio, transcriptId)) as DoubtEvidence
  const words = transcriptWords(transcript)
  const indexOf = (id: string): number => words.findIndex((word) => word.id === id)
  const offers = findDoubts(transcript, evidence).all.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => {
      if (reason.reason !== 'near-glossary-term') return []
      const heard = words.slice(indexOf(reason.fromWordId), indexOf(reason.toWordId) + 1)
      const startMs = heard[0]?.startMs ?? 0
      return [{ startMs, heard: heard.map((word) => word.text).join(' '), correction: reason.correction }]
    }),
  )
  const lines = offers.map(({ startMs, ...offer }) =>
    terminal.words('result.glossary-offer', { ...offer, time: shortTime(startMs) }),
  )
  terminal.note(
    'glossary-offers',
    { file, offers },
    [terminal.words('result.glossary-offers', { file, count: offers.length }), ...lines].join('\n'),
  )
}
