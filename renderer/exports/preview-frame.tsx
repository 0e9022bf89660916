import { useEffect, useRef, useState } from 'react'
import styles from './export.module.css'

export interface PreviewFrameProps {
  readonly html: string
  readonly title: string
  readonly look: 'paper' | 'page'
}

/**
 * A document without scripts, as high as its content: what is around it scrolls it and shows the focus, as `:focus` does
 * not match a frame. Of the same origin only so that its height can be read.
 */
export function PreviewFrame({ html, title, look }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (root === null) return
    const watch = new ResizeObserver(() => setHeight(Math.ceil(root.getBoundingClientRect().height)))
    watch.observe(root)
    return () => watch.disconnect()
  }, [root])
  return (
    <iframe
      ref={frame}
      className={styles[look]}
      sandbox="allow-same-origin"
      tabIndex={-1}
      srcDoc={html}
      title={title}
      style={{ height }}
      onLoad={() => setRoot(frame.current?.contentDocument?.documentElement ?? null)}
    />
  )
}
