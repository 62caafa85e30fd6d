/** The person under the cursor, beside the table: enough to decide whether to open the profile. */
import { X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import { Unknown } from '../components/Unknown.tsx'
import { formatCount, formatPlural, formatShare } from '../format.ts'
import { EVERY_SYSTEM } from '../navigation/address.ts'
import type { Flag, Profile } from './answers.ts'
import { FlagMark, FlagShape } from './FlagMark.tsx'
import { initialsOf } from './initials.ts'
import { MixBar } from './MixBar.tsx'
import { MODE_LABEL, modeColour, MODES } from './modes.ts'
import { missingWords } from './missing-words.ts'
import { PATTERN_WORDS } from './patterns.ts'
import { PeekFrame } from '../components/PeekFrame.tsx'
import styles from './PersonPeek.module.css'

interface Props {
  profile: Profile | null
  width: number
  onWidth: (width: number) => void
  onClose: () => void
  onOpen: () => void
}

const REASONS = 3
const SYSTEMS = 6

export function PersonPeek({ profile, width, onWidth, onClose, onOpen }: Props) {
  return (
    <PeekFrame
      width={width}
      onWidth={onWidth}
      actions={
        <>
          <Button onPress={onOpen} keys="↵">
            Open profile
          </Button>
          <Button variant="quiet" onPress={onClose} keys="Space">
            <X size={14} aria-hidden="true" /> Close
          </Button>
        </>
      }
    >
      {profile ? (
        <div className={styles.body} tabIndex={0} role="group" aria-label={`Peek at ${profile.name}`} data-region-focus>
          <Body profile={profile} />
        </div>
      ) : (
        <div className={styles.body} />
      )}
    </PeekFrame>
  )
}

function Body({ profile }: { profile: Profile }) {
  const { person, name, manager } = profile
  const place = [person.title, person.orgUnit?.replaceAll('/', ' / '), manager && `reports to ${manager.name}`].filter(Boolean)
  return (
    <>
      <div className={styles.head}>
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(name)}
        </span>
        <div>
          <h2>{name}</h2>
          <p>{place.length > 0 ? place.join(' · ') : 'Nothing is recorded of their job.'}</p>
        </div>
      </div>
      {person.flags.length === 0 ? (
        <p>No pattern is flagged.</p>
      ) : (
        <section>
          <h3>Why flagged</h3>
          <ul className={styles.flags}>
            {person.flags.map(flag => (
              <FlagWords key={flag.pattern} flag={flag} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Work of the window</h3>
        <MixBar shares={person.modes} unknownBecause="No effort of theirs is recorded in the window." size="panel" />
        {person.modes && (
          <ul className={styles.modes}>
            {MODES.map(mode => (
              <li key={mode}>
                <i style={{ background: modeColour(mode) }} />
                {MODE_LABEL[mode]} <b>{formatShare(person.modes?.[mode] ?? 0)}</b>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>Systems</h3>
        {profile.systems.length === 0 ? (
          <p className={styles.quiet}>No system they changed is known.</p>
        ) : (
          <ul className={styles.systems}>
            {profile.systems.slice(0, SYSTEMS).map(system => (
              <li key={system.component}>
                <Link to={{ screen: 'system', component: system.component, query: EVERY_SYSTEM }}>{system.component}</Link>
                <span>
                  {system.keeps && (
                    <span className={styles.keeps}>
                      <FlagShape pattern="builder_trap" size={9} /> keeps alone
                    </span>
                  )}
                  {system.authored === null ? (
                    <Unknown because="Authorship is not known." />
                  ) : (
                    <b title="of its artifacts">{formatShare(system.authored)}</b>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {profile.systems.length > SYSTEMS && (
          <p className={styles.quiet}>and {formatPlural(profile.systems.length - SYSTEMS, 'further system')}</p>
        )}
      </section>
      {person.notEnough.length > 0 && (
        <section>
          <h3>Not enough evidence</h3>
          <ul className={styles.thin}>
            {person.notEnough.map(({ pattern, missing }) => (
              <li key={pattern}>
                <FlagShape pattern="thin" /> <span>{PATTERN_WORDS[pattern].label}</span>
                <span className={styles.quiet}>{missingWords(missing)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.quiet}>{formatPlural(profile.contributions, 'contribution')} on record</p>
    </>
  )
}

function FlagWords({ flag }: { flag: Flag }) {
  const rest = flag.reasons.length - REASONS
  return (
    <li>
      <FlagMark pattern={flag.pattern} band={flag.band} />
      {flag.reasons.slice(0, REASONS).map(reason => (
        <p key={reason.measure}>{reason.words}</p>
      ))}
      {rest > 0 && <p className={styles.quiet}>and {formatCount(rest)} more</p>}
      {flag.counter[0] !== undefined && (
        <p className={styles.against}>
          <b>Against it:</b> {flag.counter[0]}
        </p>
      )}
    </li>
  )
}
