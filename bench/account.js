// An account for a measurement, made as a person would make it.

/** Signs up at a running server and answers a new API key and the cookie of the session. */
export async function newAccount(url) {
  const signup = await post(`${url}/dashboard/signup`, {
    email: `bench-${Date.now()}@example.com`,
    password: 'correct horse battery staple',
    organization_name: 'Bench Ltd',
  });
  const cookie = signup.headers.get('set-cookie').split(';', 1)[0];
  const answer = await post(`${url}/dashboard/keys`, { name: 'Bench' }, { cookie });
  return { key: (await answer.json()).key, cookie };
}

/** Signs up at a running server and answers a new API key. */
export async function newKey(url) {
  return (await newAccount(url)).key;
}

async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
