/** Clipboard type for the bare words, so that pasting here inserts neither names nor times. */
const WORDS_TYPE = 'text/x-parolo-words'

export interface CopiedWords {
  /** The text for other programs, with speaker names. */
  readonly shown: string
  /** One line per paragraph. */
  readonly words: string
  /** Whether `words` has words that other programs must not get. */
  readonly isRedacted?: boolean
}

/** The last copied words, for pasting as plain text, whose event does not include the bare words. */
let lastCopied: CopiedWords | null = null

/** Puts both forms on the clipboard of a copy or cut event. */
export function putOnClipboard(clipboard: DataTransfer, copied: CopiedWords): void {
  keepCopied(copied)
  clipboard.setData('text/plain', copied.shown)
  // Other programs can read it too.
  if (copied.isRedacted !== true) clipboard.setData(WORDS_TYPE, copied.words)
}

/** For pasting or dropping here what the system holds as `shown`. */
export function keepCopied(copied: CopiedWords): void {
  lastCopied = copied
}

/** The bare words of a paste; empty if it is plain text or from another program. */
export function wordsOnClipboard(clipboard: DataTransfer | null): string {
  return clipboard?.getData(WORDS_TYPE) ?? ''
}

/** The words for text pasted as plain text: the bare words if it equals what was last copied here. */
export function wordsOfPlainText(text: string): string {
  return lastCopied !== null && text.replaceAll('\r\n', '\n') === lastCopied.shown ? lastCopied.words : text
}
