import type { Page } from '@playwright/test';

/** What an injected script managed to do. */
export interface Damage {
  readonly ran: readonly string[];
  readonly violations: readonly string[];
}

/**
 * Puts what a hostile name or a compromised library might put into the page, and tells what ran. Every payload that runs
 * writes its own name; `eval` and `Function` are tried from a timer, because the driver's own evaluation is exempt.
 */
export function attack(page: Page, canary: string): Promise<Damage> {
  return page.evaluate(async (address) => {
    const ran: string[] = [];
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    Object.assign(window, { ranHere: (name: string) => void ran.push(name) });
    const add = <Tag extends keyof HTMLElementTagNameMap>(
      tag: Tag,
      set: (element: HTMLElementTagNameMap[Tag]) => void,
    ) => {
      const element = document.createElement(tag);
      set(element);
      document.body.append(element);
    };
    add('script', (script) => (script.textContent = 'ranHere("inline script")'));
    add('script', (script) => (script.src = `${address}/remote.js`));
    add('script', (script) => (script.src = 'data:text/javascript,ranHere("data script")'));
    add('div', (div) => (div.innerHTML = '<img src="x" onerror="ranHere(\'event handler\')">'));
    add('div', (div) => (div.innerHTML = '<svg onload="ranHere(\'svg\')"></svg>'));
    add('div', (div) => (div.innerHTML = '<a id="trap" href="javascript:ranHere(\'javascript link\')">x</a>'));
    document.getElementById('trap')?.click();
    add('img', (image) => (image.src = `${address}/image.png`));
    add('iframe', (frame) => (frame.src = `${address}/frame.html`));
    add('iframe', (frame) => (frame.srcdoc = '<script>parent.ranHere("frame")</script>'));
    add('object', (object) => (object.data = `${address}/object`));
    add('link', (link) => Object.assign(link, { rel: 'stylesheet', href: `${address}/style.css` }));
    add('style', (style) => (style.textContent = 'body { --planted: 1 }'));
    if (getComputedStyle(document.body).getPropertyValue('--planted') !== '') ran.push('inline style');
    const inTimer = (name: string, work: () => unknown) =>
      new Promise<void>((done) =>
        setTimeout(() => {
          try {
            work();
            ran.push(name);
          } catch {
            // Refused, as it should be.
          }
          done();
        }, 0),
      );
    // biome-ignore lint/security/noGlobalEval: this is the attack.
    await inTimer('eval', () => window.eval('1 + 1'));
    await inTimer('Function', () => new Function('return 1')());
    const fetched = await fetch(`${address}/fetch`).then(
      () => true,
      () => false,
    );
    if (fetched) ran.push('fetch');
    navigator.sendBeacon(`${address}/beacon`);
    await new Promise((done) => setTimeout(done, 500));
    return { ran, violations };
  }, canary);
}
