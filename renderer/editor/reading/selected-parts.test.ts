// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import { selectedParts } from './selected-parts.ts'

const { paragraphs } = conversation()

afterEach(() => document.body.replaceChildren())

/** A page as rendered by the view: a heading with the name before each paragraph. */
function drawn(): { view: HTMLElement; texts: Node[]; headings: HTMLElement[] } {
  const view = document.createElement('article')
  for (const paragraph of paragraphs) {
    const heading = document.createElement('h3')
    heading.textContent = 'Somebody, 0:00'
    const element = document.createElement('p')
    element.dataset['paragraph'] = paragraph.id
    element.textContent = paragraphText(paragraph)
    view.append(heading, element)
  }
  document.body.append(view)
  const texts = [...view.querySelectorAll('p')].flatMap(({ firstChild }) => firstChild ?? [])
  return { view, texts, headings: [...view.querySelectorAll('h3')] }
}

function rangeOf(start: Node, startOffset: number, end: Node, endOffset: number): Range {
  const range = document.createRange()
  range.setStart(start, startOffset)
  range.setEnd(end, endOffset)
  return range
}

it('gives the selected part of each paragraph, and nothing of the headings between', () => {
  const { view, texts } = drawn()
  const parts = selectedParts(view, rangeOf(texts[0]!, 14, texts[2]!, 4), paragraphs)
  expect(parts).toEqual([
    { paragraph: paragraphs[0], from: 14, text: 'last night?' },
    { paragraph: paragraphs[1], from: 0, text: 'Nobody. They all went home.' },
    { paragraph: paragraphs[2], from: 0, text: 'That' },
  ])
})

it('takes whole paragraphs where the selection begins and ends in headings, and a part of one alone', () => {
  const { view, texts, headings } = drawn()
  const whole = selectedParts(view, rangeOf(headings[0]!, 0, headings[2]!, 0), paragraphs)
  expect(whole.map(({ text }) => text)).toEqual(['Who was there last night?', 'Nobody. They all went home.'])
  expect(selectedParts(view, rangeOf(texts[1]!, 8, texts[1]!, 16), paragraphs)).toEqual([
    { paragraph: paragraphs[1], from: 8, text: 'They all' },
  ])
})
