/** How many rows of each kind are new, updated, unchanged or in conflict, and who would leave; each count opens its list. */
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { formatCount, formatPlural } from '../format.ts'
import styles from './ChangeCounts.module.css'
import { CHANGES, changeCount } from './change-words.ts'
import { kindName } from './kind-words.ts'
import type { Change, Review } from './answers.ts'

interface Props {
  review: Review
  opened: Change | null
  onOpen: (change: Change) => void
}

export function ChangeCounts({ review, opened, onOpen }: Props) {
  const { changes, people, questions } = review
  const isNothing =
    questions.length === 0 &&
    changes.every(counts => counts.new + counts.updated + counts.conflicting === 0) &&
    (people?.leaving ?? 0) === 0
  return (
    <section>
      <h2>What changes in the workspace</h2>
      {isNothing && <p className={styles.hint}>Nothing: all of it is in the workspace already.</p>}
      <table className={classes(table.table, styles.kinds)}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className={table.number}>
              New
            </th>
            <th scope="col" className={table.number}>
              Updated
            </th>
            <th scope="col" className={table.number}>
              Unchanged
            </th>
            <th scope="col" className={table.number}>
              Conflicting
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(counts => (
            <tr key={counts.kind}>
              <th scope="row">{kindName(counts.kind)}</th>
              <td className={table.number}>{formatCount(counts.new)}</td>
              <td className={table.number}>{formatCount(counts.updated)}</td>
              <td className={table.number}>{formatCount(counts.unchanged)}</td>
              <td className={table.number}>{formatCount(counts.conflicting)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {people && <p className={styles.people}>{peopleWords(people)}</p>}
      <div className={styles.lists} role="group" aria-label="Lists of changes">
        {CHANGES.map(({ change, name }) => {
          const count = changeCount(review, change)
          return (
            count !== null && (
              <button
                key={change}
                type="button"
                className={styles.list}
                aria-pressed={change === opened}
                aria-disabled={count === 0 || undefined}
                title={count === 0 ? 'There is none.' : undefined}
                onClick={() => count > 0 && onOpen(change)}
                data-focus={`change:${change}`}
              >
                {name} <b>{formatCount(count)}</b>
              </button>
            )
          )
        })}
      </div>
    </section>
  )
}

function peopleWords({ employed, leaving, notListed, missingPeople, changedIds }: NonNullable<Review['people']>): string {
  const taken = missingPeople === 'left' ? ': taken as left' : missingPeople === 'keep' ? ': they stay as they are' : ''
  const parts = [
    `${formatPlural(employed, 'person is', 'people are')} employed in the workspace now`,
    `${formatCount(leaving)} would leave`,
    `${formatCount(notListed)} ${notListed === 1 ? 'is' : 'are'} not listed${notListed > 0 ? taken : ''}`,
    `${formatCount(changedIds)} ${changedIds === 1 ? 'has' : 'have'} a new id`,
  ]
  return `${parts.join(' · ')}.`
}
