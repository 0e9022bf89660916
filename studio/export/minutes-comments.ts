import type { MinutesBlock, Proof } from '#core/formats/minutes/minutes-blocks'
import { proofsOf } from '#core/formats/minutes/proof'
import { proofWords } from '#core/formats/minutes/proof-words'
import { xmlText } from '#core/formats/reading/xml-text'
import type { ProgramLanguage } from '#core/messages/messages'
import type * as Docx from 'docx'

/** Word's comments on items of minutes: at which time of the recording, and what was said there. */
export interface MinutesComments {
  /** What is commented, with the comment of the proof around it. */
  readonly on: (proof: Proof | null, runs: readonly Docx.ParagraphChild[]) => readonly Docx.ParagraphChild[]
  /** Undefined if there is none. */
  readonly part: Docx.ICommentsOptions | undefined
}

/** By whom: nobody said or typed these comments. */
const AUTHOR = 'Parolo'

export function minutesComments(
  kit: typeof Docx,
  blocks: readonly MinutesBlock[],
  language: ProgramLanguage,
): MinutesComments {
  const { Paragraph, CommentRangeStart, CommentRangeEnd, CommentReference, TextRun } = kit
  const proofs = proofsOf(blocks)
  const numbers = new Map(proofs.map((proof, number) => [proof, number]))
  return {
    on(proof, runs) {
      const number = proof === null ? undefined : numbers.get(proof)
      if (number === undefined) return runs
      const end = [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })]
      return [new CommentRangeStart(number), ...runs, ...end]
    },
    part:
      proofs.length === 0
        ? undefined
        : {
            children: proofs.map((proof, id) => ({
              id,
              author: AUTHOR,
              initials: 'P',
              children: [new Paragraph(xmlText(proofWords(proof, language)))],
            })),
          },
  }
}
