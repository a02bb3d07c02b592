import { createContext, useContext } from 'react';

/** Opens the "about" dialog; given by the about feature, used by menu, palette and lock screen. */
export const AboutContext = createContext<() => void>(() => undefined);

/** How to open the "about" dialog. */
export function useAbout(): () => void {
  return useContext(AboutContext);
}
