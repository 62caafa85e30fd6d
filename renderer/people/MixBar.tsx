/** A work mix as one stacked bar, in words for who cannot see it. */
import { Unknown } from '../components/Unknown.tsx'
import type { Mode } from './answers.ts'
import styles from './MixBar.module.css'
import { mixWords, modeColour, MODES } from './modes.ts'

interface Props {
  shares: Readonly<Record<Mode, number>> | null
  unknownBecause: string
  size?: 'row' | 'panel'
}

export function MixBar({ shares, unknownBecause, size = 'row' }: Props) {
  if (shares === null) return <Unknown because={unknownBecause} />
  const words = mixWords(shares)
  return (
    <span className={styles[size]} title={words}>
      {MODES.map(mode => shares[mode] > 0 && <span key={mode} style={{ flexGrow: shares[mode], background: modeColour(mode) }} />)}
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
