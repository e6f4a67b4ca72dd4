// Measures what the pages take, and prints it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from '../../e2e/browser.mjs';
import { root } from '../../e2e/places.mjs';
import { oneBallot, workersCanBeSlowed } from './ballot.mjs';
import { startSite } from './site.mjs';
import { checkArchive } from './verify.mjs';

async function someVotes(sizes) {
  const vite = createRequire(resolve(root, 'web/package.json')).resolve('vite');
  const { runnerImport } = await import(pathToFileURL(vite).href);
  const { module } = await runnerImport(resolve(root, 'tests/bench/browser/votes.ts'), { configFile: false, root: resolve(root, 'web'), logLevel: 'error' });
  return sizes.map(([persons, ballots]) => module.someVote(persons, ballots));
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

async function ballots(browser, origin, vote, { times, slowed }) {
  const all = [];
  for (let i = 0; i < times; i++) all.push(await oneBallot(browser, origin, vote, slowed));
  return { ready: median(all.map((t) => t.ready)), ballot: median(all.map((t) => t.ballot)), bytes: all[0].bytes };
}

export async function main({ quick }) {
  const built = spawnSync(resolve(root, 'script/web-build'), { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(1);

  const times = quick ? 1 : 5;
  const box = quick ? 4 : 100;
  const sizes = quick ? [[10, box]] : [[10, box], [50, 0]];
  const votes = await someVotes(sizes);
  const site = await startSite(new Map(votes.map((vote) => [vote.uuid, vote.archive])));
  const browser = await launch();
  try {
    console.log(`## In Chromium ${browser.version()}\n`);
    console.log(`Making a ballot, each time on a new page; median of ${times}. "Ready": the worker is loaded, election and code are read. A second passes before the ballot, as with a quick voter; tables are made in it.\n`);
    console.log('| persons × 3 levels | CPU | ready | ballot | target | bytes |\n|---|---|---|---|---|---|');
    const targets = { 10: { 1: 0.12, 6: 0.7 }, 50: { 1: 0.45, 6: 2.5 } };
    for (const [i, [persons]] of sizes.entries()) {
      for (const slowed of [1, 6]) {
        const { ready, ballot, bytes } = await ballots(browser, site.origin, votes[i], { times, slowed });
        console.log(`| ${persons} | ${slowed === 1 ? 'full speed' : 'slowed 6 times'} | ${seconds(ready)} | **${seconds(ballot)}** | ${targets[persons][slowed]} s | ${bytes} |`);
      }
    }
    const can = await workersCanBeSlowed(browser, site.origin);
    console.log(`\nSlowed: the same script on the page's own thread, because Chromium slows only that one (asked for a worker it says ${can ? 'yes, but this was not used' : 'no'}).\n`);

    const { seconds: took, cores } = await checkArchive(browser, site.origin, votes[0].uuid);
    const size = (votes[0].archive.length / 1e6).toFixed(1);
    console.log('The verify page, from the button to the result:\n');
    console.log('| ballots of 10 × 3 | MB | cores | time | ballots a second |\n|---|---|---|---|---|');
    console.log(`| ${box} | ${size} | ${cores} | ${took.toFixed(1)} s | **${(box / took).toFixed(1)}** |`);
  } finally {
    await browser.close();
    site.stop();
  }
}
