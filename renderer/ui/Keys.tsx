import styles from './Keys.module.css';

/** A key or a chord as it is printed on the keyboard: `<Keys of={['Ctrl', 'K']} />`. */
export function Keys({ of }: { readonly of: readonly string[] }) {
  return (
    <span className={styles.chord}>
      {of.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
