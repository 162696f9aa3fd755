import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { clouds } from '../../src/api/clouds.ts';
import { HttpHeaders, type HttpRequest, type Transport, TransportError } from '../../src/api/http.ts';
import { SignInError, type SignInFault } from '../../src/platform/authErrors.ts';
import { TenantIds } from '../../src/platform/tenantId.ts';

const tenantId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const { authority } = clouds.public.signIn;
const signal = new AbortController().signal;

/** A login authority that answers everything alike, and the requests it got. */
function answering(status: number, body: string): { transport: Transport; requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const transport: Transport = async request => {
    requests.push(request);
    return { status, headers: new HttpHeaders(), body: new TextEncoder().encode(body), bodyEnd: 'whole' };
  };
  return { transport, requests };
}

const contoso = JSON.stringify({ issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` });

async function assertRefused(
  text: string,
  fault: SignInFault,
  transport = answering(200, contoso).transport,
): Promise<void> {
  await assert.rejects(new TenantIds(transport).find(text, authority, signal), (error: unknown) => {
    assert.ok(error instanceof SignInError, String(error));
    assert.deepEqual(error.fault, fault);
    return true;
  });
}

suite('TenantIds', () => {
  test('takes a GUID as it is, and asks nobody', async () => {
    const { transport, requests } = answering(500, '');

    assert.equal(await new TenantIds(transport).find(` {${tenantId.toUpperCase()}} `, authority, signal), tenantId);
    assert.deepEqual(requests, []);
  });

  test('asks once for a domain, without a token', async () => {
    const { transport, requests } = answering(200, contoso);
    const tenantIds = new TenantIds(transport);

    assert.equal(await tenantIds.find('Contoso.onmicrosoft.com', authority, signal), tenantId);
    assert.equal(await tenantIds.find(' contoso.onmicrosoft.com ', authority, signal), tenantId);
    assert.deepEqual(
      requests.map(({ method, url, headers }) => [method, url.href, Object.keys(headers)]),
      [
        [
          'GET',
          'https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration',
          ['Accept'],
        ],
      ],
    );
  });

  test('asks each authority for itself', async () => {
    const { transport, requests } = answering(200, contoso);
    const tenantIds = new TenantIds(transport);

    await tenantIds.find('contoso.example', authority, signal);
    await tenantIds.find('contoso.example', clouds.china.signIn.authority, signal);

    assert.deepEqual(
      requests.map(({ url }) => url.host),
      ['login.microsoftonline.com', 'login.partner.microsoftonline.cn'],
    );
  });

  test('refuses what is no single tenant', async () => {
    await assertRefused('common', { is: 'tenant-collective', tenant: 'common' });
    await assertRefused(' Organizations', { is: 'tenant-collective', tenant: 'organizations' });
    await assertRefused('CONSUMERS', { is: 'tenant-collective', tenant: 'consumers' });
  });

  test('refuses what is neither a GUID nor a domain, before it gets into an address', async () => {
    for (const text of [
      '',
      'contoso',
      'contoso..example',
      'contoso.example/x',
      '../contoso.example',
      'contoso.example?x',
      'https://contoso.example',
      'contoso.example@evil.example',
      'cóntoso.example',
      '00000000-0000-0000-0000-000000000000',
      `${'a'.repeat(64)}.example`,
      `${'a.'.repeat(130)}example`,
    ]) {
      await assertRefused(text, { is: 'tenant-malformed' });
    }
  });

  test('says that no tenant has the domain', async () => {
    const body = JSON.stringify({ error: 'invalid_tenant', error_description: "AADSTS90002: Tenant 'x' not found." });

    await assertRefused('x.example', { is: 'domain-unknown', domain: 'x.example' }, answering(400, body).transport);
  });

  test('says that the answer cannot be made sense of', async () => {
    const fault: SignInFault = { is: 'domain-unresolved', domain: 'x.example', fault: undefined };
    for (const body of [
      '',
      '<html>',
      '[]',
      'null',
      '{}',
      '{"issuer":1}',
      '{"issuer":"x"}',
      '{"issuer":"https://x/common/v2.0"}',
    ]) {
      await assertRefused('x.example', fault, answering(200, body).transport);
    }
    await assertRefused('x.example', fault, answering(302, '').transport);
    await assertRefused('x.example', fault, answering(500, contoso).transport);
  });

  test('says that there was no answer, and asks again the next time', async () => {
    const { transport } = answering(200, contoso);
    let up = false;
    const tenantIds = new TenantIds(async request => {
      if (!up) {
        throw new TransportError('dns', 'nothing');
      }
      return transport(request);
    });

    await assert.rejects(tenantIds.find('x.example', authority, signal), ({ fault }: SignInError) => {
      assert.deepEqual(fault, { is: 'domain-unresolved', domain: 'x.example', fault: 'dns' });
      return true;
    });
    up = true;
    assert.equal(await tenantIds.find('x.example', authority, signal), tenantId);
  });

  test('can be called off', async () => {
    const controller = new AbortController();
    const tenantIds = new TenantIds(() => {
      controller.abort(new Error('called off'));
      return Promise.reject(new TransportError('aborted', 'nothing'));
    });

    await assert.rejects(tenantIds.find('x.example', authority, controller.signal), /called off/);
  });
});
