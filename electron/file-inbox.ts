/** Keeps files that the program was opened with until a page takes them. */
export class FileInbox {
  readonly #waiting: string[] = []
  #send: ((files: readonly string[]) => void) | null = null

  put(files: readonly string[]): void {
    if (files.length === 0) return
    if (this.#send === null) this.#waiting.push(...files)
    else this.#send(files)
  }

  /** A page has loaded: sends it the waiting files and later ones. */
  opened(send: (files: readonly string[]) => void): void {
    this.#send = send
    this.put(this.#waiting.splice(0))
  }

  /** The page reloads or was closed. */
  closed(): void {
    this.#send = null
  }
}
