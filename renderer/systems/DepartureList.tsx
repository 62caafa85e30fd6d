/** The systems a departure hurts, the most critical first: what happens, who could take over, what pairing restores. */
import { ArrowRight } from 'lucide-react'
import { ShareBar } from '../components/ShareBar.tsx'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { classes } from '../components/classes.ts'
import { formatCount, formatPlural, formatShare } from '../format.ts'
import { Change } from './DepartureFigures.tsx'
import styles from './DepartureList.module.css'
import { changeOfVerdict, turnsRed } from './leave-words.ts'
import { verdictOf } from './verdict.ts'
import type { Departure } from './answers.ts'

type Hurt = Departure['components'][number]

export function DepartureList({ departure, onOpen }: { departure: Departure; onOpen: (component: string) => void }) {
  if (departure.components.length === 0) return <p className={styles.none}>No system gets worse.</p>
  return (
    <ol className={styles.list} aria-label="Systems that get worse">
      {departure.components.map(hurt => (
        <li key={hurt.component} className={classes(styles.system, turnsRed(hurt) && styles.red)}>
          <HurtSystem hurt={hurt} onOpen={() => onOpen(hurt.component)} />
          <Successors hurt={hurt} />
        </li>
      ))}
    </ol>
  )
}

function HurtSystem({ hurt, onOpen }: { hurt: Hurt; onOpen: () => void }) {
  return (
    <div className={styles.hurt}>
      <h2>
        <button type="button" onClick={onOpen} data-focus={`open:${hurt.component}`}>
          {hurt.component}
        </button>
        <span className={styles.criticality}>criticality {formatCount(hurt.criticality)}</span>
      </h2>
      <p className={styles.verdicts}>
        <span className="visually-hidden">{changeOfVerdict(hurt)}</span>
        <span aria-hidden="true">
          <VerdictMark verdict={verdictOf(hurt.before)} />
          {hurt.before !== hurt.after && (
            <>
              <ArrowRight size={14} />
              <VerdictMark verdict={verdictOf(hurt.after)} />
            </>
          )}
        </span>
        {hurt.keeperAfter && <span className={styles.quiet}>{hurt.keeperAfter.name} alone</span>}
      </p>
      <dl>
        <div>
          <dt>With an author</dt>
          <dd>
            <Change change={hurt.coverage} format={formatShare} />
          </dd>
        </div>
        <div>
          <dt>Truck factor</dt>
          <dd>
            <Change change={hurt.truckFactor} format={formatCount} />
          </dd>
        </div>
        <div>
          <dt>Artifacts lost</dt>
          <dd>
            {formatCount(hurt.artifactsLost)} of {formatCount(hurt.authoredArtifacts)}
          </dd>
        </div>
      </dl>
    </div>
  )
}

function Successors({ hurt }: { hurt: Hurt }) {
  return (
    <div className={styles.after}>
      {hurt.successors.length === 0 ? (
        <p className={styles.quiet}>Nobody else has worked on it: it would have to be learned from nothing.</p>
      ) : (
        <table className={styles.successors}>
          <thead>
            <tr>
              <th scope="col">Could take over</th>
              <th scope="col">Knows</th>
              <th scope="col">Room</th>
              <th scope="col" className={styles.number}>
                Until an author
              </th>
            </tr>
          </thead>
          <tbody>
            {hurt.successors.map(successor => (
              <tr key={successor.personId}>
                <th scope="row">{successor.name}</th>
                <td>
                  <ShareBar share={successor.knowledge} unknownBecause="" />
                </td>
                <td>
                  <ShareBar share={successor.room} unknownBecause="No effort of theirs is recorded in the window." />
                </td>
                <td className={styles.number}>
                  {successor.furtherChanges === null ? '–' : formatPlural(successor.furtherChanges, 'change')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hurt.pairing !== null && <p className={styles.pairing}>{hurt.pairing}</p>}
    </div>
  )
}
