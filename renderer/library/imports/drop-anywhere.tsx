import { useLayoutEffect, useRef, useState } from 'react'
import { isTextTarget } from '../../keys/key-of.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './drop-anywhere.module.css'
import { useAddRecordings } from './use-add-recordings.ts'

/** Imports files dropped anywhere on the window, or pasted. */
export function DropAnywhere() {
  const say = useSay()
  const { add } = useAddRecordings()
  const [over, setOver] = useState(false)
  const latest = useRef(add)
  useLayoutEffect(() => {
    latest.current = add
  })
  // Before the page is seen: without these listeners the browser would replace it with a file dropped on it.
  useLayoutEffect(() => {
    // Enter and leave events fire for every element on the way; the count shows when the window itself is left.
    let depth = 0
    const leave = (): void => {
      depth = 0
      setOver(false)
    }
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        depth += 1
        setOver(true)
      },
      dragover: (event: DragEvent) => {
        if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      dragleave: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return
        depth -= 1
        if (depth <= 0) leave()
      },
      drop: (event: DragEvent) => {
        leave()
        if (!hasFiles(event.dataTransfer)) return
        // Otherwise the browser would replace the page with the file.
        event.preventDefault()
        latest.current(filesOf(event.dataTransfer))
      },
      // Pointer events do not fire during a drag, so the drag has ended, although the last element sent no leave event.
      pointermove: leave,
      paste: (event: ClipboardEvent) => {
        const files = filesOf(event.clipboardData)
        // Text pasted into a field goes to the field, even if the clipboard also contains an image.
        if (
          files.length === 0 ||
          (isTextTarget(event.target) && event.clipboardData?.types.includes('text/plain'))
        )
          return
        event.preventDefault()
        latest.current(files)
      },
    }
    const names = Object.keys(listeners) as (keyof typeof listeners)[]
    for (const name of names) window.addEventListener(name, listeners[name] as EventListener)
    return () => {
      for (const name of names) window.removeEventListener(name, listeners[name] as EventListener)
    }
  }, [])
  if (!over) return null
  return (
    <div className={styles.veil} aria-hidden="true">
      <span className={styles.edge} />
      <span className={styles.connectors} />
      <p className={styles.words}>{say('shell.let-go')}</p>
    </div>
  )
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}

/** The files without folders, which have no content of their own. */
function filesOf(data: DataTransfer | null): File[] {
  if (!data) return []
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  return items.flatMap((item) => {
    const isFolder = item.webkitGetAsEntry?.()?.isDirectory ?? false
    const file = isFolder ? null : item.getAsFile()
    return file ? [file] : []
  })
}
