/** The route as a table: the twin of its chart for reading, the newest month first. */
import table from '../components/Table.module.css'
import { formatCount, formatMonth, formatShare } from '../format.ts'
import type { Profile } from '../people/answers.ts'
import { MODE_LABEL, MODES, totalHours } from '../people/modes.ts'
import { routeEvents } from './route-events.ts'
import { monthName, routeMonths } from './route-months.ts'

export function RouteTable({ profile }: { profile: Profile }) {
  const months = routeMonths(profile.months, profile.asOf).toReversed()
  const events = routeEvents(profile)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {MODES.map(mode => (
            <th key={mode} scope="col" className={table.number}>
              {MODE_LABEL[mode]}
            </th>
          ))}
          <th scope="col" className={table.number}>
            Hours
          </th>
          <th scope="col">Job events</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ index, hours, shares }) => (
          <tr key={index}>
            <th scope="row" className={table.tight}>
              {formatMonth(monthName(index))}
            </th>
            {shares && hours ? (
              <>
                {MODES.map(mode => (
                  <td key={mode} className={table.number}>
                    {formatShare(shares[mode])}
                  </td>
                ))}
                <td className={table.number}>{formatCount(totalHours(hours))}</td>
              </>
            ) : (
              <td colSpan={MODES.length + 1} className={table.quiet}>
                nothing on record
              </td>
            )}
            <td className={table.long}>
              {events
                .filter(event => Math.floor(event.position) === index)
                .map(event => event.label)
                .join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
