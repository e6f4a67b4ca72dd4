// What others say of the archive, and what the disk gives away.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './places.mjs';

/** What the program said; it must have ended well. */
function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${basename(program)}: ${stdout}${stderr}`);
  return stdout + stderr;
}

/** Our own verifier, and belenios-tool in both versions where the interop test has fetched it. */
export function checkOutside(archive) {
  assert.match(run(`${root}/build/release/minhtin-verify`, [archive]), /ACCEPTED/);
  for (const version of ['3.0', '3.3.0']) {
    const tool = `${root}/.deps/belenios-${version}/belenios-tool`;
    if (!existsSync(tool)) {
      console.log(`     NOT RUN: belenios-tool ${version} is not here`);
      continue;
    }
    const dir = mkdtempSync(join(tmpdir(), 'minhtin-bel-'));
    cpSync(archive, join(dir, basename(archive)));
    assert.match(run(tool, ['election', 'verify', '--dir', dir]), /all checks passed/);
  }
}

function* files(dir) {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

/** Neither the databases nor the log hold a name, a private code, a ballot or an address in clear. */
export function searchData(data, log, story) {
  const words = [...story.subjects.map((person) => person.name), ...story.slips, ...story.trackers, 'Đào Thị Nhập Thử'];
  for (const file of files(data)) {
    const bytes = readFileSync(file);
    assert.notEqual(bytes.subarray(0, 15).toString('latin1'), 'SQLite format 3', `${file} is not encrypted`);
    for (const word of words) assert.equal(bytes.indexOf(word), -1, `${basename(file)} holds ${word}`);
  }
  const afterStart = log.split('\n').slice(1 + log.split('\n').findIndex((line) => /listening on/.test(line))).join('\n');
  for (const word of [...words, '127.0.0.1']) assert.ok(!afterStart.includes(word), `the log holds ${word}`);
}
