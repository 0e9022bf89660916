/** The bare words beside what other programs get, so that neither names nor times come back into the text. */
const WORDS_TYPE = 'text/x-parolo-words'

export interface CopiedWords {
  /** What other programs get: with who speaks. */
  readonly shown: string
  /** One line a paragraph. */
  readonly words: string
}

/** What was copied last, for a paste as plain text, which leaves the bare words out of the event. */
let lastCopied: CopiedWords | null = null

/** Puts both on the clipboard of a copy or cut. */
export function putOnClipboard(clipboard: DataTransfer, copied: CopiedWords): void {
  lastCopied = copied
  clipboard.setData('text/plain', copied.shown)
  clipboard.setData(WORDS_TYPE, copied.words)
}

/** The bare words of a paste; empty where it is of another program, or plain. */
export function wordsOnClipboard(clipboard: DataTransfer | null): string {
  return clipboard?.getData(WORDS_TYPE) ?? ''
}

/** A text that is pasted as plain text: the bare words where it is what was copied here last. */
export function wordsOfPlainText(text: string): string {
  return lastCopied !== null && text.replaceAll('\r\n', '\n') === lastCopied.shown ? lastCopied.words : text
}
