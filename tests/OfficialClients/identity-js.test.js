// amazon-cognito-identity-js against LocalCognito: the client with its own SRP, devices and challenges.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import identity from 'amazon-cognito-identity-js';
import { newName, newPassword, password, startPool, totp } from './support/pool.js';

const { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } = identity;
let pool, admin;

before(async () => {
  pool = await startPool();
  admin = new sdk.CognitoIdentityProvider({
    endpoint: pool.endpoint,
    region: pool.region,
    credentials: { accessKeyId: pool.accessKeyId, secretAccessKey: pool.secretAccessKey },
  });
});

after(async () => {
  admin.destroy();
  await pool.stop();
});

/** What a browser keeps for one person at one computer. */
class Storage {
  #items = new Map();
  getItem = key => this.#items.get(key) ?? null;
  setItem = (key, value) => void this.#items.set(key, String(value));
  removeItem = key => void this.#items.delete(key);
  clear = () => this.#items.clear();
}

const poolIn = (storage, ClientId = pool.publicClientId) => new CognitoUserPool({ UserPoolId: pool.userPoolId, ClientId, endpoint: pool.endpoint, Storage: storage });
const userIn = (storage, Username, clientId) => new CognitoUser({ Username, Pool: poolIn(storage, clientId), Storage: storage });

/** A call with a callback of `(error, result)`. */
const call = (target, method, ...parameters) => new Promise((resolve, reject) => target[method](...parameters, (error, result) => error ? reject(error) : resolve(result)));

/** A call with an object of callbacks: the name of the one that was called, and what it was given. */
const outcome = (...names) => start => new Promise((resolve, reject) => {
  const callbacks = { onFailure: reject };
  for (const name of ['onSuccess', ...names]) callbacks[name] = (...values) => resolve({ name, values });
  start(callbacks);
});

const signIn = (user, secret = password) => outcome('totpRequired', 'newPasswordRequired', 'mfaSetup', 'selectMFAType')(callbacks =>
  user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password: secret }), callbacks));

async function newUser() {
  const Username = newName();
  await admin.adminCreateUser({
    UserPoolId: pool.userPoolId,
    Username,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }, { Name: 'email_verified', Value: 'true' }],
  });
  await admin.adminSetUserPassword({ UserPoolId: pool.userPoolId, Username, Password: password, Permanent: true });
  return Username;
}

async function signedIn() {
  const [storage, name] = [new Storage(), await newUser()];
  const user = userIn(storage, name);
  const { name: result } = await signIn(user);
  assert.equal(result, 'onSuccess');
  return { user, storage, name };
}

test('A user signs up, confirms and signs in with SRP', async () => {
  const [storage, name] = [new Storage(), newName()];
  const email = new CognitoUserAttribute({ Name: 'email', Value: `${name}@example.com` });
  const { user, userConfirmed } = await call(poolIn(storage), 'signUp', name, password, [email], []);
  assert.equal(userConfirmed, false);
  await call(user, 'resendConfirmationCode');
  await assert.rejects(call(user, 'confirmRegistration', '000000', false), { name: 'CodeMismatchException', code: 'CodeMismatchException' });
  assert.equal(await call(user, 'confirmRegistration', await pool.codeOf(name), false), 'SUCCESS');

  const { name: result, values: [session] } = await signIn(user);
  assert.equal(result, 'onSuccess');
  assert.ok(session.isValid());
  assert.equal(session.getIdToken().payload.email, `${name}@example.com`);
  assert.equal(session.getAccessToken().payload.username, name);
});

test('A wrong password, an unknown user and a taken name are reported with the names of their exceptions', async () => {
  const name = await newUser();
  await assert.rejects(signIn(userIn(new Storage(), name), 'wrong'), { name: 'NotAuthorizedException', message: 'Incorrect username or password.' });
  await assert.rejects(signIn(userIn(new Storage(), newName())), { name: 'NotAuthorizedException', message: 'Incorrect username or password.' });
  await assert.rejects(signIn(userIn(new Storage(), newName(), 'legacy')), { name: 'UserNotFoundException' });
  await assert.rejects(call(poolIn(new Storage()), 'signUp', name, password, [], []), { name: 'UsernameExistsException' });
  await assert.rejects(call(poolIn(new Storage()), 'signUp', newName(), 'short', [], []), { name: 'InvalidPasswordException' });
});

test('A user signs in with the plain password', async () => {
  const user = userIn(new Storage(), await newUser());
  user.setAuthenticationFlowType('USER_PASSWORD_AUTH');
  assert.equal((await signIn(user)).name, 'onSuccess');
});

test('An invited user sets a password', async () => {
  const Username = newName();
  await admin.adminCreateUser({ UserPoolId: pool.userPoolId, Username, UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }] });
  const user = userIn(new Storage(), Username);
  assert.equal((await signIn(user, await pool.codeOf(Username))).name, 'newPasswordRequired');
  assert.equal((await outcome()(callbacks => user.completeNewPasswordChallenge(password, {}, callbacks))).name, 'onSuccess');
  assert.equal((await signIn(userIn(new Storage(), Username))).name, 'onSuccess');
});

