/** What is told otherwise than at the end of the last quarter, and why; or the offer to compute that day. */
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatDate, formatList, formatPlural } from '../format.ts'
import { EVERY_SYSTEM, personAddress } from '../navigation/address.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { EVERYBODY } from '../people/people-query.ts'
import styles from './OverviewScreen.module.css'
import type { Comparison, Since } from './overview-store.ts'
import { flagChangeWords } from './overview-words.ts'

interface Props {
  since: Since | null
  isBusy: boolean
  onCompute: (days: readonly string[]) => void
}

export function SinceQuarter({ since, isBusy, onCompute }: Props) {
  return (
    <section className={styles.part} aria-labelledby="overview-since">
      <h2 id="overview-since">Since the last quarter</h2>
      {since === null && <Waiting>Reading what changed</Waiting>}
      {since?.kind === 'none' && (
        <p className={styles.lead}>The records do not reach back far enough to compare with an earlier quarter.</p>
      )}
      {since?.kind === 'missing' && (
        <>
          <p>
            To say what changed since {formatDate(since.from)}, {since.days.length === 1 ? 'one day has' : 'two days have'} to be computed
            from the records and settings of now: {formatList(since.days.map(formatDate))}. Nothing else changes.
          </p>
          <div>
            <Button
              onPress={() => onCompute(since.days)}
              disabledReason={isBusy ? 'Something is being computed now.' : null}
              focusName="compute-quarter"
            >
              Compute {since.days.length === 1 ? 'it' : 'both days'}
            </Button>
          </div>
        </>
      )}
      {since?.kind === 'compared' && <Changes comparison={since.comparison} />}
    </section>
  )
}

const SHOWN = 5

function Changes({ comparison }: { comparison: Comparison }) {
  const { from, to, steps, people, systems, units } = comparison
  return (
    <>
      <p>
        From {formatDate(from)} to {formatDate(to)}: {flagChangeWords(comparison).toLowerCase()}, {formatPlural(systems.total, 'system')}{' '}
        and {formatPlural(units.total, 'unit')} told otherwise.
      </p>
      {steps.flatMap(({ cause, words }) =>
        words.map(line => (
          <p key={`${cause} ${line}`} className={styles.lead}>
            {line}
          </p>
        )),
      )}
      {people.rows.length > 0 && (
        <ul className={styles.changes} aria-label="Flags that changed">
          {people.rows.slice(0, SHOWN).map(row => (
            <li key={`${row.personId} ${row.pattern}`}>
              <FlagShape pattern={row.pattern} />
              <span>
                <Link to={personAddress(row.personId)} focusName={`changed:${row.personId}:${row.pattern}`}>
                  {row.name}
                </Link>{' '}
                {row.words}
              </span>
            </li>
          ))}
        </ul>
      )}
      {people.total > SHOWN && (
        <p className={styles.lead}>
          and {formatCount(people.total - SHOWN)} more{' '}
          <Link to={{ screen: 'people', query: { ...EVERYBODY, flags: ['any'] } }}>among those flagged now</Link>
        </p>
      )}
      {systems.rows.length > 0 && (
        <ul className={styles.changes} aria-label="Systems told otherwise">
          {systems.rows.slice(0, SHOWN).map(row => (
            <li key={row.component}>
              <span>
                <Link to={{ screen: 'system', component: row.component, query: EVERY_SYSTEM }} focusName={`changed:${row.component}`}>
                  {row.component}
                </Link>{' '}
                {row.words}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
