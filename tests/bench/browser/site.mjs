// Serves web/dist with the headers of our server, an archive, and an empty page to run workers in.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { root } from '../../e2e/places.mjs';

const dist = resolve(root, 'web/dist');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** {"name", "value" "value" …} of server/http/security_headers.h. */
function securityHeaders() {
  const source = readFileSync(resolve(root, 'server/http/security_headers.h'), 'utf8');
  const literals = (text) => [...text.matchAll(/"([^"]*)"/g)].map((m) => m[1]);
  const headers = {};
  for (const [, inner] of source.matchAll(/\{("[^{}]*")\}/g)) {
    const [name, ...value] = literals(inner);
    headers[name] = value.join('');
  }
  if (!headers['Content-Security-Policy']) throw new Error('no policy in security_headers.h');
  delete headers['Strict-Transport-Security']; // this is plain HTTP
  return headers;
}

/** The script of the shipped worker. */
export const workerScript = () => `/assets/${readdirSync(join(dist, 'assets')).find((name) => /^worker-.*\.js$/.test(name))}`;

/** `archives` maps a vote's UUID to its bytes. */
export async function startSite(archives) {
  const headers = securityHeaders();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const send = (status, type, body) => response.writeHead(status, { ...headers, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
    if (path === '/empty') return send(200, TYPES['.html'], '<!doctype html><html lang="vi"><title>Thử</title>');
    const archive = /^\/api\/v1\/elections\/(\w+)\/archive\.bel$/.exec(path);
    if (archive && archives.has(archive[1])) return send(200, 'application/octet-stream', archives.get(archive[1]));
    const file = join(dist, path.startsWith('/v/') ? 'verify.html' : path);
    if (path.startsWith('/api/') || !file.startsWith(dist) || !existsSync(file)) return send(404, 'application/json', '{}');
    return send(200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
