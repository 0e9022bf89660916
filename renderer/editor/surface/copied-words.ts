/** Clipboard type for the bare words, so that pasting here inserts neither names nor times. */
const WORDS_TYPE = 'text/x-parolo-words'
/** Clipboard type for the id of a clip with redacted words, which other programs can read too. */
const CLIP_TYPE = 'text/x-parolo-clip'

export interface CopiedWords {
  /** The text for other programs, with speaker names. */
  readonly shown: string
  /** One line per paragraph. */
  readonly words: string
  /** The parts of `words` that must not reach other programs. */
  readonly redacted?: readonly string[]
}

/** Clips that any window of the library can paste, by id. */
export interface ClipStore {
  keep(id: string, clip: Clip): void
  /** Null if it is no longer stored. */
  read(id: string): Promise<Clip | null>
}

export type Clip = Required<Pick<CopiedWords, 'words' | 'redacted'>>

/** The last copied words, for pasting as plain text, whose event does not include the bare words. */
let lastCopied: (CopiedWords & { readonly id: string | null }) | null = null

/** Puts what may be pasted on the clipboard of a copy or cut event; redacted words are only in the store. */
export function putOnClipboard(clipboard: DataTransfer, copied: CopiedWords, clips?: ClipStore): void {
  const { shown, words, redacted = [] } = copied
  clipboard.setData('text/plain', shown)
  if (redacted.length === 0) {
    keepCopied(copied)
    clipboard.setData(WORDS_TYPE, words)
    return
  }
  const id = crypto.randomUUID()
  lastCopied = { ...copied, id }
  clipboard.setData(CLIP_TYPE, id)
  clips?.keep(id, { words, redacted })
}

/** For pasting or dropping here what the system clipboard contains as `shown`. */
export function keepCopied(copied: CopiedWords): void {
  lastCopied = { ...copied, id: null }
}

/** The bare words of a paste; empty if it is plain text or from another program. */
export function wordsOnClipboard(clipboard: DataTransfer | null): string {
  return clipboard?.getData(WORDS_TYPE) ?? ''
}

/** The id of the pasted clip; empty if none. */
export function clipOnClipboard(clipboard: DataTransfer | null): string {
  return clipboard?.getData(CLIP_TYPE) ?? ''
}

/** A clip of this window; null for another window's. */
export function ownClip(id: string): Clip | null {
  if (lastCopied?.id !== id) return null
  return { words: lastCopied.words, redacted: lastCopied.redacted ?? [] }
}

/** The words for text pasted as plain text: the bare words if it equals what was last copied here. */
export function wordsOfPlainText(text: string): string {
  return lastCopied !== null && text.replaceAll('\r\n', '\n') === lastCopied.shown ? lastCopied.words : text
}

/** The parts of an inserted text that were last copied here from redacted words. */
export function redactedOfCopied(inserted: string): readonly string[] {
  return lastCopied?.redacted?.filter((each) => inserted.includes(each)) ?? []
}
