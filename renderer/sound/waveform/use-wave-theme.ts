import { useSyncExternalStore } from 'react'
import type { WaveTheme } from './wave-drawing.ts'

const VOICES = 12

let currentTheme: WaveTheme | null = null
const listeners = new Set<() => void>()
let watching: (() => void) | null = null

/** Tokens as a canvas can use them: a hidden element resolves them, whatever CSS functions they use. */
function readWaveTheme(): WaveTheme {
  const probe = document.createElement('i')
  probe.style.display = 'none'
  document.body.append(probe)
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const style = getComputedStyle(document.documentElement)
  const family = style.getPropertyValue('--ui').trim() || 'sans-serif'
  const pixels = (token: string, fallback: number): number =>
    Number.parseFloat(style.getPropertyValue(token)) || fallback
  const read: WaveTheme = {
    voices: [
      colour('voice-none'),
      ...Array.from({ length: VOICES }, (_, index) => colour(`voice-${index + 1}`)),
    ],
    faint: colour('ink-3'),
    edge: colour('edge'),
    names: `600 12px ${family}`,
    words: `600 13px ${style.getPropertyValue('--transcript').trim() || style.getPropertyValue('--read').trim() || 'serif'}`,
    times: `11px ${family}`,
    segmentWidth: pixels('--segmentWidth', 4),
    connectorWidth: pixels('--connectorWidth', 1.25),
  }
  probe.remove()
  return read
}

/**
 * The same tokens in the light theme, for pictures that are saved on a white background. Nothing is painted in between.
 */
export function readLightWaveTheme(): WaveTheme {
  const root = document.documentElement
  const { theme, contrast } = root.dataset
  root.dataset['theme'] = 'light'
  root.dataset['contrast'] = 'normal'
  try {
    return readWaveTheme()
  } finally {
    if (theme === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = theme
    if (contrast === undefined) delete root.dataset['contrast']
    else root.dataset['contrast'] = contrast
  }
}

function renew(): void {
  currentTheme = null
  for (const listener of listeners) listener()
}

function watch(): () => void {
  const observer = new MutationObserver(renew)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast', 'class', 'style'],
  })
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
    matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', renew)
  // Fonts that load later change the widths of names.
  document.fonts?.addEventListener('loadingdone', renew)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', renew)
    document.fonts?.removeEventListener('loadingdone', renew)
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  watching ??= watch()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    watching?.()
    watching = null
    currentTheme = null
  }
}

/** The tokens' colors for drawing; updated when theme, contrast or fonts change. */
export function useWaveTheme(): WaveTheme {
  return useSyncExternalStore(subscribe, () => (currentTheme ??= readWaveTheme()))
}
