import { readFile } from 'node:fs/promises'
import { keptPart, samplesOf } from '#core/cut/kept-part'
import type { KeptSpans } from '#core/cut/kept-spans'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Word } from '#core/transcript/transcript'
import { comparableText } from '../scoring/comparable-text.ts'
import { alignWords } from '../scoring/word-errors.ts'
import type { RandomCut } from './random-cuts.ts'

/** A word of made-up speech, with its time as it was made (within 25 ms). */
export interface SaidWord extends TimeSpan {
  readonly text: string
}

/** From the file beside a sample of speech. */
export async function readSaidWords(file: string): Promise<SaidWord[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as { readonly words: SaidWord[] }).words
}

/** What is kept if each cut is exactly where its words were made to begin and end. */
export function exactlyKept(
  said: readonly SaidWord[],
  words: readonly Word[],
  cuts: readonly RandomCut[],
  { durationMs, rate }: { readonly durationMs: number; readonly rate: number },
): KeptSpans {
  const tokens = (list: readonly { readonly text: string }[]) =>
    list.flatMap(({ text }, place) => comparableText(text).map((token) => ({ token, place })))
  const [spoken, recognized] = [tokens(said), tokens(words)]
  const saidAt = new Map<number, SaidWord | undefined>()
  for (const { reference, hypothesis } of alignWords(
    spoken.map(({ token }) => token),
    recognized.map(({ token }) => token),
  ))
    if (reference !== null && hypothesis !== null)
      saidAt.set(recognized[hypothesis]?.place ?? -1, said[spoken[reference]?.place ?? -1])
  const spans: TimeSpan[] = []
  let atMs = 0
  for (const { from, to } of cuts) {
    const startMs = (saidAt.get(from) ?? words[from])?.startMs ?? atMs
    const endMs = (saidAt.get(to) ?? words[to])?.endMs ?? atMs
    if (startMs <= atMs || endMs <= startMs) continue
    spans.push({ startMs: atMs, endMs: startMs })
    atMs = endMs
  }
  spans.push({ startMs: atMs, endMs: durationMs })
  return { ...keptPart(undefined, durationMs, rate), spans: samplesOf(spans, rate) }
}
