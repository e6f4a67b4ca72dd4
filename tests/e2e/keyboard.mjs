// Somebody without a mouse: Tab, Space, Enter, arrows. Whatever has the focus must be in sight, uncovered and outlined.

/** Runs in the page: what has the focus, and what is wrong with how it shows. */
function look() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = (element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent || element.tagName).trim().replace(/\s+/g, ' ');
  // A choice, a file button and a drop area draw the outline around the whole target.
  const target = element.closest('.choice, .file') ?? element.closest('.drop') ?? element;
  const frame = target.getBoundingClientRect();
  const faults = [];
  if (frame.width < 1 || frame.top > innerHeight - 20 || frame.bottom < 20 || frame.left > innerWidth - 8 || frame.right < 8) faults.push('is out of sight');
  const middle = document.elementFromPoint(Math.min(frame.left + 12, innerWidth - 1), Math.min(Math.max(frame.top + frame.height / 2, 0), innerHeight - 1));
  if (middle && !target.contains(middle) && !middle.contains(target)) faults.push(`is covered by ${middle.className || middle.tagName}`);
  const outlined = [element, target, ...target.querySelectorAll('.button')].some((each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  if (!outlined) faults.push('has no outline');
  return { name, faults };
}

export class Keyboard {
  /** `complain` hears of every stop that cannot be seen. */
  constructor(page, complain) {
    this.page = page;
    this.complain = complain;
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }

  async stop() {
    const stop = await this.page.evaluate(look);
    for (const fault of stop?.faults ?? []) this.complain(`keyboard: "${stop.name}" ${fault}`);
    return stop?.name ?? null;
  }

  /** Tab until something of this name has the focus. */
  async to(name, most = 120) {
    for (let i = 0; i < most; i++) {
      await this.press('Tab');
      const here = await this.stop();
      if (here === name) return;
    }
    throw new Error(`the keyboard does not reach "${name}"`);
  }

  /** From the first stop after the skip link through everything once. */
  async through(page, most = 150) {
    await this.page.locator('.skip').focus();
    let stops = 0;
    for (; stops < most; stops++) {
      await this.press('Tab');
      if ((await this.stop()) === null) break;
    }
    if (stops === 0 || stops === most) this.complain(`${page}: the keyboard made ${stops} stops`);
  }
}
