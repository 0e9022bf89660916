import type { SelectedPart } from '#core/formats/documents/copied-text'
import type { Paragraph } from '#core/transcript/transcript'

/** The selected text of each paragraph; `<p data-paragraph="ID">` in the view holds the paragraph's text. */
export function selectedParts(
  view: Element,
  selection: Range,
  paragraphs: readonly Paragraph[],
): SelectedPart[] {
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  return [...view.querySelectorAll<HTMLElement>('p[data-paragraph]')].flatMap((element): SelectedPart[] => {
    if (!selection.intersectsNode(element)) return []
    const paragraph = byId.get(element.dataset['paragraph'] ?? '') ?? null
    const part = document.createRange()
    part.selectNodeContents(element)
    const before = part.cloneRange()
    if (selection.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
      part.setStart(selection.startContainer, selection.startOffset)
    }
    if (selection.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
      part.setEnd(selection.endContainer, selection.endOffset)
    }
    before.setEnd(part.startContainer, part.startOffset)
    return [{ paragraph, from: before.toString().length, text: part.toString() }]
  })
}
