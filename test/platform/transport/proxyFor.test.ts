import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type ProxySettings, proxyFor } from '../../../src/platform/transport/proxyFor.ts';

const none: ProxySettings = { proxy: '', noProxy: [], support: 'override', authorization: undefined };
const partnerCenter = 'https://api.partnercenter.microsoft.com/v1/customers';

type Env = Readonly<Record<string, string>>;

function routeOf(url: string, settings: Partial<ProxySettings>, env: Env): string {
  const route = proxyFor(new URL(url), { ...none, ...settings }, env);
  return route.via === 'proxy' ? route.proxy.href : route.via;
}

/** Asserts the route to Partner Center: a proxy's address, `nothing` or `unusable-proxy`. */
function assertRoute(settings: Partial<ProxySettings>, env: Env, route: string): void {
  assert.equal(routeOf(partnerCenter, settings, env), route);
}

function assertAuthorization(settings: Partial<ProxySettings>, authorization: string | undefined): void {
  const route = proxyFor(new URL(partnerCenter), { ...none, ...settings }, {});
  assert.equal(route.via === 'proxy' ? route.authorization : 'no proxy', authorization);
}

suite('proxyFor', () => {
  test('goes directly where no proxy is named', () => {
    assertRoute({}, {}, 'nothing');
    assertRoute({ proxy: '  ' }, { HTTPS_PROXY: '' }, 'nothing');
  });

  test('goes through the proxy of the settings', () => {
    assertRoute({ proxy: 'http://proxy.example:8080' }, {}, 'http://proxy.example:8080/');
    assertRoute({ proxy: ' https://proxy.example/ ' }, {}, 'https://proxy.example/');
    assertRoute({ proxy: 'proxy.example:3128' }, {}, 'http://proxy.example:3128/');
    assertRoute({ proxy: 'http://[::1]:3128' }, {}, 'http://[::1]:3128/');
  });

  test('goes through the proxy of the environment where the settings name none', () => {
    assertRoute({}, { HTTPS_PROXY: 'http://a:1' }, 'http://a:1/');
    assertRoute({}, { HTTP_PROXY: 'http://a:1' }, 'http://a:1/');
    assertRoute({}, { HTTPS_PROXY: 'http://a:1', HTTP_PROXY: 'http://b:1' }, 'http://a:1/');
    assertRoute({}, { HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:1' }, 'http://b:1/');
    assertRoute({ proxy: 'http://c:1' }, { HTTPS_PROXY: 'http://a:1' }, 'http://c:1/');
  });

  test('goes directly where proxies are switched off', () => {
    assertRoute({ proxy: 'http://a:1', support: 'off' }, { HTTPS_PROXY: 'http://b:1' }, 'nothing');
  });

  test('goes through a proxy in every other mode', () => {
    for (const support of ['on', 'fallback', 'override'] as const) {
      assertRoute({ proxy: 'http://a:1', support }, {}, 'http://a:1/');
    }
  });

  test('does not pass over a proxy that it cannot use', () => {
    for (const proxy of ['socks://a:1', 'socks5://a:1', 'socks5h://a:1', 'ftp://a:1', 'http://', 'http://a:x', 'a b']) {
      assertRoute({ proxy }, {}, 'unusable-proxy');
    }
  });

  test('goes to the loopback directly, whatever is set', () => {
    for (const url of ['http://127.0.0.1:4711/v1', 'http://localhost/', 'http://[::1]:80/', 'https://127.8.9.1/']) {
      assert.equal(routeOf(url, { proxy: 'http://a:1' }, { HTTPS_PROXY: 'http://b:1' }), 'nothing', url);
    }
  });

  test('takes no other host for the loopback', () => {
    for (const host of ['127.0.0.1.example', 'localhost.example', '128.0.0.1', '[::2]', '127.example']) {
      assert.equal(routeOf(`https://${host}/`, { proxy: 'http://a:1' }, {}), 'http://a:1/', host);
    }
  });

  for (const exception of [
    '*',
    'api.partnercenter.microsoft.com',
    'API.PartnerCenter.Microsoft.com',
    ' api.partnercenter.microsoft.com ',
    'api.partnercenter.microsoft.com:443',
    '.partnercenter.microsoft.com',
    'microsoft.com',
    '.microsoft.com:443',
    '*.microsoft.com',
    '*:443',
  ]) {
    test(`goes directly where the exception is ${JSON.stringify(exception)}`, () => {
      assertRoute({ proxy: 'http://a:1', noProxy: ['x.example', exception] }, {}, 'nothing');
      assertRoute({ proxy: 'http://a:1' }, { NO_PROXY: `x.example,${exception}` }, 'nothing');
      assertRoute({}, { HTTPS_PROXY: 'http://a:1', no_proxy: exception }, 'nothing');
    });
  }

  for (const exception of [
    '',
    '.',
    ':443',
    'api.partnercenter.microsoft.com:8443',
    '.microsoft.com:80',
    'enter.microsoft.com',
    'api.partnercenter.microsoft.com.example',
    'x.api.partnercenter.microsoft.com',
    '*.com.example',
    'https://api.partnercenter.microsoft.com',
  ]) {
    test(`goes through the proxy where the exception is ${JSON.stringify(exception)}`, () => {
      assertRoute({ proxy: 'http://a:1', noProxy: [exception] }, {}, 'http://a:1/');
      assertRoute({ proxy: 'http://a:1' }, { NO_PROXY: exception }, 'http://a:1/');
    });
  }

  test('looks at the exceptions of the environment only where the settings name none', () => {
    assertRoute({ proxy: 'http://a:1', noProxy: ['x.example'] }, { NO_PROXY: '*' }, 'http://a:1/');
  });

  test('takes the port of a service that does not listen at 443', () => {
    assert.equal(
      routeOf('https://x.example:8443/', { proxy: 'http://a:1', noProxy: ['x.example:8443'] }, {}),
      'nothing',
    );
    assert.equal(
      routeOf('https://x.example:8443/', { proxy: 'http://a:1', noProxy: ['x.example:443'] }, {}),
      'http://a:1/',
    );
  });

  test('authorises with the setting, else with what stands in the address', () => {
    assertAuthorization({ proxy: 'http://a:1' }, undefined);
    assertAuthorization({ proxy: 'http://a:1', authorization: 'Basic abc' }, 'Basic abc');
    assertAuthorization({ proxy: 'http://u:p@a:1', authorization: 'Basic abc' }, 'Basic abc');
    assertAuthorization({ proxy: 'http://u:p@a:1' }, `Basic ${btoa('u:p')}`);
    assertAuthorization({ proxy: 'http://u@a:1' }, `Basic ${btoa('u:')}`);
    assertAuthorization({ proxy: 'http://us%40er:p%3Aw@a:1' }, `Basic ${btoa('us@er:p:w')}`);
    assertAuthorization({ proxy: 'http://u:100%@a:1' }, `Basic ${btoa('u:100%')}`);
  });

  test('keeps the credentials out of the address', () => {
    assertRoute({ proxy: 'http://user:secret@a:1/path?x#y' }, {}, 'http://a:1/');
  });
});
