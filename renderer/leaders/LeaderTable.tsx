/** Leaders in the order of names: what each behaviour was seen in, out of what it could have been seen in. */
import { Unknown } from '../components/Unknown.tsx'
import { ShareBar } from '../components/ShareBar.tsx'
import { formatCount, formatList, formatShare, formatShortList } from '../format.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { BEHAVIOUR_WORDS, BEHAVIOURS } from '../organisation/figures.ts'
import type { Leader } from './answers.ts'
import { FRESHNESS_UNKNOWN, PROXIMITY_UNKNOWN, untoldBecause } from './leader-words.ts'
import styles from './LeaderTable.module.css'

interface Props {
  leaders: readonly Leader[]
  chosen: string | null
  onChoose: (leader: Leader) => void
}

export function LeaderTable({ leaders, chosen, onChoose }: Props) {
  return (
    <table className={styles.table} aria-label="Leaders">
      <thead>
        <tr>
          <th scope="col">Leader</th>
          <th scope="col" title="People who report to them, and all below">
            Reports
          </th>
          <th scope="col">Systems</th>
          {BEHAVIOURS.map(name => (
            <th key={name} scope="col" title={BEHAVIOUR_WORDS[name].label}>
              {BEHAVIOUR_WORDS[name].short}
            </th>
          ))}
          <th scope="col" title="Mean of the three; an unknown one counts as a half">
            Proximity
          </th>
          <th scope="col" title="Weeks with hands-on work, older ones counting less">
            Freshness
          </th>
          <th scope="col">Place</th>
        </tr>
      </thead>
      <tbody>
        {leaders.map(leader => (
          <LeaderRow key={leader.personId} leader={leader} isChosen={leader.personId === chosen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  )
}

function LeaderRow({ leader, isChosen, onChoose }: { leader: Leader; isChosen: boolean; onChoose: Props['onChoose'] }) {
  const { personId, name, title, orgUnit, reports, peopleBelow, owned, proximity, freshness } = leader
  const place = [title, orgUnit?.replaceAll('/', ' / ')].filter(Boolean).join(' · ')
  return (
    <tr className={styles.row} data-chosen={isChosen || undefined} onClick={() => onChoose(leader)}>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-expanded={isChosen}
          data-row={personId}
          data-focus={`leader:${personId}`}
          onClick={event => {
            event.stopPropagation()
            onChoose(leader)
          }}
        >
          {name}
        </button>
        {place !== '' && <small title={place}>{place}</small>}
      </th>
      <td className={styles.number}>
        {formatCount(reports)}
        {peopleBelow > reports && <small>{formatCount(peopleBelow)} below</small>}
      </td>
      <td className={styles.systems} title={formatList(owned)}>
        {owned.length === 0 ? (
          <Unknown because="Neither accountable_for, owner_unit nor work of their reports tells." />
        ) : (
          formatShortList(owned, 2)
        )}
      </td>
      {BEHAVIOURS.map(behaviour => {
        const told = leader[behaviour]
        return (
          <td key={behaviour} className={styles.number}>
            {told.share === null ? (
              <Unknown because={untoldBecause(told)} />
            ) : (
              <span title={formatShare(told.share)}>
                {formatCount(told.seen)} of {formatCount(told.of)}
              </span>
            )}
          </td>
        )
      })}
      <td>
        <ShareBar share={proximity} unknownBecause={PROXIMITY_UNKNOWN} />
      </td>
      <td>
        <ShareBar share={freshness} unknownBecause={FRESHNESS_UNKNOWN} />
      </td>
      <td className={styles.marks}>
        {leader.distant && (
          <span title="Answers for much, and little of their work is near it: a question, not a verdict">
            <FlagShape pattern="distant_leader" /> distant
          </span>
        )}
        {leader.playerCoach === true && <span title="Has reports and builds more than the median builder below them">player-coach</span>}
      </td>
    </tr>
  )
}
