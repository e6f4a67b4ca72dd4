// The demo's log-ins, as the server prints them when it starts.
const LOGINS = { operator: 'quantri', office: 'vanphong', chair: 'chutri', committee: 'capuy', residence: 'noicutru1', inspector: 'kiemtra', member: 'dangvien1' };

export async function demoAccounts(server) {
  const printed = new Map([...server.output().matchAll(/^ {2}(\S+) +(\S+) /gm)].map((match) => [match[1], match[2]]));
  const accounts = {};
  for (const [role, login] of Object.entries(LOGINS)) {
    const password = printed.get(login);
    if (!password) throw new Error(`the server printed no password for ${login}:\n${server.output()}`);
    const response = await fetch(`${server.origin}/api/v1/session`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Minhtin': '1' }, body: JSON.stringify({ login, password }),
    });
    if (!response.ok) throw new Error(`${login}: ${response.status} ${await response.text()}`);
    const account = await response.json();
    accounts[role] = { login, password, name: account.name, committee: account.residence_committee_id };
  }
  return accounts;
}
