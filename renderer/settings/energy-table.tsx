import { formatDate } from '#core/notation/dates'
import { formatNumber } from '#core/notation/numbers'
import { roughLength } from '#core/notation/lengths'
import { wattHoursInWords } from '#core/notation/sizes'
import { screenMinutes } from '#core/sheet/energy'
import { useEnergy } from '../rpc/program-queries.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import styles from './energy-table.module.css'

/** The energy that tasks used, by month; renders nothing until known. */
export function EnergyTable() {
  const say = useSay()
  const language = useLanguage()
  const { data, error } = useEnergy()
  if (error) return <ErrorNotice error={error} />
  if (data === undefined) return null
  const locale = localeOf(language)
  const amount = (wattHours: number): string => wattHoursInWords(wattHours, language)
  return (
    <div className={styles.energy}>
      <h4>{say('energy.heading')}</h4>
      <p className={styles.meta}>{say(data.months.length === 0 ? 'energy.none' : 'energy.hint')}</p>
      {data.months.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('energy.month')}</th>
              <th scope="col">{say('energy.tasks')}</th>
              <th scope="col">{say('energy.used')}</th>
              <th scope="col">{say('energy.screen')}</th>
            </tr>
          </thead>
          <tbody>
            {data.months.map(({ month, runs, energy }) => (
              <tr key={month}>
                <th scope="row">
                  {formatDate(Date.parse(`${month}-15T12:00:00`), locale, { month: 'long', year: 'numeric' })}
                </th>
                <td>{formatNumber(runs, locale)}</td>
                <td>
                  {amount(energy.wattHours)}
                  <span className={styles.meta}>
                    {say(`energy.range.${energy.source}`, {
                      least: amount(energy.leastWattHours),
                      most: amount(energy.mostWattHours),
                    })}
                  </span>
                </td>
                <td>{roughLength(screenMinutes(energy.wattHours) * 60_000, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
