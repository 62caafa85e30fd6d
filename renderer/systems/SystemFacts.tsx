/** The side of a system's page: who knows it, who is next, and its figures. */
import { ShareBar } from '../components/ShareBar.tsx'
import { formatCount, formatDate, formatDecimal, formatPlural, formatShare } from '../format.ts'
import { FactList } from './FactList.tsx'
import styles from './SystemFacts.module.css'
import { unknownBecause } from './verdict.ts'
import type { SystemDetail } from './answers.ts'

export function SystemFacts({ detail }: { detail: SystemDetail }) {
  const { entry, row, names } = detail
  const nameOf = (id: string) => names[id] ?? id
  const noAuthor = entry.keepers === null ? unknownBecause(row) : 'No contribution names an artifact, so authorship is not known.'
  return (
    <aside className={styles.side} aria-label="Facts">
      <section className={styles.panel}>
        <h2>People who know it</h2>
        {entry.top.length === 0 ? (
          <p className={styles.quiet}>{noAuthor}</p>
        ) : (
          <ul className={styles.people}>
            {entry.top.map(person => (
              <li key={person.personId}>
                <span className={styles.name}>
                  {nameOf(person.personId)}
                  <small>{formatPlural(person.artifacts, 'artifact')}</small>
                </span>
                <ShareBar share={person.share} unknownBecause="" />
              </li>
            ))}
          </ul>
        )}
        {row.second && (
          <p className={styles.next}>
            <b>{row.second.name}</b> is next in line
            {row.second.furtherChanges === null
              ? '.'
              : row.second.furtherChanges === 0
                ? ' and holds enough already.'
                : `: ${formatPlural(row.second.furtherChanges, 'further change')} and one person alone no longer holds it.`}
          </p>
        )}
      </section>
      <section className={styles.panel}>
        <h2>Figures</h2>
        <FactList
          facts={[
            {
              label: 'Truck factor now',
              value: entry.currentTruckFactor,
              format: formatCount,
              unknownBecause: row.keepers === null ? noAuthor : 'No people file says who is still here.',
            },
            {
              label: 'Truck factor ever',
              value: entry.truckFactor,
              format: formatCount,
              unknownBecause: noAuthor,
              note: 'comparable with published values',
            },
            { label: 'Pruned', value: entry.prunedTruckFactor, format: formatCount, unknownBecause: noAuthor },
            {
              label: 'Effective contributors',
              value: entry.effectiveContributors,
              format: formatDecimal,
              unknownBecause: 'No effort is known.',
              note: 'as many equal contributors would spread the work so',
            },
            {
              label: 'Absence factor',
              value: entry.absenceFactor,
              format: formatCount,
              unknownBecause: 'No contribution is known.',
              note: 'fewest people with half of the contributions',
            },
            {
              label: 'Exposure',
              value: entry.exposure,
              format: formatShare,
              unknownBecause: noAuthor,
              note: 'criticality times what hangs on the keeper',
            },
            {
              label: 'Criticality',
              value: entry.criticality,
              format: formatCount,
              unknownBecause: '',
              note: [
                entry.criticalityAssumed ? 'assumed: no components file says' : 'of 5',
                entry.matters ? 'it matters' : 'below what matters here',
              ].join(', '),
            },
            {
              label: 'Artifacts with an author',
              value: entry.artifacts === 0 ? null : entry.authoredArtifacts,
              format: value => `${formatCount(value)} of ${formatCount(entry.artifacts)}`,
              unknownBecause: 'No artifact of it is known.',
            },
          ]}
        />
        <p className={styles.quiet}>
          {formatPlural(entry.contributions, 'contribution')}
          {entry.firstChange !== null &&
            entry.lastChange !== null &&
            `, changed from ${formatDate(entry.firstChange)} to ${formatDate(entry.lastChange)}`}
          {entry.regulated === true && ' · regulated'}
          {entry.core === true && ' · core'}
        </p>
      </section>
      {entry.initialImports.length > 0 && (
        <section className={styles.panel}>
          <h2>Likely initial imports</h2>
          <ul>
            {entry.initialImports.map(({ personId, date, share }) => (
              <li key={`${personId} ${date}`}>
                {nameOf(personId)} first touched {formatShare(share)} of it on {formatDate(date)}.
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>Whoever moves files in need not know them. Effort, not authorship alone, makes a keeper.</p>
        </section>
      )}
    </aside>
  )
}
