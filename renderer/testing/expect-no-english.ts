import { expect } from 'vitest'
import type { MessageGroup } from '#core/messages/message-group'

/** Of the messages of groups, none of the document's texts and names is in English only. */
export function expectNoEnglish(...groups: readonly MessageGroup<Record<string, string>>[]): void {
  const names = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
    ['aria-label', 'placeholder', 'title'].flatMap((name) => element.getAttribute(name) ?? []),
  )
  const texts = [...document.querySelectorAll('body *')].flatMap((element) =>
    [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.textContent ?? '').trim() : [])),
  )
  const english = new Set(
    groups.flatMap(({ en, fr }) =>
      Object.entries(en).flatMap(([key, text]) => (text === fr[key] ? [] : text)),
    ),
  )
  expect([...names, ...texts].filter((text) => english.has(text))).toEqual([])
}
