/** The product's mark: a slip of paper with a keyhole, in the accent. Decorative. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="2.5" y="1.5" width="19" height="21" rx="5" fill="var(--desk-accent)" />
      <circle cx="12" cy="9.6" r="3" fill="var(--desk-page)" />
      <path d="M10.9 11.4h2.2l.8 6.1h-3.8z" fill="var(--desk-page)" />
    </svg>
  );
}
