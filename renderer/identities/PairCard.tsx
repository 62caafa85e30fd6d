/** Two who may be one person, side by side: what they are called, what they are known by, and the decision. */
import { Building2, Undo2, UserRoundX } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import { personAddress } from '../navigation/address.ts'
import type { Candidate, Suggestion } from './answers.ts'
import { candidateName, contributionsWords, pairKey } from './identity-words.ts'
import styles from './PairCard.module.css'

interface Props {
  pair: Suggestion
  isBusy: boolean
  onDecide: (same: boolean) => void
  onUndo: (decision: number) => void
}

const BUSY = 'The decision before is being kept.'

export function PairCard({ pair, isBusy, onDecide, onUndo }: Props) {
  const { a, b, why, decided } = pair
  const key = pairKey(pair)
  const names = `${candidateName(a)} and ${candidateName(b)}`
  // Of two who are one, one has no profile any more.
  const hasProfiles = decided?.same !== true
  const disabledReason = isBusy ? BUSY : null
  return (
    <li className={styles.card} tabIndex={-1} data-entry={key} data-focus={`pair:${key}`} aria-label={`${names}. ${why}`}>
      <Side candidate={a} hasProfile={hasProfiles} />
      <Side candidate={b} hasProfile={hasProfiles} />
      <div className={styles.decision}>
        <p>
          <span className={styles.quiet}>Why: </span>
          {why}
        </p>
        {decided === null ? (
          <div className={styles.buttons}>
            <Button onPress={() => onDecide(true)} disabledReason={disabledReason} keys="S" focusName={`same:${key}`}>
              <span>
                Same person<span className="visually-hidden">: {names}</span>
              </span>
            </Button>
            <Button onPress={() => onDecide(false)} disabledReason={disabledReason} keys="D" focusName={`different:${key}`}>
              <span>
                Different people<span className="visually-hidden">: {names}</span>
              </span>
            </Button>
          </div>
        ) : (
          <div className={styles.buttons}>
            <span className={styles.verdict}>{decided.same ? 'Same person' : 'Different people'}</span>
            <Button
              variant="quiet"
              onPress={() => onUndo(decided.decision)}
              disabledReason={disabledReason}
              label={`Take back: ${names}`}
              focusName={`undo:${key}`}
            >
              <Undo2 size={14} aria-hidden="true" /> Undo
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

function Side({ candidate, hasProfile }: { candidate: Candidate; hasProfile: boolean }) {
  const { id, name, inHris, keys, contributions } = candidate
  const others = keys.filter(key => key !== id)
  const Icon = inHris ? Building2 : UserRoundX
  return (
    <section className={styles.side}>
      <h2>
        {hasProfile ? (
          <Link to={personAddress(id)} focusName={`profile:${id}`}>
            {candidateName(candidate)}
          </Link>
        ) : (
          candidateName(candidate)
        )}
        {name !== null && <span className={styles.quiet}>{id}</span>}
      </h2>
      <p className={styles.facts}>
        <Icon size={12} aria-hidden="true" /> {inHris ? 'in the people file' : 'in no people file'} · {contributionsWords(contributions)}
      </p>
      {others.length > 0 && (
        <ul className={styles.keys} aria-label="E-mails and logins">
          {others.map(key => (
            <li key={key}>
              <code>{key}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
