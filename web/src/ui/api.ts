// Calls to the server (/api/v1). Every failure is an ApiError with a sentence in both languages,
// whether the server refused (application/problem+json), answered nonsense, or was not reached.
//   publicApi    voters and verifiers: no cookie is sent or kept
//   tokenApi(t)  trustees and slip printers: the token of the link, no cookie
//   sessionApi   office: session cookie and the X-Minhtin header that forged forms cannot send
import { words } from './words';
import type { Language } from './i18n';

export interface Problem {
  status: number; // 0: the server was not reached
  code: string;
  vi: string;
  en: string;
  details?: unknown;
}

// The status of what this page itself refused; no server answer has it.
const REFUSED_HERE = 1;

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly details: unknown;
  /** Seconds the server asked us to wait (503), or null. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(`${problem.code}: ${problem.en}`);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.vi = problem.vi;
    this.en = problem.en;
    this.details = problem.details;
    this.retryAfter = retryAfter;
  }

  text(language: Language): string {
    return language === 'vi' ? this.vi : this.en;
  }

  /** Worth trying again later with the same content: not reached, busy, or the server broke. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Any thrown thing as an ApiError, so that a page can always say something. */
export function asApiError(fault: unknown): ApiError {
  if (fault instanceof ApiError) return fault;
  // A refusal of the protocol (protocol/refusal.ts), also after its way through the worker.
  const refused = fault as (Partial<Problem> & { detail?: string }) | null | undefined;
  if (typeof refused?.code === 'string' && typeof refused.vi === 'string' && typeof refused.en === 'string') {
    return new ApiError({ status: REFUSED_HERE, code: refused.code, vi: refused.vi, en: refused.en, details: refused.detail });
  }
  return new ApiError({ status: REFUSED_HERE, code: 'page-fault', ...words.internal, details: String(fault) });
}

export interface Options {
  signal?: AbortSignal;
  /** Gives up after so many milliseconds; 0 waits for ever. Default 30 000. */
  timeout?: number;
}

export interface Client {
  get<T>(path: string, options?: Options): Promise<T>;
  post<T>(path: string, body: unknown, options?: Options): Promise<T>;
  /** Sends exactly these characters (a ballot is signed over its bytes). */
  postText<T>(path: string, text: string, options?: Options): Promise<T>;
  put<T>(path: string, body: unknown, options?: Options): Promise<T>;
  patch<T>(path: string, body: unknown, options?: Options): Promise<T>;
  delete<T>(path: string, options?: Options): Promise<T>;
  /** The response itself, checked for refusals; for exact bytes and streams. */
  open(path: string, options?: Options): Promise<Response>;
}

async function refusal(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get('Retry-After'));
  const wait = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (typeof problem.code === 'string' && typeof problem.vi === 'string' && typeof problem.en === 'string') {
      return new ApiError({ ...(problem as Problem), status: response.status }, wait);
    }
  } catch {
    // not JSON: a proxy's own page, for instance
  }
  return new ApiError({ status: response.status, code: `http-${response.status}`, ...words.unexpected }, wait);
}

export function client(mode: { token?: string; session?: boolean }): Client {
  async function send(method: string, path: string, text: string | null, options: Options = {}): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (text !== null) headers['Content-Type'] = 'application/json';
    if (mode.token !== undefined) headers['Authorization'] = `Bearer ${mode.token}`;
    if (mode.session && method !== 'GET') headers['X-Minhtin'] = '1';
    // By hand, because older phones know neither AbortSignal.timeout nor AbortSignal.any.
    const stop = new AbortController();
    const timeout = options.timeout ?? 30_000;
    const timer = timeout > 0 ? setTimeout(() => stop.abort(), timeout) : undefined;
    const forward = () => stop.abort();
    options.signal?.addEventListener('abort', forward);
    const init: RequestInit = {
      method,
      headers,
      credentials: mode.session ? 'same-origin' : 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    };
    if (text !== null) init.body = text;
    let response: Response;
    try {
      response = await fetch(`/api/v1${path}`, init);
    } catch (fault) {
      if (options.signal?.aborted) throw fault; // the page itself cancelled
      throw new ApiError({ status: 0, code: 'network', ...words.network });
    } finally {
      clearTimeout(timer);
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async function json<T>(method: string, path: string, text: string | null, options?: Options): Promise<T> {
    const response = await send(method, path, text, options);
    if (response.status === 204) return undefined as T;
    let body: string;
    try {
      body = await response.text();
    } catch {
      throw new ApiError({ status: 0, code: 'network', ...words.network });
    }
    try {
      return JSON.parse(body) as T;
    } catch {
      throw new ApiError({ status: 502, code: 'unexpected-answer', ...words.unexpected });
    }
  }

  return {
    get: (path, options) => json('GET', path, null, options),
    post: (path, body, options) => json('POST', path, JSON.stringify(body ?? {}), options),
    postText: (path, text, options) => json('POST', path, text, options),
    put: (path, body, options) => json('PUT', path, JSON.stringify(body), options),
    patch: (path, body, options) => json('PATCH', path, JSON.stringify(body), options),
    delete: (path, options) => json('DELETE', path, null, options),
    open: (path, options) => send('GET', path, null, options),
  };
}

export const publicApi: Client = client({});
export const sessionApi: Client = client({ session: true });
export const tokenApi = (token: string): Client => client({ token });

export interface Info {
  version: string;
  demo: boolean;
  organisation: string;
  today: string; // YYYY-MM-DD
  page_hash: string; // SHA-256 of the ballot page's bundle, hex
  setup_needed: boolean;
}
