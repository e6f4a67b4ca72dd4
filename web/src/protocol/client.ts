// A page's worker.
import { connect, type Protocol } from './connection';
import { trustedWorker } from './trustedWorker';
import workerUrl from './worker?worker&url';

export type { Protocol, RunOptions } from './connection';

export const startProtocol = (make: () => Worker = () => trustedWorker(workerUrl)): Protocol => connect(make);