test('A user sets up an authenticator app and signs in with it on another device', async () => {
  const { user, name } = await signedIn();
  const { values: [secret] } = await outcome('associateSecretCode')(callbacks => user.associateSoftwareToken(callbacks));
  await outcome()(callbacks => user.verifySoftwareToken(totp(secret, -1), 'phone', callbacks));
  await call(user, 'setUserMfaPreference', null, { PreferredMfa: true, Enabled: true });

  const elsewhere = userIn(new Storage(), name);
  assert.equal((await signIn(elsewhere)).name, 'totpRequired');
  const respond = code => outcome()(callbacks => elsewhere.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA'));
  await assert.rejects(respond('000000'), { name: 'CodeMismatchException' });
  assert.equal((await respond(totp(secret))).name, 'onSuccess');
});

test('A known device is verified instead of the second factor', async () => {
  const { user, storage, name } = await signedIn();
  const { values: [secret] } = await outcome('associateSecretCode')(callbacks => user.associateSoftwareToken(callbacks));
  await outcome()(callbacks => user.verifySoftwareToken(totp(secret, -1), 'phone', callbacks));
  await call(user, 'setUserMfaPreference', null, { PreferredMfa: true, Enabled: true });

  const again = userIn(storage, name);
  assert.equal((await signIn(again)).name, 'onSuccess', 'DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER happen on the way');
  const { values: [{ Devices: devices }] } = await outcome()(callbacks => again.listDevices(10, null, callbacks));
  assert.equal(devices.length, 1);
  assert.equal((await outcome()(callbacks => again.setDeviceStatusNotRemembered(callbacks))).values[0], 'SUCCESS');
  assert.equal((await outcome()(callbacks => again.setDeviceStatusRemembered(callbacks))).values[0], 'SUCCESS');
  assert.equal((await outcome()(callbacks => again.getDevice(callbacks))).values[0].Device.DeviceKey, devices[0].DeviceKey);
  assert.equal((await outcome()(callbacks => again.forgetDevice(callbacks))).values[0], 'SUCCESS');
  assert.equal((await signIn(userIn(storage, name))).name, 'totpRequired', 'a device that was forgotten is a new one');
});

test('A session is read from the storage and refreshed', async () => {
  const { user, storage, name } = await signedIn();
  const current = poolIn(storage).getCurrentUser();
  assert.equal(current.getUsername(), name);
  const session = await call(current, 'getSession');
  const refreshed = await call(user, 'refreshSession', session.getRefreshToken());
  assert.notEqual(refreshed.getAccessToken().getJwtToken(), session.getAccessToken().getJwtToken());
  assert.equal(refreshed.getAccessToken().payload.origin_jti, session.getAccessToken().payload.origin_jti);
});

test('Attributes are read, changed, verified and deleted', async () => {
  const { user, name } = await signedIn();
  await call(user, 'updateAttributes', [new CognitoUserAttribute({ Name: 'email', Value: `new-${name}@example.com` }), new CognitoUserAttribute({ Name: 'name', Value: 'Jane Döe' })]);
  await outcome('inputVerificationCode')(callbacks => user.getAttributeVerificationCode('email', callbacks));
  assert.equal((await outcome()(async callbacks => user.verifyAttribute('email', await pool.codeOf(name), callbacks))).values[0], 'SUCCESS');
  const attributes = Object.fromEntries((await call(user, 'getUserAttributes')).map(attribute => [attribute.getName(), attribute.getValue()]));
  assert.deepEqual([attributes.email, attributes.email_verified, attributes.name], [`new-${name}@example.com`, 'true', 'Jane Döe']);
  assert.equal(await call(user, 'deleteAttributes', ['name']), 'SUCCESS');
});

test('A password is changed, and a forgotten password is reset', async () => {
  const { user, name } = await signedIn();
  await assert.rejects(call(user, 'changePassword', 'wrong', newPassword), { name: 'NotAuthorizedException' });
  assert.equal(await call(user, 'changePassword', password, newPassword), 'SUCCESS');

  const forgetful = userIn(new Storage(), name);
  assert.equal((await outcome('inputVerificationCode')(callbacks => forgetful.forgotPassword(callbacks))).name, 'inputVerificationCode');
  await assert.rejects(outcome()(callbacks => forgetful.confirmPassword('000000', password, callbacks)), { name: 'CodeMismatchException' });
  await outcome()(async callbacks => forgetful.confirmPassword(await pool.codeOf(name), password, callbacks));
  assert.equal((await signIn(forgetful)).name, 'onSuccess');
});

test('A sign-out revokes one session, a global sign-out all sessions', async () => {
  const { user, name } = await signedIn();
  const elsewhere = userIn(new Storage(), name);
  await signIn(elsewhere);
  const userData = user => new Promise((resolve, reject) => user.getUserData((error, data) => error ? reject(error) : resolve(data), { bypassCache: true }));
  const AccessToken = user.getSignInUserSession().getAccessToken().getJwtToken();
  await new Promise((resolve, reject) => user.signOut(error => error ? reject(error) : resolve()));
  await assert.rejects(admin.getUser({ AccessToken }), { name: 'NotAuthorizedException', message: 'Access Token has been revoked' });
  assert.equal((await userData(elsewhere)).Username, name);

  const other = userIn(new Storage(), name);
  await signIn(other);
  await outcome()(callbacks => other.globalSignOut(callbacks));
  await assert.rejects(userData(elsewhere), { name: 'NotAuthorizedException' });
});

test('A user deletes their account', async () => {
  const { user, name } = await signedIn();
  assert.equal(await call(user, 'deleteUser'), 'SUCCESS');
  await assert.rejects(admin.adminGetUser({ UserPoolId: pool.userPoolId, Username: name }), { name: 'UserNotFoundException' });
});
