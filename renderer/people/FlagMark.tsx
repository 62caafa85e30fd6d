/** A flag as shape, colour and label; the shape alone tells them apart in greyscale. The band is a word, never a rank. */
import { classes } from '../components/classes.ts'
import type { Band, Pattern } from './answers.ts'
import styles from './FlagMark.module.css'
import { BAND_MEANING, PATTERN_WORDS } from './patterns.ts'

interface Props {
  pattern: Pattern
  band?: Band
  /** `short`: for rows with several flags; where the table is narrow the label is short and the band only read out. */
  look?: 'whole' | 'short'
  size?: number
}

export function FlagMark({ pattern, band, look = 'whole', size = 12 }: Props) {
  const { label, short, meaning } = PATTERN_WORDS[pattern]
  return (
    <span className={styles.mark} title={band === undefined ? meaning : `${label}, ${band}. ${meaning} ${BAND_MEANING[band]}`}>
      <FlagShape pattern={pattern} size={size} />
      {look === 'short' && (
        <span className={classes(styles.label, styles.short)} aria-hidden="true">
          {short}
        </span>
      )}
      <span className={classes(styles.label, look === 'short' && styles.roomy)}>
        {label}
        {band !== undefined && (
          <>
            <span className="visually-hidden">,</span> <span className={styles.band}>{band}</span>
          </>
        )}
      </span>
    </span>
  )
}

/** Decoration: say the pattern nearby. */
export function FlagShape({ pattern, size = 12 }: { pattern: Pattern | 'thin'; size?: number }) {
  return (
    <svg className={classes(styles.shape, styles[pattern])} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {shapeOf(pattern)}
    </svg>
  )
}

function shapeOf(pattern: Pattern | 'thin') {
  switch (pattern) {
    case 'builder_trap':
      return <path d="M6 .5 11.5 6 6 11.5 .5 6Z" fill="currentColor" />
    case 'misrouted_systems_thinker':
      return <path d="M6 .8 11.6 11H.4Z" fill="currentColor" />
    case 'about_to_be_misrouted':
      return <path d="M6 2.2 10.4 10.2H1.6Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
    case 'coordination_path':
      return <rect x="1.2" y="1.2" width="9.6" height="9.6" fill="currentColor" />
    case 'enabler_trap':
      return <circle cx="6" cy="6" r="5.3" fill="currentColor" />
    case 'systems_thinker':
      return <path d="M6 .4 7.6 4.2l4.1.3-3.1 2.7.9 4L6 9.1l-3.5 2.1.9-4L.3 4.5l4.1-.3Z" fill="currentColor" />
    case 'distant_leader':
      return <path d="M1 8 6 3l5 5" fill="none" stroke="currentColor" strokeWidth="2.4" />
    case 'speed_without_eyes':
      return <path d="M6 .6 10.8 3.3v5.4L6 11.4 1.2 8.7V3.3Z" fill="currentColor" />
    case 'thin':
      return <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 1.7" />
  }
}
