// What the regulation says, as people read it: why a level is not possible, which entry a figure comes from, a fact
// stated by the office, a unit with its cap.
import assert from 'node:assert/strict';

const focused = (visitor) => visitor.page.evaluate(() => document.activeElement.id);

async function personOf(story, visitor, name) {
  const { people } = await story.api(visitor, `/campaigns/${story.campaign.id}/people`);
  const person = people.find((each) => each.name === name);
  assert.ok(person, `${name} is in the campaign`);
  return person.person_id;
}

/** The member reads why: by keyboard alone, from the level to the entry. */
export async function levelsAreExplained(story) {
  const member = await story.as('member');
  const [own] = (await story.api(member, '/my/records')).records;
  await member.go(`/#/records/${own.campaign_id}/${own.person_id}`);
  await member.see('Mức xếp loại còn có thể');
  await member.look('47-levels');
  for (const group of ['Không được làm', 'Còn thiếu', 'Đã sát giới hạn', 'Lưu ý']) {
    await member.page.getByRole('heading', { name: new RegExp(group) }).waitFor();
  }
  await member.page.locator('.skip').focus();
  await member.keyboard.to('Vì sao không được? Hoàn thành xuất sắc nhiệm vụ');
  await member.keyboard.press('Enter');
  const why = member.page.locator('.level-list details[open]').first();
  await why.getByText('366-QĐ/TW Điều 11').first().waitFor();
  await member.look('48-why-not');
  const link = why.getByRole('link', { name: /^mục \d+$/ }).first();
  const entry = (await link.textContent()).replace('mục ', '');
  await link.focus();
  await member.keyboard.press('Enter');
  assert.equal(await focused(member), `entry-${entry}`);
  const record = await story.api(member, `/records/${own.campaign_id}/${own.person_id}`);
  const verdict = await story.api(member, `/records/${own.campaign_id}/${own.person_id}/findings`);
  const led = verdict.findings.flatMap((each) => each.figures).flatMap((each) => each.entries);
  assert.ok(led.length > 0);
  for (const each of led) assert.ok(record.entries.some((there) => String(there.seq) === each), `entry ${each} is in the record`);
  await member.page.locator('details.finding-group summary').click();
  await member.look('49-not-enough-data');
  assert.equal(await member.page.getByText('Ghi số liệu, căn cứ').count(), 0, 'a member states nothing here');
  await member.print('levels');
  await member.leave();
}

/** The office sees what would change, then files it; the older entry stays. */
export async function officeStatesAFact(story) {
  const office = await story.as('office');
  const person = await personOf(story, office, 'Trần Thị Thử Hai');
  const record = `/records/${story.campaign.id}/${person}`;
  const before = await story.api(office, record);
  await office.go(`/#${record}`);
  await office.page.getByText('Ghi số liệu, căn cứ').click();
  await office.page.getByLabel('Mục', { exact: true }).selectOption('tasks');
  await office.page.getByLabel('Số nhiệm vụ chậm hạn').fill('5');
  await office.page.getByLabel('Số nhiệm vụ đúng hạn').fill('15');
  await office.press('Xem trước thay đổi');
  await office.see('Nếu ghi như vậy');
  await office.look('50-what-if');
  assert.equal((await story.api(office, record)).entries.length, before.entries.length, 'looking ahead writes nothing');
  await office.press('Ghi vào hồ sơ');
  await office.see(`Đã ghi thành mục ${before.entries.length + 1} của hồ sơ.`);
  const levels = async () => Object.fromEntries((await story.api(office, `${record}/findings`)).levels.map((each) => [each.level, each.state]));
  assert.equal((await levels()).completed, 'forbidden');
  const after = await story.api(office, record);
  const tasks = after.entries.filter((each) => each.kind === 'statement' && each.content.topic === 'tasks');
  assert.deepEqual(tasks.map((each) => each.superseded_by !== null), [true, true, false]);
  await office.page.getByRole('button', { name: /^Ghi vai trò/ }).or(office.page.locator('details.finding-group summary')).first().click();
  await office.look('51-stated');
  await office.leave();
}

export async function unitShowsItsCap(story) {
  const committee = await story.as('committee');
  await committee.go(`/#/campaigns/${story.campaign.id}`);
  await committee.page.getByRole('link', { name: 'Chi bộ Mẫu Một', exact: true }).click();
  await committee.settled();
  await committee.see('× vượt 2');
  await committee.look('52-unit-over');
  await committee.print('unit');
  await committee.page.getByRole('link', { name: 'Vũ Thị Thử Tám' }).first().click();
  await committee.see('Mức xếp loại còn có thể');
  await committee.page.getByRole('link', { name: 'Cả đơn vị: Chi bộ Mẫu Một' }).click();
  await committee.settled();
  await committee.go(`/#/campaigns/${story.campaign.id}`);
  await committee.look('53-campaign-units');
  await committee.page.getByRole('link', { name: 'Văn phòng Mẫu', exact: true }).click();
  await committee.page.getByRole('heading', { name: /Đã sát giới hạn/ }).waitFor();
  await committee.settled();
  await committee.look('54-unit-full');
  await committee.leave();
}
