import type { LoggedEdit, LoggedTextEdit, RestoredWords, RestoreEdit, TextBase } from '#core/edits/edit'
import type { FormerWord, Word, WordOrigin } from '#core/transcript/transcript'

/** The columns `edit` and `inverse` of a row of the log. */
export interface PackedEdit {
  readonly edit: string
  readonly inverse: string
}

type BaseWord = TextBase['words'][number]

/** Typed text. 0 has the same meaning as in `PackedWords`. */
type PackedText = readonly [
  id: string,
  paragraphId: string,
  at: number | null,
  text: string,
  afterWordId: string | null | 0,
  beforeWordId: string | null,
  words: readonly BaseWord[] | 0,
  startMs: number,
  endMs: number,
]

/** The words before; 0 in place of the ids after if they are the same. */
type PackedWords = readonly [
  afterWordId: string | null,
  remove: readonly string[] | 0,
  put: readonly PackedWord[],
]

type PackedFormer = readonly [
  id: string,
  text: string,
  startMs: number,
  endMs: number,
  confidence: number | null,
  origin: WordOrigin | 0,
]

/** The log has few words per edit: one list per word is shorter than columns. 0: `recognised`. */
type PackedWord = readonly [before: string, word: PackedFormer, ...was: readonly PackedFormer[]]

/** A keystroke is stored as a list of its changes; any other edit as it is. */
export function packEdit(edit: LoggedEdit, inverse: RestoreEdit): PackedEdit {
  if (edit.kind !== 'replace-text' || edit.base === undefined) {
    return { edit: JSON.stringify(edit), inverse: JSON.stringify(inverse) }
  }
  const { text: _, ...typed } = edit
  const { id, paragraphId, base } = edit
  const words = wordsOfTyping(typed, inverse)
  if (words === null) return { edit: JSON.stringify(typed), inverse: JSON.stringify(inverse) }
  const { afterWordId, remove, put } = words
  const isSame = sameItems(base.words, put.map(baseWord), sameBaseWord) && put.length > 0
  const text: PackedText = [
    id,
    paragraphId,
    base.at ?? null,
    base.text,
    base.afterWordId === afterWordId ? 0 : base.afterWordId,
    base.beforeWordId,
    isSame ? 0 : base.words,
    isSame && base.startMs === put[0]?.startMs ? 0 : base.startMs,
    isSame && base.endMs === put.at(-1)?.endMs ? 0 : base.endMs,
  ]
  const putIds = put.map((word) => word.id)
  const removed: PackedWords = [
    afterWordId,
    sameItems(remove, putIds, (a, b) => a === b) ? 0 : remove,
    put.map(packWord),
  ]
  return { edit: JSON.stringify(text), inverse: JSON.stringify(removed) }
}

export function unpackEdit(row: PackedEdit): { readonly edit: LoggedEdit; readonly inverse: RestoreEdit } {
  const edit = JSON.parse(row.edit) as LoggedEdit | PackedText
  const inverse = JSON.parse(row.inverse) as RestoreEdit | PackedWords
  if (!isPacked(edit) || !isPacked(inverse)) {
    return { edit: edit as LoggedEdit, inverse: inverse as RestoreEdit }
  }
  const [id, paragraphId, at, text, after, beforeWordId, baseWords, startMs, endMs] = edit
  const [afterWordId, remove, words] = inverse
  const put = words.map(unpackWord)
  const base: TextBase = {
    afterWordId: after === 0 ? afterWordId : after,
    words: baseWords === 0 ? put.map(baseWord) : baseWords,
    beforeWordId,
    text,
    ...(at === null ? {} : { at }),
    startMs: baseWords === 0 && startMs === 0 ? (put[0]?.startMs ?? 0) : startMs,
    endMs: baseWords === 0 && endMs === 0 ? (put.at(-1)?.endMs ?? 0) : endMs,
  }
  const restored: RestoredWords = {
    paragraphId,
    afterWordId,
    remove: remove === 0 ? put.map((word) => word.id) : remove,
    put,
  }
  const typed: LoggedTextEdit = { kind: 'replace-text', id, paragraphId, base }
  return { edit: typed, inverse: restoreOf(id, restored) }
}

/** SQL for the kind and the id of the column `edit`. */
export const KIND_SQL = "coalesce(edit ->> '$.kind', 'replace-text')"
export const ID_SQL = "coalesce(edit ->> '$.id', edit ->> '$[0]')"

function restoreOf(id: string, words: RestoredWords): RestoreEdit {
  return {
    kind: 'restore',
    id: `${id}/inverse`,
    paragraphs: [],
    words: [words],
    heads: [],
    speakers: null,
    turns: null,
    marks: null,
  }
}

const packedMembers = new Set(['kind', 'id', 'paragraphId', 'base'])

/** The words changed by a keystroke, if it changed nothing else; null for any other edit. */
function wordsOfTyping(edit: LoggedTextEdit, inverse: RestoreEdit): RestoredWords | null {
  const [words, ...others] = inverse.words ?? []
  if (words === undefined || others.length > 0) return null
  // Members of later versions are kept.
  if (Object.keys(edit).some((name) => !packedMembers.has(name))) return null
  if (words.paragraphId !== edit.paragraphId) return null
  return JSON.stringify(inverse) === JSON.stringify(restoreOf(edit.id, words)) ? words : null
}

function packWord({ before, was = [], ...word }: Word): PackedWord {
  return [before, packFormer(word), ...was.map(packFormer)]
}

function packFormer({ id, text, startMs, endMs, confidence, origin }: FormerWord): PackedFormer {
  return [id, text, startMs, endMs, confidence, origin === 'recognised' ? 0 : origin]
}

function unpackWord([before, packed, ...was]: PackedWord): Word {
  const { id, ...word } = unpackFormer(packed)
  return { id, before, ...word, ...(was.length === 0 ? {} : { was: was.map(unpackFormer) }) }
}

function unpackFormer([id, text, startMs, endMs, confidence, origin]: PackedFormer): FormerWord {
  return { id, text, startMs, endMs, confidence, origin: origin === 0 ? 'recognised' : origin }
}

const baseWord = ({ id, before, text }: Word): BaseWord => ({ id, before, text })
const sameBaseWord = (a: BaseWord, b: BaseWord): boolean =>
  a.id === b.id && a.before === b.before && a.text === b.text

function sameItems<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] as Item))
}

function isPacked<Packed extends readonly unknown[]>(value: object | Packed): value is Packed {
  return Array.isArray(value)
}
