// The real server as a process of its own, on a data folder that is thrown away.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { root } from './places.mjs';

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Starts `minhtin serve --demo`; resolves when it says that it listens. */
export async function startServer(data) {
  const port = await freePort();
  const child = spawn(process.env.MINHTIN ?? `${root}/build/release/minhtin`, ['serve', '--demo', '--data', data, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listening = new Promise((done, failed) => {
    const read = (chunk) => {
      output += chunk;
      if (/listening on http/.test(output)) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}:\n${output}`)));
  });
  await listening;
  const ended = new Promise((done) => child.on('exit', done));
  return {
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
