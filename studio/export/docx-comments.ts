import type * as Docx from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type ListedComment, listedComments } from '#core/comments/listed-comments'
import { placeInBlock, type TextBlock } from '#core/formats/reading/text-blocks'
import { xmlText } from '#core/formats/reading/xml-text'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type { Transcript } from '#core/transcript/transcript'

/** The comments of a document; the index in `listed` is the number of a comment in the file. */
export interface DocxComments {
  readonly listed: readonly ListedComment[]
  /** Numbers of the comments that begin with a word, by its id. */
  readonly starts: ReadonlyMap<string, readonly number[]>
  readonly ends: ReadonlyMap<string, readonly number[]>
}

/** The comments whose first and last words are in the blocks. */
export function docxComments(
  transcript: Pick<Transcript, 'paragraphs' | 'marks'>,
  blocks: readonly TextBlock[],
): DocxComments {
  const all = listedComments(transcript)
  if (all.length === 0) return { listed: [], starts: new Map(), ends: new Map() }
  const written = new Set(blocks.flatMap(({ words }) => words.map(({ id }) => id)))
  const listed = all.filter(({ fromWordId, toWordId }) => written.has(fromWordId) && written.has(toWordId))
  return {
    listed,
    starts: Map.groupBy(listed.keys(), (number) => listed[number]?.fromWordId ?? ''),
    ends: Map.groupBy(listed.keys(), (number) => listed[number]?.toWordId ?? ''),
  }
}

/** The text of a block, with the places where comments begin and end. */
export function commentedText(
  kit: typeof Docx,
  { words, text }: TextBlock,
  { starts, ends }: DocxComments,
): Docx.ParagraphChild[] {
  const { TextRun, CommentRangeStart, CommentRangeEnd, CommentReference } = kit
  const children: Docx.ParagraphChild[] = []
  let from = 0
  const writeUntil = (to: number): void => {
    if (to > from) children.push(new TextRun(xmlText(text.slice(from, to))))
    from = Math.max(from, to)
  }
  if (starts.size > 0) {
    for (const [n, { id }] of words.entries()) {
      const [begun, ended] = [starts.get(id), ends.get(id)]
      if (begun !== undefined) writeUntil(placeInBlock(words, n, 'start'))
      for (const number of begun ?? []) children.push(new CommentRangeStart(number))
      if (ended !== undefined) writeUntil(placeInBlock(words, n, 'end'))
      for (const number of ended ?? []) {
        children.push(new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] }))
      }
    }
  }
  writeUntil(text.length)
  return children
}

/** The texts of the comments, a paragraph for each line. */
export function commentsPart(
  { Paragraph, commentIdToParaId }: typeof Docx,
  { listed }: DocxComments,
  language: ProgramLanguage,
): Docx.ICommentsOptions {
  // Word requires an author; this name stands for an unknown one.
  const author = say(language, 'export.comment.author')
  return {
    children: listed.map((comment, id) => ({
      id,
      author,
      children: comment.text.split(/\r\n|\r|\n/u).map((line) => new Paragraph(xmlText(line))),
      // Makes the library write the paragraph ids of comments, which mark resolved ones.
      durableId: commentIdToParaId(id),
    })),
  }
}

const COMMENTS = 'word/comments.xml'
const EXTENDED = 'word/commentsExtended.xml'
const TYPES = '[Content_Types].xml'
const RELATIONS = 'word/_rels/document.xml.rels'

/**
 * Adds what the library cannot write: which comments are resolved (it marks only answered ones), and that
 * their time of writing is unknown (it writes the date of the export).
 */
export function withResolvedComments(bytes: Uint8Array, { listed }: DocxComments): Uint8Array {
  if (listed.length === 0) return bytes
  const files = unzipSync(bytes)
  const textOf = (name: string): string => {
    const file = files[name]
    if (file === undefined) throw new Error(`the document has no ${name}`)
    return strFromU8(file)
  }
  const comments = textOf(COMMENTS).replaceAll(/(<w:comment\b[^>]*?) w:date="[^"]*"/gu, '$1')
  const ids = [...comments.matchAll(/ w14:paraId="([^"]*)"/gu)].map(([, id]) => id)
  if (ids.length !== listed.length) throw new Error('comments lack the ids of their paragraphs')
  const states = listed.map(
    ({ isResolved }, number) =>
      `<w15:commentEx w15:paraId="${ids[number]}" w15:done="${isResolved ? 1 : 0}"/>`,
  )
  const added = {
    [COMMENTS]: comments,
    [EXTENDED]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${states.join('')}</w15:commentsEx>`,
    [TYPES]: textOf(TYPES).replace(
      '</Types>',
      `<Override PartName="/${EXTENDED}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/></Types>`,
    ),
    [RELATIONS]: textOf(RELATIONS).replace(
      '</Relationships>',
      '<Relationship Id="rIdCommentsExtended" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
    ),
  }
  for (const [name, text] of Object.entries(added)) files[name] = strToU8(text)
  return zipSync(files)
}
