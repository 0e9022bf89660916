import { z } from 'zod'
import { type ProposedCorrections, toldAbouts } from '#core/corrections/proposed-corrections'

const id = z.string().min(1).max(200)
const text = z.string().max(100_000)
const atMs = z.number().int()
const correction = { id, by: z.string().max(1_000).exactOptional(), atMs: atMs.exactOptional() }
const expectedWord = z.object({ id, text: z.string() })
const expected = z.array(expectedWord).readonly()

/** Most corrections of one file. */
export const MOST_CORRECTIONS = 20_000

export const ProposedCorrectionShape = z.discriminatedUnion('kind', [
  z.object({
    ...correction,
    kind: z.literal('words'),
    wordBeforeId: id.nullable(),
    wordAfterId: id.nullable(),
    expected,
    text,
    exported: text.exactOptional(),
  }),
  z.object({
    ...correction,
    kind: z.literal('wording'),
    markId: id,
    expected: text,
    text,
    exported: text.exactOptional(),
  }),
  z.object({ ...correction, kind: z.literal('comment'), fromWordId: id, toWordId: id, text: text.min(1) }),
  z.object({
    ...correction,
    kind: z.literal('speaker-name'),
    speakerId: id,
    expected: z.string(),
    name: z.string().min(1).max(1_000),
  }),
  z.object({ ...correction, kind: z.literal('right'), expected: z.array(expectedWord).min(1).readonly() }),
  z.object({
    ...correction,
    kind: z.literal('told'),
    about: z.enum(toldAbouts),
    text,
    nearWordId: id.nullable(),
  }),
])

/** What a person proposes to change in a transcript (`core/corrections/proposed-corrections.ts`). */
export const ProposedCorrectionsShape = z.object({
  id,
  transcriptId: id,
  by: z.string().max(1_000).nullable(),
  atMs: atMs.nullable(),
  readAtMs: atMs,
  source: z.object({
    format: z.string().max(100),
    fileName: z.string().max(1_000),
    sha256: z.string().max(100).exactOptional(),
  }),
  items: z.array(ProposedCorrectionShape).max(MOST_CORRECTIONS).readonly(),
})

// Compiles only if core's type and this schema agree.
export const parsedAreCorrections: (
  parsed: z.infer<typeof ProposedCorrectionsShape>,
) => ProposedCorrections = (parsed) => parsed
