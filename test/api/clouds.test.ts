import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { clouds, emulatorAt, scopeOf } from '../../src/api/clouds.ts';

suite('clouds', () => {
  for (const cloud of Object.values(clouds)) {
    test(`${cloud.name}: the token's resource is where the requests go, over https`, () => {
      assert.equal(cloud.signIn.resource.origin, cloud.base.origin);
      assert.equal(cloud.base.protocol, 'https:');
    });
  }

  test('only the public one is documented for devices', () => {
    const documented = Object.values(clouds).filter(({ deviceDeployment }) => deviceDeployment === 'documented');
    assert.deepEqual(
      documented.map(({ name }) => name),
      ['public'],
    );
  });

  test('a token is asked for with the delegated permission', () => {
    assert.deepEqual(
      [clouds.public, clouds.china].map(({ signIn }) => scopeOf(signIn)),
      [
        'https://api.partnercenter.microsoft.com/user_impersonation',
        'https://partner.partnercenterapi.microsoftonline.cn/user_impersonation',
      ],
    );
  });
});

suite('emulatorAt', () => {
  for (const address of ['http://127.0.0.1:4711', 'http://localhost:80/', 'http://[::1]:1/path?x#y']) {
    test(`takes ${address}`, () => {
      const url = new URL(address);
      assert.equal(emulatorAt(url)?.base.href, `${url.origin}/`);
    });
  }

  const refused = [
    'https://127.0.0.1:4711',
    'http://example.com',
    'http://localhost.example.com',
    'http://192.168.0.1',
    'http://0.0.0.0',
    'ftp://127.0.0.1',
  ];
  for (const address of refused) {
    test(`refuses ${address}`, () => assert.equal(emulatorAt(new URL(address)), undefined));
  }
});
