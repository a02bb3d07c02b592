import type { Page } from '@playwright/test';

declare global {
  interface Window {
    shownSinceStart?: string[];
  }
}

/** Begins to note everything that ever stands in the page: elements, texts, attributes. */
export async function noteEverythingShown(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = [document.documentElement.outerHTML];
    window.shownSinceStart = noted;
    const note = (node: Node) => noted.push(node instanceof Element ? node.outerHTML : (node.textContent ?? ''));
    const take = ({ type, addedNodes, target, attributeName }: MutationRecord) => {
      if (type === 'childList') addedNodes.forEach(note);
      else if (type === 'characterData') note(target);
      else if (target instanceof Element) noted.push(target.getAttribute(attributeName ?? '') ?? '');
    };
    new MutationObserver((changes) => changes.forEach(take)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

/** Everything noted so far, and what is typed into fields now. */
export function everythingShown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const typed = [...document.querySelectorAll('input')].map((input) => input.value);
    return [...(window.shownSinceStart ?? []), ...typed].join('\n');
  });
}
