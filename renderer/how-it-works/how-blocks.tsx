import { wattHoursInWords } from '#core/notation/sizes'
import type { Block, Figures } from '#core/how-it-works/page-text'
import { roughLength } from '#core/notation/lengths'
import { screenMinutes } from '#core/sheet/energy'
import { useEnergy } from '../rpc/program-queries.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './how.module.css'
import { InlineText } from './inline-text.tsx'
import { Steps } from './steps.tsx'

export function HowBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p>
          <InlineText text={block.text} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <InlineText text={block.text} />
        </blockquote>
      )
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item) => (
            <li key={item}>
              <InlineText text={item} />
            </li>
          ))}
        </ul>
      )
    case 'steps':
      return <Steps steps={block.steps} />
    case 'figures':
      return <FigureTable figures={block.figures} />
    case 'cost':
      return <Cost />
  }
}

/** Each word of 100 is a mark: a straight one is right, a crooked one is wrong. */
function FigureTable({ figures: { caption, rows, from } }: { readonly figures: Figures }) {
  const say = useSay()
  return (
    <figure className={styles.figures}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{say('how.whose')}</VisuallyHidden>
            </th>
            <th scope="col" colSpan={2}>
              {say('how.of-100')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of100 }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.marks} aria-hidden>
                <svg viewBox="0 0 500 14" preserveAspectRatio="none">
                  <path className={styles.right} d={marks(of100, false)} />
                  <path className={styles.wrong} d={marks(of100, true)} />
                </svg>
              </td>
              <td>{of100}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        <InlineText text={from} />
      </figcaption>
    </figure>
  )
}

/** The wrong ones are spread evenly, as their positions are unknown. */
function marks(of100: number, wantWrong: boolean): string {
  return Array.from({ length: 100 }, (_, word) => {
    const isWrong = Math.floor(((word + 1) * of100) / 100) > Math.floor((word * of100) / 100)
    if (isWrong !== wantWrong) return ''
    const x = word * 5
    return isWrong ? `M${x + 0.5} 7l1-4 1.500 8 1-4` : `M${x + 1} 7h2.500`
  }).join('')
}

function Cost() {
  const say = useSay()
  const language = useLanguage()
  const { data } = useEnergy()
  const measured = data?.models.map(({ both, quick }) => both ?? quick).find((cost) => cost !== null)
  if (measured == null) return null
  const { minutes, wattHours, runs } = measured
  return (
    <p>
      {say('how.cost', {
        time: roughLength(minutes * 60_000, language),
        energy: wattHoursInWords(wattHours, language),
        screen: roughLength(screenMinutes(wattHours) * 60_000, language),
        runs,
      })}
    </p>
  )
}
