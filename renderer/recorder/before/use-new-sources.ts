import { useEffect, useRef, useState } from 'react'
import { useHost } from '../../rpc/studio-context.tsx'
import { onInputsChanged } from '../capture/list-inputs.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { useRecorderStore } from '../running/recorder-store.ts'
import type { PageRecorder } from '../running/recorder.ts'
import type { Preferences } from '#contracts/preferences'

/**
 * While the screen is shown: the sources of the last recording, opened so that their levels are visible.
 * @returns waits until no source is being opened; false if the screen has been left by then
 */
export function useNewSources(last: Preferences['recorder']): () => Promise<boolean> {
  const recorder = useRecorder()
  const isWindow = useHost().kind === 'window'
  // Preferences remembered meanwhile do not reopen anything.
  const [remembered] = useState(last)
  const opened = useRef<Promise<boolean>>(Promise.resolve(false))
  useEffect(() => {
    let isGone = false
    recorder.watch()
    opened.current = openRemembered(recorder, remembered, isWindow, () => isGone)
      .then(noneOpening)
      .then(() => !isGone)
    const off = onInputsChanged(() => void recorder.sources.look())
    return () => {
      isGone = true
      off()
      void recorder.release()
    }
  }, [recorder, remembered, isWindow])
  return async () => {
    const isShown = await opened.current
    await noneOpening()
    return isShown
  }
}

/** Resolves once no source is being opened; the browser may be asking the person. */
async function noneOpening(): Promise<void> {
  const isOpening = (): boolean => useRecorderStore.getState().slots.some(({ state }) => state === 'opening')
  if (!isOpening()) return
  await new Promise<void>((resolve) => {
    const end = useRecorderStore.subscribe(() => {
      if (isOpening()) return
      end()
      resolve()
    })
  })
}

async function openRemembered(
  recorder: PageRecorder,
  { microphones = [''], system = 'off', systemInput = '' }: Preferences['recorder'],
  isWindow: boolean,
  isGone: () => boolean,
): Promise<void> {
  const { sources } = recorder
  const slots = microphones.map(() => sources.add('microphone', null))
  if (slots.length === 0) sources.add('microphone', null)
  const own = sources.add('system', null)
  const deviceOf = (label: string): string | null =>
    useRecorderStore.getState().inputs.find((input) => input.label === label)?.deviceId ?? null
  // The names of devices are only known after a microphone was allowed.
  await sources.refreshInputs()
  for (const [index, label] of microphones.entries()) {
    const slot = slots[index]
    if (isGone() || slot === null || slot === undefined) return
    await sources.open(slot.input, deviceOf(label))
    const found = label === '' ? null : deviceOf(label)
    if (isGone()) return
    if (found !== null && sources.slots.find(({ input }) => input === slot.input)?.chosen !== found)
      await sources.open(slot.input, found)
  }
  if (own === null || isGone()) return
  const input = system === 'input' ? deviceOf(systemInput) : null
  if (input !== null) await sources.open(own.input, input)
  // A browser asks what to share; the window shares it without asking, shortly after a click or key.
  else if (system === 'shared' && isWindow && navigator.userActivation.isActive)
    await sources.open(own.input, null)
}
