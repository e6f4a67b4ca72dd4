import { afterEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../src/protocol/refusal';
import { ApiError, asApiError, client, publicApi, sessionApi, tokenApi } from '../../src/ui/api';

interface Call {
  address: string;
  init: RequestInit;
  headers: Headers;
}

function answer(make: () => Response | Promise<Response>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    calls.push({ address, init, headers: new Headers(init.headers) });
    return make();
  });
  return calls;
}
afterEach(() => vi.unstubAllGlobals());

const refused = async (promise: Promise<unknown>): Promise<ApiError> => {
  try {
    await promise;
  } catch (fault) {
    if (fault instanceof ApiError) return fault;
  }
  throw new Error('was not refused');
};

test('voters send no cookie; trustees a token; the office the header that forged forms lack', async () => {
  const calls = answer(() => Response.json({}));
  await publicApi.postText('/elections/x/ballots', '{"a":1}');
  await tokenApi('T').get('/trustee');
  await sessionApi.post('/campaigns', {});
  await sessionApi.get('/campaigns');
  const [ballot, trustee, office, reading] = calls as [Call, Call, Call, Call];
  expect(ballot.address).toBe('/api/v1/elections/x/ballots');
  expect([ballot.init.credentials, trustee.init.credentials, office.init.credentials]).toEqual(['omit', 'omit', 'same-origin']);
  expect(ballot.init.body).toBe('{"a":1}');
  expect(ballot.headers.get('Content-Type')).toBe('application/json');
  expect([...ballot.headers.keys()].sort()).toEqual(['accept', 'content-type']);
  expect(trustee.headers.get('Authorization')).toBe('Bearer T');
  expect(office.headers.get('X-Minhtin')).toBe('1');
  expect(reading.headers.has('X-Minhtin')).toBe(false);
});

test('a problem keeps its code, both sentences and the wait', async () => {
  answer(() => Response.json({ status: 503, code: 'busy', vi: 'Bận.', en: 'Busy.' }, { status: 503, headers: { 'Retry-After': '7' } }));
  const error = await refused(publicApi.get('/x'));
  expect(error).toMatchObject({ status: 503, code: 'busy', vi: 'Bận.', en: 'Busy.', retryAfter: 7, passing: true });
  expect([error.text('vi'), error.text('en')]).toEqual(['Bận.', 'Busy.']);
});

test.each([
  ['a page of a proxy', () => new Response('<html>', { status: 502 }), 'http-502', true],
  ['an answer that is no JSON', () => new Response('oops'), 'unexpected-answer', true],
  ['no connection', () => Promise.reject(new TypeError('failed')), 'network', true],
  ['a refusal for good', () => Response.json({ code: 'vote-closed', vi: 'v', en: 'e' }, { status: 409 }), 'vote-closed', false],
])('%s is %s', async (_, make, code, passing) => {
  answer(make as () => Response);
  expect(await refused(publicApi.get('/x'))).toMatchObject({ code, passing });
});

test('gives up after the time allowed', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((__, reject) => signal!.addEventListener('abort', () => reject(new Error('aborted')))));
  const outcome = refused(client({}).get('/x', { timeout: 500 }));
  await vi.advanceTimersByTimeAsync(499);
  await vi.advanceTimersByTimeAsync(2);
  expect((await outcome).code).toBe('network');
  vi.useRealTimers();
});

test('refusals of the protocol and faults of ours can be said too', () => {
  expect(asApiError(new Refusal('key-file-passphrase'))).toMatchObject({ code: 'key-file-passphrase', passing: false });
  expect(asApiError(new Refusal('key-file-passphrase')).vi).toContain('Mật khẩu');
  expect(asApiError(new Error('bug'))).toMatchObject({ code: 'page-fault', passing: false });
});
