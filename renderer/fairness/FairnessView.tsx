/** Flags by group: the table with what is suppressed shown as suppressed, and how steady the flags are. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { EmptyState } from '../components/EmptyState.tsx'
import table from '../components/Table.module.css'
import { classes } from '../components/classes.ts'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatDate, formatShare } from '../format.ts'
import { FlagMark } from '../people/FlagMark.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import styles from './FairnessView.module.css'
import type { Comparison, Fairness } from './fairness-store.ts'
import { attributeName, chanceWords, fairnessSummary, isHardlyChance, isShown, readingOf, shareWords } from './fairness-words.ts'

export function FairnessView() {
  const { fairness: store, workspace } = useStores()
  const { fairness, failure, load } = useStore(store)
  const { dataVersion, workspace: open } = useStore(workspace)
  const isAllowed = open?.scope.shows === 'people' && open.analysis.status !== 'none'
  useEffect(() => {
    if (isAllowed) void load()
  }, [isAllowed, load, dataVersion])
  if (open && !isAllowed)
    return open.scope.shows === 'people' ? (
      <EmptyState title="Nothing has been analysed yet">
        <p>The fairness check runs with every analysis. It needs a people file with demographic columns, and contributions.</p>
      </EmptyState>
    ) : (
      <EmptyState title="This workspace shows systems and units only">
        <p>Flags of people are left out, so there is nothing to compare by group.</p>
      </EmptyState>
    )
  return (
    <div className={styles.page}>
      <ScreenFailure failure={failure} onRetry={() => void load()} />
      {!fairness && !failure && <Waiting>Reading the fairness check</Waiting>}
      {fairness && (
        <>
          <Comparisons fairness={fairness} />
          <Stability stability={fairness.stability} />
        </>
      )}
    </div>
  )
}

/** Of the table of comparisons. */
const COLUMNS = 8

function Comparisons({ fairness }: { fairness: Fairness }) {
  const { comparisons, asOf } = fairness
  return (
    <section aria-labelledby="fairness-groups">
      <h2 id="fairness-groups">Flags by group</h2>
      {comparisons.length === 0 ? (
        <p className={styles.lead}>
          Nothing to compare: no demographic column was imported, or none has two groups. A people file with columns such as
          demographic_gender makes this check possible; they are read here and nowhere else, and change no flag.
        </p>
      ) : (
        <>
          <p className={styles.lead}>
            {fairnessSummary(fairness)} {asOf !== null && `As of ${formatDate(asOf)}.`} This check runs when all flags stand and changes
            none. Whether a flag is a burden is for you to say.
          </p>
          <div className={styles.panel} tabIndex={0} role="group" aria-label="Flags by group">
            <table className={classes(table.table, styles.table)} aria-labelledby="fairness-groups">
              <thead>
                <tr>
                  <th scope="col">Flag</th>
                  <th scope="col">Group</th>
                  <th scope="col">Flagged in the group</th>
                  <th scope="col">Among the others</th>
                  <th scope="col" className={table.number} title="Adverse-impact ratio: the lower share flagged over the higher">
                    Impact ratio
                  </th>
                  <th scope="col" className={table.number} title="Fisher's exact test, two-sided, those just as uneven counted half">
                    Mid-P
                  </th>
                  <th
                    scope="col"
                    className={table.number}
                    title="How few people would have to gain or lose the flag for the ratio to cross the line"
                  >
                    People to turn it
                  </th>
                  <th scope="col">How to read it</th>
                </tr>
              </thead>
              {[...new Set(comparisons.map(({ attribute }) => attribute))].map(attribute => (
                <tbody key={attribute}>
                  <tr className={styles.attribute}>
                    <th scope="rowgroup" colSpan={COLUMNS}>
                      {attributeName(attribute)}
                    </th>
                  </tr>
                  {comparisons
                    .filter(one => one.attribute === attribute)
                    .map(one => (
                      <Row key={`${one.pattern} ${one.group ?? ''}`} one={one} fairness={fairness} />
                    ))}
                </tbody>
              ))}
            </table>
          </div>
        </>
      )}
    </section>
  )
}

function Row({ one, fairness }: { one: Comparison; fairness: Fairness }) {
  const shown = fairness.comparisons.filter(isShown).length
  const isNotable = one.underFourFifths === true && isHardlyChance(one, shown)
  const suppressed = <span className={styles.suppressed}>suppressed</span>
  return (
    <tr className={classes(isNotable && styles.notable)}>
      <td className={table.tight}>
        <FlagMark pattern={one.pattern} />
      </td>
      <th scope="row">{one.group ?? suppressed}</th>
      <td className={table.tight}>{shareWords(one.flagged, one.people) ?? suppressed}</td>
      <td className={table.tight}>{shareWords(one.otherFlagged, one.otherPeople) ?? suppressed}</td>
      <td className={table.number}>
        {one.suppressed ? '–' : one.adverseImpactRatio === null ? 'none' : one.adverseImpactRatio.toFixed(2)}
      </td>
      <td className={table.number}>{one.fisherMidP === null ? '–' : chanceWords(one.fisherMidP)}</td>
      <td className={table.number}>{one.flipsWithin === null ? '–' : formatCount(one.flipsWithin)}</td>
      <td className={styles.reading}>{readingOf(one, fairness)}</td>
    </tr>
  )
}

function Stability({ stability }: Pick<Fairness, 'stability'>) {
  return (
    <section aria-labelledby="fairness-stability">
      <h2 id="fairness-stability">How steady the flags are</h2>
      <p className={styles.lead}>
        The share of flags that are still raised with every threshold a tenth stricter. Where it is low, a flag hangs on where the line was
        drawn.
      </p>
      {stability.length === 0 ? (
        <p className={styles.lead}>No flag is raised.</p>
      ) : (
        <div className={classes(styles.panel, styles.narrow)}>
          <table className={table.table} aria-labelledby="fairness-stability">
            <thead>
              <tr>
                <th scope="col">Flag</th>
                <th scope="col">Band</th>
                <th scope="col" className={table.number}>
                  Flags
                </th>
                <th scope="col" className={table.number}>
                  Still raised
                </th>
              </tr>
            </thead>
            <tbody>
              {stability.map(({ pattern, band, flags, surviving }) => (
                <tr key={`${pattern} ${band}`}>
                  <th scope="row">
                    <FlagMark pattern={pattern} />
                  </th>
                  <td>{band}</td>
                  <td className={table.number}>{formatCount(flags)}</td>
                  <td className={table.number}>{formatShare(surviving)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
