// @vitest-environment happy-dom
// The draft: saved after a pause, one save at a time, the newest words last, again after a failure.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useDraft } from '../../src/residence/draft';

let place: HTMLElement;
beforeEach(() => {
  vi.useFakeTimers();
  place = document.createElement('div');
});
afterEach(() => {
  render(null, place);
  vi.useRealTimers();
});

function mount(save: (value: string) => Promise<void>) {
  let hook!: ReturnType<typeof useDraft<string>>;
  function Page() {
    hook = useDraft(save);
    return <p>{hook.state}</p>;
  }
  render(<Page />, place);
  return { draft: () => hook, state: async () => (await vi.advanceTimersByTimeAsync(0), place.textContent) };
}

describe('draft', () => {
  test('is saved once after the last letter', async () => {
    const save = vi.fn(async () => {});
    const { draft, state } = mount(save);
    for (const value of ['N', 'Nh', 'Nhà']) {
      draft().changed(value);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(save).not.toHaveBeenCalled();
    expect(await state()).toBe('typing');
    await vi.advanceTimersByTimeAsync(800);
    expect(save.mock.calls).toEqual([['Nhà']]);
    expect(await state()).toBe('saved');
  });

  test('typed while saving: saved again, with the newest', async () => {
    let finish = () => {};
    const save = vi.fn((_: string) => new Promise<void>((done) => (finish = done)));
    const { draft, state } = mount(save);
    draft().changed('một');
    await vi.advanceTimersByTimeAsync(800);
    expect(await state()).toBe('saving');
    draft().changed('một hai');
    await vi.advanceTimersByTimeAsync(800);
    expect(save).toHaveBeenCalledTimes(1);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls.map(([value]) => value)).toEqual(['một', 'một hai']);
    finish();
    expect(await state()).toBe('saved');
  });

  test('not saved: says so, keeps the words, tries again by itself', async () => {
    const save = vi.fn<(value: string) => Promise<void>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    const { draft, state } = mount(save);
    draft().changed('câu chữ');
    await vi.advanceTimersByTimeAsync(800);
    expect(await state()).toBe('failed');
    await vi.advanceTimersByTimeAsync(5000);
    expect(save.mock.calls).toEqual([['câu chữ'], ['câu chữ']]);
    expect(await state()).toBe('saved');
  });

  test('leaving the page at once does not lose the last words', async () => {
    const save = vi.fn(async () => {});
    const { draft } = mount(save);
    await vi.advanceTimersByTimeAsync(100);
    draft().changed('vội');
    render(null, place);
    expect(save.mock.calls).toEqual([['vội']]);
  });
});
