import { useEffect } from 'react';

let secretsShown = 0;

/** While a secret is on the screen the window stays out of screenshots and shared screens; several secrets count together. */
export function useContentProtection(): void {
  useEffect(() => {
    secretsShown += 1;
    window.diaryDesk.protectContent(true);
    return () => {
      secretsShown -= 1;
      if (secretsShown === 0) window.diaryDesk.protectContent(false);
    };
  }, []);
}
