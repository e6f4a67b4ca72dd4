// Voters who do it otherwise: with the keyboard alone, with the code typed, in large English letters on a narrow screen, too late;
// after somebody else on the same device.
import assert from 'node:assert/strict';

/** Marks, reviews, sends and looks up, without touching anything but keys. */
export async function castByKeyboard(voter, marks, levels) {
  const { keyboard, page } = voter;
  await voter.see('3 người · đã đánh dấu 0');
  for (const mark of marks) {
    // Into the next group of choices; the first of them has the focus. Space marks it, arrows move the mark.
    await keyboard.to(levels[0]);
    await keyboard.press('Space');
    for (let i = 0; i < Number(mark); i++) await keyboard.press('ArrowDown');
    await keyboard.stop();
  }
  await voter.see('3 người · đã đánh dấu 3');
  await keyboard.to('Xem lại phiếu');
  await keyboard.press('Enter');
  await voter.see('Phiếu chưa được gửi.');
  await keyboard.to('Gửi phiếu');
  await keyboard.press('Enter');
  await page.getByText('Đã nhận phiếu').waitFor();
}

/** From the address alone: a wrong code, then the right one with its dashes forgotten; English, large, 320 px. */
export async function enterByTypedCode(voter, slip) {
  const { page } = voter;
  await voter.see('Nhập mã trên phiếu');
  await voter.look('47-booth-code');
  const field = page.getByLabel('Mã trên phiếu');
  await field.fill('1'.repeat(22));
  await voter.press('Vào bỏ phiếu');
  await voter.see('Mã trên phiếu không có trong danh sách');
  await voter.look('48-booth-code-unknown');
  await field.fill(` ${slip.replaceAll('-', '')} `);
  await voter.press('Vào bỏ phiếu');
  await voter.see('3 người · đã đánh dấu 0');
  await voter.press('English');
  await voter.press('Large type');
  await voter.look('49-booth-large-english');
  await voter.press('Large type');
  await voter.press('Tiếng Việt');
}

/** On a shared device: the slip of somebody who has voted is opened and marked, then this one in the same tab. */
export async function enterAfterAnother(voter, uuid, before, slip) {
  const { page } = voter;
  await page.getByRole('group').first().getByRole('radio').first().check();
  await voter.see('3 người · đã đánh dấu 1');
  await Promise.all([page.waitForEvent('load'), page.evaluate((address) => (location.href = address), `/b/${uuid}#${slip}`)]);
  await voter.see('3 người · đã đánh dấu 0');
  for (const code of [before, slip]) assert.ok(!page.url().includes(code), 'a code stays in the address bar');
}

/** Somebody opens the next slip while this ballot waits for the network: asked, and the ballot stays. */
export async function nextSlipWaits(voter, uuid, slip) {
  const { page } = voter;
  await page.evaluate((address) => (location.href = address), `/b/${uuid}#${slip}`);
  await voter.see('Lá phiếu trước chưa gửi được');
  assert.ok(!page.url().includes(slip), 'the next code stays in the address bar');
  await voter.look('51-booth-next-slip');
  await voter.press('Chờ gửi xong lá phiếu trước');
  await voter.see('Mở được ngay khi lá phiếu này gửi xong.');
  await voter.see('Chưa gửi được vì mất mạng');
}

/** Sends what was marked before the vote was closed. */
export async function sendTooLate(voter) {
  await voter.press('Xem lại phiếu');
  await voter.press('Gửi phiếu');
  await voter.see('Phiếu chưa được nhận');
  await voter.look('50-booth-too-late');
}
