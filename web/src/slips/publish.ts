// Registers the public credentials, once. The private ones are no argument of anything here.
import { ApiError, asApiError, type Client } from '../ui/api';
import { words } from './words';

/** Succeeds also when the same list was registered before by an attempt whose answer got lost. */
export async function publish(api: Client, uuid: string, credentials: readonly string[]): Promise<void> {
  try {
    await api.post('/slips/credentials', { credentials });
  } catch (fault) {
    const error = asApiError(fault);
    if (error.code !== 'slips-registered') throw error;
    if (!(await isOurs(api, uuid, credentials))) {
      throw new ApiError({ status: 409, code: 'slips-registered', ...words.otherListText });
    }
  }
}

async function isOurs(api: Client, uuid: string, credentials: readonly string[]): Promise<boolean> {
  try {
    const published = await api.get<string[]>(`/elections/${uuid}/credentials.json`);
    const known = new Set(published.map((entry) => entry.split(',')[0]));
    return published.length === credentials.length && credentials.every((credential) => known.has(credential));
  } catch {
    return false;
  }
}
