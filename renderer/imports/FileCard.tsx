/** One file on its way in: what it is taken for. Every guess can be said otherwise. */
import { ChevronRight, CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { Labelled } from '../components/Labelled.tsx'
import { classes } from '../components/classes.ts'
import { formatBytes, formatList } from '../format.ts'
import { kindConfidenceWords } from './confidence-words.ts'
import { dialectChoices, headerLines } from './dialect-words.ts'
import styles from './FileCard.module.css'
import { ofKind, withDecimals, withDialect } from './file-mapping.ts'
import { FirstRows } from './FirstRows.tsx'
import { KINDS, kindName } from './kind-words.ts'
import { ProblemList } from './ProblemList.tsx'
import { blockerOf, isHopeless } from './steps.ts'
import type { Inspection, InputKind, Mapping } from './answers.ts'

interface Props {
  file: Inspection
  looking: boolean
  onMapping: (mapping: Mapping) => void
  onProfile: (name: string | null) => void
  onRemove: () => void
}

const KIND_OPTIONS = KINDS.map(({ kind, name }) => ({ value: kind, label: name }))
const NOT_CHOSEN = { value: 'none', label: 'Choose its kind' } as const
/** No profile is called by a blank alone. */
const NO_PROFILE = ' '

export function FileCard({ file, looking, onMapping, onProfile, onRemove }: Props) {
  const blocker = blockerOf(file)
  const hopeless = isHopeless(file)
  return (
    <article className={classes(styles.card, hopeless && styles.hopeless)} aria-label={file.file} aria-busy={looking}>
      <div className={styles.head}>
        {blocker === null ? (
          <CircleCheck size={16} aria-hidden="true" className={styles.ready} />
        ) : (
          <CircleAlert size={16} aria-hidden="true" className={styles.blocked} />
        )}
        <div className={styles.names}>
          <h2>{file.file}</h2>
          <p>{takenFor(file)}</p>
        </div>
        <Button variant="quiet" label={`Remove ${file.file}`} onPress={onRemove}>
          <X size={14} aria-hidden="true" /> Remove
        </Button>
      </div>
      {hopeless ? (
        <div className={styles.why} role="note">
          {file.problems.map(problem => (
            <p key={problem.code}>{problem.message}</p>
          ))}
        </div>
      ) : (
        <>
          <Guesses file={file} onMapping={onMapping} onProfile={onProfile} />
          {blocker !== null && (
            <p className={styles.blocked}>
              {blocker} {file.kind !== null && 'That is asked in the next step.'}
            </p>
          )}
          {file.problems.length > 0 && (
            <details className={styles.more} open={file.kind === null}>
              <summary>
                <ChevronRight size={14} aria-hidden="true" />
                Noticed at the head of the file
              </summary>
              <ProblemList problems={file.problems} />
            </details>
          )}
          {file.sample.length > 0 && (
            <details className={styles.more}>
              <summary>
                <ChevronRight size={14} aria-hidden="true" />
                First rows as they are read
              </summary>
              <FirstRows file={file} />
            </details>
          )}
        </>
      )}
    </article>
  )
}

function Guesses({ file, onMapping, onProfile }: Pick<Props, 'file' | 'onMapping' | 'onProfile'>) {
  const { mapping, dialect } = file
  const chooseKind = (kind: InputKind) => onMapping(ofKind(kind, mapping))
  return (
    <div className={styles.guesses}>
      <Labelled name="Kind">
        <Choice
          label={`Kind of ${file.file}`}
          options={file.kind === null ? [NOT_CHOSEN, ...KIND_OPTIONS] : KIND_OPTIONS}
          value={file.kind ?? 'none'}
          onChange={value => value !== 'none' && value !== file.kind && chooseKind(value)}
          focusName={`kind:${file.handle}`}
        />
      </Labelled>
      {(file.fittingProfiles.length > 0 || file.profile !== null) && (
        <Labelled name="Profile">
          <Choice
            label={`Profile for ${file.file}`}
            options={[
              { value: NO_PROFILE, label: 'none' },
              ...[...new Set([...file.fittingProfiles, ...(file.profile === null ? [] : [file.profile])])].map(name => ({
                value: name,
                label: name,
              })),
            ]}
            value={file.profile ?? NO_PROFILE}
            onChange={value => onProfile(value === NO_PROFILE ? null : value)}
            focusName={`profile:${file.handle}`}
          />
        </Labelled>
      )}
      {dialect &&
        mapping &&
        dialectChoices(dialect).map(({ part, name, value, options }) => (
          <Labelled key={part} name={name}>
            <Choice
              label={`${name}: ${file.file}`}
              options={options}
              value={value}
              onChange={said => said !== value && onMapping(withDialect(mapping, { [part]: said }))}
              focusName={`${part}:${file.handle}`}
            />
          </Labelled>
        ))}
      {dialect && mapping && (
        <Labelled name="Header on">
          <Choice
            label={`Header of ${file.file}`}
            options={headerLines(dialect)}
            value={String(dialect.headerLine)}
            onChange={line => line !== '0' && onMapping(withDialect(mapping, { headerLine: Number(line) }))}
            focusName={`header:${file.handle}`}
          />
        </Labelled>
      )}
      {mapping && (
        <Labelled name="Numbers as">
          <Choice
            label={`Numbers in ${file.file}`}
            options={[
              { value: 'decimal-point', label: '3.5' },
              { value: 'decimal-comma', label: '3,5' },
            ]}
            value={file.decimalCommas.length > 0 ? 'decimal-comma' : 'decimal-point'}
            onChange={mark => onMapping(withDecimals(mapping, mark === 'decimal-comma' ? 'decimal-comma' : 'decimal-point'))}
            focusName={`decimals:${file.handle}`}
          />
        </Labelled>
      )}
    </div>
  )
}

/** What the file is taken for, in one line. */
function takenFor(file: Inspection): string {
  const kind = file.kind === null ? 'Kind not recognised' : `${kindName(file.kind)}, ${kindConfidenceWords(file.confidence)}`
  const { preset, name } = file.mapping ?? {}
  return [
    kind,
    preset === undefined ? null : `written by ${preset}`,
    name !== undefined && file.profile === null ? `profile ${name}, changed since` : null,
    file.decimalCommas.length > 0 ? `decimal comma in ${formatList(file.decimalCommas)}` : null,
    formatBytes(file.bytes),
  ]
    .filter(part => part !== null)
    .join(' · ')
}
