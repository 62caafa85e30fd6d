/** A figure that is not known, with the reason at hand. Never a zero. */
import styles from './Unknown.module.css'

export function Unknown({ because }: { because: string }) {
  return (
    <span className={styles.unknown} title={because}>
      unknown<span className="visually-hidden">: {because}</span>
    </span>
  )
}
