// How long the shipped worker takes to make a ballot, each time on a new page.
import { workerScript } from './site.mjs';

/** Runs in the page, as the booth does: reads the election and the code, waits for the voter, makes the ballot. The
 *  answers are milliseconds from loading the worker until the election is read, and for the ballot. */
async function timeBallot({ script, inPlace, election, credential, marks }) {
  const waiting = new Map();
  const hear = (data) => data.kind !== 'progress' && waiting.get(data.id)?.(data);
  const began = performance.now();
  let post;
  if (inPlace) {
    // The same script on the page's own thread: what a CPU that is slowed down does to it can be seen only here.
    window.postMessage = hear;
    await import(script);
    post = (data) => dispatchEvent(new MessageEvent('message', { data }));
  } else {
    const policy = trustedTypes.createPolicy('minhtin-worker', { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL(script), { type: 'module' });
    worker.addEventListener('message', ({ data }) => hear(data));
    post = (data) => worker.postMessage(data);
  }
  const run = (task, args) =>
    new Promise((done, failed) => {
      const id = waiting.size + 1;
      waiting.set(id, (data) => (data.kind === 'done' ? done(data.value) : failed(new Error(`${task}: ${data.code ?? data.message}`))));
      post({ kind: 'start', id, task, args });
    });
  const bytes = new TextEncoder().encode(election);
  const { uuid } = await run('readElection', { election: bytes });
  await run('readCredential', { uuid, typed: credential });
  const ready = performance.now() - began;
  await new Promise((done) => setTimeout(done, 1000)); // a voter takes longer
  const started = performance.now();
  const { ballot } = await run('makeBallot', { election: bytes, credential, marks });
  return { ready, ballot: performance.now() - started, bytes: ballot.length };
}

/** Asks Chromium to slow the page's workers down; false where it cannot. */
async function slowWorkers(session, rate) {
  const answers = new Map();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, error } = JSON.parse(message);
    answers.get(id)?.(!error);
  });
  return new Promise((done) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type !== 'worker') return;
      answers.set(1, done);
      const message = JSON.stringify({ id: 1, method: 'Emulation.setCPUThrottlingRate', params: { rate } });
      void session.send('Target.sendMessageToTarget', { sessionId, message });
    });
    void session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  });
}

/** Does this Chromium slow workers down when it is asked to? */
export async function workersCanBeSlowed(browser, origin) {
  const page = await browser.newPage();
  await page.goto(`${origin}/empty`);
  const asked = slowWorkers(await page.context().newCDPSession(page), 6);
  await page.evaluate((script) => {
    const policy = trustedTypes.createPolicy('minhtin-worker', { createScriptURL: (url) => url });
    window.kept = new Worker(policy.createScriptURL(script), { type: 'module' });
  }, workerScript());
  const can = await asked;
  await page.close();
  return can;
}

/** One ballot on a new page. `slowed`: how many times the page's thread is slowed down, and the work is done there. */
export async function oneBallot(browser, origin, vote, slowed = 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/empty`);
  if (slowed > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowed });
  const persons = JSON.parse(vote.election).questions.length;
  const marks = Array.from({ length: persons }, (_, i) => [0, 1, 2].map((level) => Number(i % 4 === level)));
  const times = await page.evaluate(timeBallot, { script: workerScript(), inPlace: slowed > 1, election: vote.election, credential: vote.credential, marks });
  await context.close();
  return times;
}
