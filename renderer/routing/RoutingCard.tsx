/** One person in a question: the strongest reasons down to their contributions, what speaks against it, and other routes. */
import { ChevronRight } from 'lucide-react'
import { Link } from '../components/Link.tsx'
import { formatPlural } from '../format.ts'
import { personAddress } from '../navigation/address.ts'
import type { RoutingEntry } from '../people/answers.ts'
import { initialsOf } from '../people/initials.ts'
import { BAND_MEANING } from '../people/patterns.ts'
import { rowsWords, steadinessWords } from '../profile/flag-words.ts'
import { Points } from '../profile/Points.tsx'
import styles from './RoutingCard.module.css'

const REASONS = 3

export function RoutingCard({ entry: { personId, name, title, orgUnit, flag } }: { entry: RoutingEntry }) {
  const rest = flag.reasons.length - REASONS
  const place = [title, orgUnit?.replaceAll('/', ' / ')].filter(Boolean).join(' · ')
  return (
    <li className={styles.card} tabIndex={-1} data-entry={personId} data-focus={`entry:${flag.pattern}:${personId}`}>
      <div className={styles.who}>
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(name)}
        </span>
        <div>
          <h3>
            <Link to={personAddress(personId)} focusName={`profile:${flag.pattern}:${personId}`}>
              {name}
            </Link>
          </h3>
          {place !== '' && <p className={styles.quiet}>{place}</p>}
          <p className={styles.ground}>
            <span className={styles.band} title={BAND_MEANING[flag.band]}>
              {flag.band}
            </span>{' '}
            {steadinessWords(flag.steadiness)}
          </p>
        </div>
      </div>
      <section>
        <h4>Why it is asked</h4>
        <ul className={styles.reasons}>
          {flag.reasons.slice(0, REASONS).map((reason, index) => (
            <li key={reason.measure}>
              <p>{reason.words}</p>
              {reason.rows > 0 && (
                <Link
                  to={personAddress(personId, { pattern: flag.pattern, reason: index })}
                  label={`${rowsWords(reason.rows)} behind: ${reason.words}`}
                  focusName={`behind:${flag.pattern}:${personId}:${index}`}
                >
                  {rowsWords(reason.rows)} <ChevronRight size={12} aria-hidden="true" />
                </Link>
              )}
            </li>
          ))}
        </ul>
        {rest > 0 && <p className={styles.quiet}>and {formatPlural(rest, 'more reason')} in the profile</p>}
      </section>
      <div className={styles.rest}>
        <Points title="What speaks against it" points={flag.counter} none="Nothing in these files." />
        <Points title="Other routes to talk about" points={flag.routes} none="None is offered." />
      </div>
    </li>
  )
}
