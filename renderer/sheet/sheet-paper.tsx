import type { Sheet, SheetModel } from '#core/sheet/sheet'
import { type ModelWords, sheetWords } from '#core/sheet/sheet-words'
import { opennessPoints } from '#core/models/openness-points'
import { useLanguage, useLocale, useSay } from '../ui/words.tsx'
import styles from './sheet.module.css'

/** Five numbers, the models, the run. */
export function SheetPaper({ sheet }: { readonly sheet: Sheet }) {
  const say = useSay()
  const words = sheetWords(sheet, useLanguage(), useLocale())
  return (
    <article>
      <h1>{words.heading}</h1>
      <p className={styles.about}>{words.about}</p>
      <dl className={styles.facts}>
        {words.facts.map(({ label, value, detail }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {words.models.length > 0 && (
        <>
          <h2>{say('sheet.models')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('sheet.model')}</th>
                <th scope="col">{say('sheet.model.licence')}</th>
                <th scope="col">{say('sheet.model.data')}</th>
                <th scope="col" className={styles.number}>
                  {say('sheet.model.openness')}
                </th>
              </tr>
            </thead>
            <tbody>
              {words.models.map((model, index) => (
                <ModelRow key={model.role} model={model} openness={sheet.models[index]?.openness ?? null} />
              ))}
            </tbody>
          </table>
          <p className={styles.meta}>{words.openSource}</p>
        </>
      )}
      <h2>{say('sheet.run')}</h2>
      <dl className={styles.rows}>
        {words.run.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function ModelRow({
  model: { name, role, hashes, licence, maker, data, openness: counted, points },
  openness,
}: {
  readonly model: ModelWords
  readonly openness: SheetModel['openness']
}) {
  return (
    <tr>
      <td>
        <b>{name}</b>
        <span>{role}</span>
        {hashes.map((hash) => (
          <code key={hash}>{hash}</code>
        ))}
      </td>
      <td>
        <span>{licence}</span>
        <span>{maker}</span>
      </td>
      <td>{data}</td>
      <td className={styles.number}>
        {openness === null ? (
          counted
        ) : (
          <details className={styles.openness}>
            <summary>
              <span className={styles.strip} aria-hidden>
                {opennessPoints.map((point) => (
                  <i key={point} data-open={openness[point] ?? 'unknown'} />
                ))}
              </span>
              {counted}
            </summary>
            {points}
          </details>
        )}
      </td>
    </tr>
  )
}
