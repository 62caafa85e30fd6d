/** Words for a wait that is noticed. Shorter waits show nothing new. */
import styles from './Waiting.module.css'

export function Waiting({ children }: { children: string }) {
  return <p className={styles.waiting}>{children}</p>
}
