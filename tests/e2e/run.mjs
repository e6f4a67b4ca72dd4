// The story in a real browser against the real server; pictures and prints go to build/e2e.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Visitor, launch } from './browser.mjs';
import { demoAccounts } from './demo.mjs';
import { levelsAreExplained, officeStatesAFact, unitShowsItsCap } from './findings.mjs';
import { shots } from './places.mjs';
import { startServer } from './server.mjs';
import { Story } from './story.mjs';
import { checkOutside, searchData } from './outside.mjs';

rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'minhtin-e2e-'));
const server = await startServer(data);
const browser = await launch();
const story = new Story({ browser, server, accounts: await demoAccounts(server) });

const steps = [
  ['the office imports people', () => story.officeImports()],
  ['the office asks for remarks', () => story.officeAsksForRemarks()],
  ['the residence committee sends a remark', () => story.residenceCommitteeRemarks()],
  ['the office prepares a vote', () => story.officePreparesVote()],
  ['three members make the key', () => story.committeeMakesKey()],
  ['each passes the drill from the saved file', () => story.committeePassesDrill()],
  ['slips are printed, only public codes are sent', () => story.slipsArePrinted()],
  ['the chair opens', () => story.chairOpens()],
  ['twelve vote: two again, one leaves a line empty, one loses the network, one has only keys, one types the code, one comes after another on the same device', () => story.votersVote()],
  ['the chair closes, and a late ballot is kept out', () => story.chairCloses()],
  ['two of three count', () => story.twoOfThreeCount()],
  ['the result is right', () => story.resultIsRight()],
  ['the record leads to its sources', () => story.recordLeadsToSources()],
  ['anybody verifies', () => story.anybodyVerifies()],
  ['a member and the operator see their pages', () => story.memberSeesOwnRecord()],
  ['why a level is not possible, and from which entry', () => levelsAreExplained(story)],
  ['the office states a fact and sees what changes', () => officeStatesAFact(story)],
  ['a unit shows its cap', () => unitShowsItsCap(story)],
  ['key files hold nothing in clear', () => story.savedFilesHoldNoSecretInClear()],
  ['other verifiers accept the archive', () => checkOutside(story.archiveFile)],
  ['no name stands beside a ballot on disk', () => searchData(data, server.output(), story)],
  ['no fault, no refused code, no other origin, nothing inaccessible', () => {
    if (Visitor.complaints.length > 0) throw new Error(Visitor.complaints.join('\n'));
  }],
];

let passed = 0;
let failed = 0;
for (const [name, run] of steps) {
  const began = Date.now();
  try {
    await run();
    passed++;
    console.log(`ok   ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n${error.stack}`);
    for (const [i, context] of browser.contexts().entries()) {
      for (const page of context.pages()) await page.screenshot({ path: join(shots, `failed-${i}.png`), fullPage: true }).catch(() => {});
    }
    break; // every step builds on the one before
  }
}
if (Visitor.complaints.length > 0 && failed > 0) console.log(`complaints so far:\n${Visitor.complaints.join('\n')}`);
await browser.close();
await server.stop();
rmSync(data, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed === steps.length ? 0 : 1);
