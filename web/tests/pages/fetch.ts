// Lets the pages' own API client talk to a BoardServer without a network.
import { vi } from 'vitest';
import { tasks } from '../../src/protocol/tasks';
import type { Protocol } from '../../src/protocol/client';
import type { BoardServer } from './board_server';

export function serveFrom(server: BoardServer): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const path = String(address).replace(/^\/api\/v1/, '');
    const headers = Object.fromEntries([...new Headers(init.headers).entries()].map(([name, value]) => [name.toLowerCase(), value]));
    const answer = server.handle(init.method ?? 'GET', path, (init.body as string | undefined) ?? null, headers);
    if (answer.status === 0) throw new TypeError('network lost');
    const body = answer.body instanceof Uint8Array ? (answer.body as BodyInit) : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers ?? {} });
  });
}

/** The worker's tasks, run in place. */
export const inPlace: Protocol = {
  run: async (task, args, { progress, signal } = {}) => {
    const context = { progress: progress ?? (() => {}), signal: signal ?? new AbortController().signal };
    return (tasks[task] as (a: unknown, c: unknown) => never)(args, context);
  },
  close: () => {},
};

