/** What stands beside the reasons: the job, the work of the window, the systems, and recognition beside leverage. */
import { Link } from '../components/Link.tsx'
import { ShareBar } from '../components/ShareBar.tsx'
import { Unknown } from '../components/Unknown.tsx'
import { formatCount, formatDate, formatDecimal, formatPlural, formatShare } from '../format.ts'
import { EVERY_SYSTEM, personAddress } from '../navigation/address.ts'
import type { Profile } from '../people/answers.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { MixBar } from '../people/MixBar.tsx'
import { MODE_LABEL, MODE_MEANING, modeColour, MODES } from '../people/modes.ts'
import { FactList } from '../systems/FactList.tsx'
import { LeverageCard } from './LeverageCard.tsx'
import styles from './ProfileFacts.module.css'
import { ThinkerCard } from './ThinkerCard.tsx'

const NO_PEOPLE = 'No people file says so.'

export function ProfileFacts({ profile }: { profile: Profile }) {
  const { person } = profile
  return (
    <aside className={styles.side} aria-label="Facts">
      <Job profile={profile} />
      <section className={styles.panel}>
        <h2>Work of the window</h2>
        {profile.window && (
          <p className={styles.quiet}>
            {formatDate(profile.window.from)} to {formatDate(profile.window.to)}
          </p>
        )}
        <div className={styles.mix}>
          <MixBar shares={person.modes} unknownBecause="No effort of theirs is recorded in the window." size="panel" />
        </div>
        {person.modes && (
          <ul className={styles.modes}>
            {MODES.map(mode => (
              <li key={mode}>
                <i style={{ background: modeColour(mode) }} />
                <span>
                  {MODE_LABEL[mode]} <small>{MODE_MEANING[mode]}</small>
                </span>
                <b>{formatShare(person.modes?.[mode] ?? 0)}</b>
              </li>
            ))}
          </ul>
        )}
        <FactList
          facts={[
            {
              label: 'Effort',
              value: person.effortHours,
              format: hours => `${formatCount(hours)} h`,
              unknownBecause: 'No effort is recorded.',
            },
            {
              label: 'Active weeks',
              value: person.observedWeeks,
              format: formatCount,
              unknownBecause: 'Not observed in the window.',
              note: 'with work on record, outside leave',
            },
            {
              label: 'Hours of work per meeting hour',
              value: person.workToMeeting,
              format: formatDecimal,
              unknownBecause: 'No meeting is recorded.',
            },
          ]}
        />
      </section>
      <Systems profile={profile} />
      {person.leverage && person.leverage.leverage !== null && <LeverageCard leverage={person.leverage} />}
      {person.systemsThinker && (person.systemsThinker.endToEndItems ?? 0) > 0 && <ThinkerCard measures={person.systemsThinker} />}
    </aside>
  )
}

function Job({ profile: { person, manager, reports } }: { profile: Profile }) {
  const employed = person.employed === null ? null : person.employed ? 'yes' : 'no longer here'
  const rows: readonly [string, string | null][] = [
    ['Title', person.title],
    ['Unit', person.orgUnit?.replaceAll('/', ' / ') ?? null],
    ['Role family', person.roleFamily],
    ['Track', person.track === null ? null : person.track === 'ic' ? 'contributor' : 'manager'],
    ['Employed', employed],
  ]
  return (
    <section className={styles.panel}>
      <h2>Job</h2>
      <dl className={styles.job}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? <Unknown because={NO_PEOPLE} />}</dd>
          </div>
        ))}
        <div>
          <dt>Reports to</dt>
          <dd>{manager ? <Link to={personAddress(manager.personId)}>{manager.name}</Link> : <Unknown because={NO_PEOPLE} />}</dd>
        </div>
        <div>
          <dt>Direct reports</dt>
          <dd>{formatCount(reports)}</dd>
        </div>
      </dl>
    </section>
  )
}

const SYSTEMS_SHOWN = 12

function Systems({ profile: { systems } }: { profile: Profile }) {
  const rest = systems.length - SYSTEMS_SHOWN
  return (
    <section className={styles.panel}>
      <h2>Systems</h2>
      {systems.length === 0 ? (
        <p className={styles.quiet}>No system they changed is known.</p>
      ) : (
        <table className={styles.systems}>
          <thead>
            <tr>
              <th scope="col">System</th>
              <th scope="col" title="Share of the system's artifacts they are an author of">
                Artifacts
              </th>
              <th scope="col" title="Share of the system's effort in 24 months">
                Effort
              </th>
            </tr>
          </thead>
          <tbody>
            {systems.slice(0, SYSTEMS_SHOWN).map(system => (
              <tr key={system.component}>
                <th scope="row">
                  <Link to={{ screen: 'system', component: system.component, query: EVERY_SYSTEM }}>{system.component}</Link>
                  {system.keeps && (
                    <small>
                      <FlagShape pattern="builder_trap" size={9} /> keeps it alone
                    </small>
                  )}
                </th>
                <td>
                  <ShareBar share={system.authored} unknownBecause="No artifact of it is known." />
                </td>
                <td>{system.effort === null ? <Unknown because="No effort on it is known." /> : formatShare(system.effort)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className={styles.quiet}>and {formatPlural(rest, 'further system')} with smaller shares</p>}
    </section>
  )
}
