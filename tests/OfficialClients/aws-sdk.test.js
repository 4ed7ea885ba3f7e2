// The AWS SDK for JavaScript against LocalCognito: an official client must understand the pool's responses, and its errors must become the client's exception classes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { newName, newPassword, password, startPool, totp } from './support/pool.js';

let pool, client;

before(async () => {
  pool = await startPool();
  client = new sdk.CognitoIdentityProvider({ endpoint: pool.endpoint, region: pool.region, credentials: credentials(), maxAttempts: 1 });
});

after(async () => {
  client.destroy();
  await pool.stop();
});

const credentials = () => ({ accessKeyId: pool.accessKeyId, secretAccessKey: pool.secretAccessKey });
const isA = type => error => error instanceof type && error.name === type.name && error.$fault === 'client' && error.$metadata.httpStatusCode === 400;

async function newUser(attributes = []) {
  const Username = newName();
  await client.adminCreateUser({
    UserPoolId: pool.userPoolId,
    Username,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }, { Name: 'email_verified', Value: 'true' }, ...attributes],
  });
  await client.adminSetUserPassword({ UserPoolId: pool.userPoolId, Username, Password: password, Permanent: true });
  return Username;
}

const start = (USERNAME, PASSWORD = password, ClientId = pool.publicClientId) =>
  client.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });

const signIn = async (username, secret = password, clientId = pool.publicClientId) => (await start(username, secret, clientId)).AuthenticationResult;

/** Confirms the device of a sign-in: in a pool that tracks devices, its session can be refreshed after that alone. */
const confirmDevice = ({ AccessToken, NewDeviceMetadata: { DeviceKey } }) => client.confirmDevice({
  AccessToken,
  DeviceKey,
  DeviceName: 'laptop',
  DeviceSecretVerifierConfig: { PasswordVerifier: Buffer.alloc(384, 7).toString('base64'), Salt: Buffer.alloc(16, 7).toString('base64') },
});

describe('Registration', () => {
  test('A user signs up, requests the code again, confirms it and signs in with a client secret', async () => {
    const Username = newName();
    const caller = { ClientId: pool.clientId, SecretHash: pool.secretHash(Username), Username };
    const signedUp = await client.signUp({ ...caller, Password: password, UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }, { Name: 'custom:plan', Value: 'basic' }] });
    assert.equal(signedUp.UserConfirmed, false);
    assert.match(signedUp.UserSub, /^[0-9a-f-]{36}$/);
    assert.deepEqual(signedUp.CodeDeliveryDetails, { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'j***@e***' });
    assert.equal((await client.resendConfirmationCode(caller)).CodeDeliveryDetails.DeliveryMedium, 'EMAIL');

    await assert.rejects(client.confirmSignUp({ ...caller, ConfirmationCode: '000000' }), isA(sdk.CodeMismatchException));
    await client.confirmSignUp({ ...caller, ConfirmationCode: await pool.codeOf(Username) });

    const { AuthenticationResult: tokens } = await client.initiateAuth({
      ClientId: pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: password, SECRET_HASH: pool.secretHash(Username) },
    });
    const user = await client.getUser({ AccessToken: tokens.AccessToken });
    assert.equal(user.Username, Username);
    assert.ok(user.UserAttributes.some(({ Name, Value }) => Name === 'email_verified' && Value === 'true'));
  });

  test('An invalid sign-up is refused with the exception for its fault', async () => {
    const Username = await newUser();
    const signUp = request => client.signUp({ ClientId: pool.publicClientId, Username: newName(), Password: password, ...request });
    await assert.rejects(signUp({ Username }), isA(sdk.UsernameExistsException));
    await assert.rejects(signUp({ Password: 'short' }), isA(sdk.InvalidPasswordException));
    await assert.rejects(signUp({ UserAttributes: [{ Name: 'email', Value: 'no address' }] }), isA(sdk.InvalidParameterException));
    await assert.rejects(signUp({ ClientId: 'nobody' }), isA(sdk.ResourceNotFoundException));
    await assert.rejects(signUp({ ClientId: pool.clientId }), isA(sdk.NotAuthorizedException));
  });
});

describe('Sign-in', () => {
  test('A sign-in returns tokens with their type and lifetime', async () => {
    const tokens = await signIn(await newUser());
    assert.equal(tokens.TokenType, 'Bearer');
    assert.equal(tokens.ExpiresIn, 3600);
    for (const token of [tokens.AccessToken, tokens.IdToken]) assert.equal(token.split('.').length, 3);
    assert.ok(tokens.RefreshToken);
  });

  test('A wrong password and an unknown user get the same error when the client hides existence', async () => {
    const [wrong, unknown] = await Promise.allSettled([start(await newUser(), 'wrong'), start(newName())]);
    assert.ok(isA(sdk.NotAuthorizedException)(wrong.reason));
    assert.ok(isA(sdk.NotAuthorizedException)(unknown.reason));
    assert.equal(wrong.reason.message, 'Incorrect username or password.');
    assert.equal(unknown.reason.message, wrong.reason.message);
  });

  test('An unknown user is reported when the client does not hide existence', () => assert.rejects(start(newName(), password, 'legacy'), isA(sdk.UserNotFoundException)));

  test('An unconfirmed user is refused with UserNotConfirmedException', async () => {
    const Username = newName();
    await client.signUp({ ClientId: pool.publicClientId, Username, Password: password, UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }] });
    await assert.rejects(start(Username), isA(sdk.UserNotConfirmedException));
  });

  test('A user chooses the password among the first factors', async () => {
    const Username = await newUser();
    const offered = await client.initiateAuth({ ClientId: pool.publicClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: Username } });
    assert.equal(offered.ChallengeName, 'SELECT_CHALLENGE');
    assert.ok(offered.AvailableChallenges.includes('PASSWORD'));
    const { AuthenticationResult } = await client.respondToAuthChallenge({
      ClientId: pool.publicClientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session: offered.Session,
      ChallengeResponses: { USERNAME: Username, ANSWER: 'PASSWORD', PASSWORD: password },
    });
    assert.ok(AuthenticationResult.AccessToken);
  });

  test('A user without a password signs in with a code by e-mail', async () => {
    const Username = await newUser();
    const sent = await client.initiateAuth({ ClientId: pool.publicClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: Username, PREFERRED_CHALLENGE: 'EMAIL_OTP' } });
    assert.equal(sent.ChallengeName, 'EMAIL_OTP');
    const { AuthenticationResult } = await client.respondToAuthChallenge({
      ClientId: pool.publicClientId,
      ChallengeName: 'EMAIL_OTP',
      Session: sent.Session,
      ChallengeResponses: { USERNAME: Username, EMAIL_OTP_CODE: await pool.codeOf(Username) },
    });
    assert.ok(AuthenticationResult.AccessToken);
  });

  test('A machine client gets an access token for its secret', async () => {
    const { ClientAuthenticationResult: issued } = await client.getClientToken({ ClientId: pool.machineClientId, Secret: pool.machineClientSecret, Scopes: ['orders/read'] });
    assert.equal(issued.TokenType, 'Bearer');
    assert.equal(issued.ExpiresIn, 3600);
    assert.equal(JSON.parse(Buffer.from(issued.AccessToken.split('.')[1], 'base64url')).scope, 'orders/read');
    await assert.rejects(client.getClientToken({ ClientId: pool.machineClientId, Secret: 'wrong' }), isA(sdk.NotAuthorizedException));
  });
});

describe('Second factor', () => {
  test('A user sets up an authenticator app and signs in with it', async () => {
    const Username = await newUser();
    const { AccessToken } = await signIn(Username);
    const { SecretCode } = await client.associateSoftwareToken({ AccessToken });
    await assert.rejects(client.verifySoftwareToken({ AccessToken, UserCode: '000000' }), isA(sdk.EnableSoftwareTokenMFAException));
    assert.equal((await client.verifySoftwareToken({ AccessToken, UserCode: totp(SecretCode, -1), FriendlyDeviceName: 'phone' })).Status, 'SUCCESS');
    await client.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    const user = await client.getUser({ AccessToken });
    assert.equal(user.PreferredMfaSetting, 'SOFTWARE_TOKEN_MFA');
    assert.deepEqual(user.UserMFASettingList, ['SOFTWARE_TOKEN_MFA']);

    const challenge = await start(Username);
    assert.equal(challenge.ChallengeName, 'SOFTWARE_TOKEN_MFA');
    assert.equal(challenge.ChallengeParameters.FRIENDLY_DEVICE_NAME, 'phone');
    const respond = code => client.respondToAuthChallenge({
      ClientId: pool.publicClientId,
      ChallengeName: challenge.ChallengeName,
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: Username, SOFTWARE_TOKEN_MFA_CODE: code },
    });
    await assert.rejects(respond('000000'), isA(sdk.CodeMismatchException));
    assert.ok((await respond(totp(SecretCode))).AuthenticationResult.AccessToken);
  });
});

describe('Session', () => {
  test('A refresh token is exchanged for new tokens by both operations', async () => {
    const tokens = await signIn(await newUser());
    const { RefreshToken, NewDeviceMetadata: { DeviceKey } } = tokens;
    await confirmDevice(tokens);
    const old = await client.initiateAuth({ ClientId: pool.publicClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken, DEVICE_KEY: DeviceKey } });
    assert.ok(old.AuthenticationResult.AccessToken);
    assert.equal(old.AuthenticationResult.RefreshToken, undefined);
    assert.ok((await client.getTokensFromRefreshToken({ ClientId: pool.publicClientId, RefreshToken, DeviceKey })).AuthenticationResult.AccessToken);
    await assert.rejects(client.getTokensFromRefreshToken({ ClientId: pool.publicClientId, RefreshToken }), isA(sdk.NotAuthorizedException), 'in a pool that tracks devices, a session belongs to its device');
  });

  test('A refresh token that was replaced is refused as reused', async () => {
    const first = await signIn(await newUser(), password, 'rotating');
    await confirmDevice(first);
    const refresh = ({ RefreshToken }) => client.getTokensFromRefreshToken({ ClientId: 'rotating', RefreshToken, DeviceKey: first.NewDeviceMetadata.DeviceKey });
    const { AuthenticationResult: second } = await refresh(first);
    assert.notEqual(second.RefreshToken, first.RefreshToken);
    await assert.rejects(refresh(first), isA(sdk.RefreshTokenReuseException));
  });

  test('A revoked refresh token ends its session', async () => {
    const { AccessToken, RefreshToken } = await signIn(await newUser());
    await client.revokeToken({ ClientId: pool.publicClientId, Token: RefreshToken });
    await assert.rejects(client.getUser({ AccessToken }), isA(sdk.NotAuthorizedException));
    await assert.rejects(client.getTokensFromRefreshToken({ ClientId: pool.publicClientId, RefreshToken }), isA(sdk.NotAuthorizedException));
    await assert.rejects(client.revokeToken({ ClientId: pool.publicClientId, Token: AccessToken }), isA(sdk.UnsupportedTokenTypeException));
  });

  test('A global sign-out ends all sessions', async () => {
    const Username = await newUser();
    const [one, other] = [await signIn(Username), await signIn(Username)];
    await client.globalSignOut({ AccessToken: one.AccessToken });
    for (const { AccessToken } of [one, other]) await assert.rejects(client.getUser({ AccessToken }), isA(sdk.NotAuthorizedException));
  });
});

describe('Password', () => {
  test('A forgotten password is reset with a code', async () => {
    const Username = await newUser();
    const { CodeDeliveryDetails } = await client.forgotPassword({ ClientId: pool.publicClientId, Username });
    assert.equal(CodeDeliveryDetails.AttributeName, 'email');
    const confirm = (ConfirmationCode, Password) => client.confirmForgotPassword({ ClientId: pool.publicClientId, Username, ConfirmationCode, Password });
    await assert.rejects(confirm('000000', newPassword), isA(sdk.CodeMismatchException));
    const code = await pool.codeOf(Username);
    await assert.rejects(confirm(code, 'short'), isA(sdk.InvalidPasswordException));
    await confirm(code, newPassword);
    await assert.rejects(start(Username), isA(sdk.NotAuthorizedException));
    assert.ok(await signIn(Username, newPassword));
  });

  test('A signed-in user changes the password', async () => {
    const Username = await newUser();
    const { AccessToken } = await signIn(Username);
    await assert.rejects(client.changePassword({ AccessToken, PreviousPassword: 'wrong', ProposedPassword: newPassword }), isA(sdk.NotAuthorizedException));
    await client.changePassword({ AccessToken, PreviousPassword: password, ProposedPassword: newPassword });
    assert.ok(await signIn(Username, newPassword));
  });
});

describe('Account', () => {
  test('Attributes are changed, verified and deleted', async () => {
    const Username = await newUser();
    const { AccessToken } = await signIn(Username);
    const attributes = async () => Object.fromEntries((await client.getUser({ AccessToken })).UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const changed = await client.updateUserAttributes({ AccessToken, UserAttributes: [{ Name: 'email', Value: `new-${Username}@example.com` }, { Name: 'name', Value: 'Jane Döe' }] });
    assert.equal(changed.CodeDeliveryDetailsList[0].AttributeName, 'email');
    assert.equal((await client.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'email' })).CodeDeliveryDetails.DeliveryMedium, 'EMAIL');
    await assert.rejects(client.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code: '000000' }), isA(sdk.CodeMismatchException));
    await client.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code: await pool.codeOf(Username) });
    assert.equal((await attributes()).email_verified, 'true');
    assert.equal((await attributes()).name, 'Jane Döe');
    await client.deleteUserAttributes({ AccessToken, UserAttributeNames: ['name'] });
    assert.equal((await attributes()).name, undefined);
  });

  test('A user deletes their account', async () => {
    const Username = await newUser();
    const { AccessToken } = await signIn(Username);
    await client.deleteUser({ AccessToken });
    await assert.rejects(client.adminGetUser({ UserPoolId: pool.userPoolId, Username }), isA(sdk.UserNotFoundException));
  });
});

describe('Devices', () => {
  test('A device is confirmed, listed, updated and forgotten', async () => {
    const tokens = await signIn(await newUser());
    const { AccessToken, NewDeviceMetadata: { DeviceKey } } = tokens;
    assert.equal((await confirmDevice(tokens)).UserConfirmationNecessary, false);
    await assert.rejects(confirmDevice(tokens), isA(sdk.DeviceKeyExistsException));
    const { Devices } = await client.listDevices({ AccessToken, Limit: 10 });
    assert.deepEqual(Devices.map(device => device.DeviceKey), [DeviceKey]);
    assert.ok(Devices[0].DeviceCreateDate instanceof Date);
    await client.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' });
    const { Device } = await client.getDevice({ AccessToken, DeviceKey });
    assert.ok(Device.DeviceAttributes.some(({ Name, Value }) => Name === 'device_status' && Value === 'valid'));
    await client.forgetDevice({ AccessToken, DeviceKey });
    await assert.rejects(client.getDevice({ AccessToken, DeviceKey }), isA(sdk.ResourceNotFoundException));
  });
});

describe('Passkeys', () => {
  test('A registration returns the options for the browser, and an invalid credential is refused', async () => {
    const { AccessToken } = await signIn(await newUser());
    const { CredentialCreationOptions: options } = await client.startWebAuthnRegistration({ AccessToken });
    assert.equal(options.rp.id, 'localhost');
    assert.ok(options.challenge);
    assert.ok(options.pubKeyCredParams.some(({ alg, type }) => alg === -7 && type === 'public-key'));
    assert.deepEqual((await client.listWebAuthnCredentials({ AccessToken })).Credentials, []);
    const Credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON: 'e30', attestationObject: 'oA' }, clientExtensionResults: {} };
    await assert.rejects(client.completeWebAuthnRegistration({ AccessToken, Credential }), error => error instanceof sdk.CognitoIdentityProviderServiceException && error.$fault === 'client');
    await assert.rejects(client.deleteWebAuthnCredential({ AccessToken, CredentialId: 'AAAA' }), isA(sdk.ResourceNotFoundException));
  });

  test('The factors of a user can be listed', async () => {
    const { AccessToken } = await signIn(await newUser());
    assert.ok((await client.getUserAuthFactors({ AccessToken })).ConfiguredUserAuthFactors.includes('PASSWORD'));
  });
});

describe('Administration', () => {
  test('An invited user signs in through the administrative flow and sets a password', async () => {
    const [UserPoolId, Username] = [pool.userPoolId, newName()];
    const { User } = await client.adminCreateUser({ UserPoolId, Username, UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }] });
    assert.equal(User.UserStatus, 'FORCE_CHANGE_PASSWORD');
    assert.ok(User.UserCreateDate instanceof Date && Math.abs(User.UserCreateDate - Date.now()) < 60_000);

    const challenge = await client.adminInitiateAuth({
      UserPoolId,
      ClientId: pool.publicClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: await pool.codeOf(Username) },
    });
    assert.equal(challenge.ChallengeName, 'NEW_PASSWORD_REQUIRED');
    const { AuthenticationResult } = await client.adminRespondToAuthChallenge({
      UserPoolId,
      ClientId: pool.publicClientId,
      ChallengeName: challenge.ChallengeName,
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
    });
    assert.ok(AuthenticationResult.AccessToken);
    assert.equal((await client.adminGetUser({ UserPoolId, Username })).UserStatus, 'CONFIRMED');
  });

  test('A user is changed, put into a group, disabled, enabled, reset, signed out and deleted', async () => {
    const user = { UserPoolId: pool.userPoolId, Username: await newUser() };
    await client.adminUpdateUserAttributes({ ...user, UserAttributes: [{ Name: 'custom:plan', Value: 'gold' }] });
    assert.ok((await client.adminGetUser(user)).UserAttributes.some(({ Name, Value }) => Name === 'custom:plan' && Value === 'gold'));
    await client.createGroup({ UserPoolId: pool.userPoolId, GroupName: user.Username, Precedence: 3 });
    await assert.rejects(client.createGroup({ UserPoolId: pool.userPoolId, GroupName: user.Username }), isA(sdk.GroupExistsException));
    await client.adminAddUserToGroup({ ...user, GroupName: user.Username });
    const { Groups } = await client.adminListGroupsForUser(user);
    assert.deepEqual(Groups.map(({ GroupName, Precedence }) => [GroupName, Precedence]), [[user.Username, 3]]);
    await client.adminRemoveUserFromGroup({ ...user, GroupName: user.Username });

    await client.adminDisableUser(user);
    assert.equal((await client.adminGetUser(user)).Enabled, false);
    await assert.rejects(start(user.Username), isA(sdk.NotAuthorizedException));
    await client.adminEnableUser(user);
    const { AccessToken } = await signIn(user.Username);
    await client.adminUserGlobalSignOut(user);
    await assert.rejects(client.getUser({ AccessToken }), isA(sdk.NotAuthorizedException));
    await client.adminResetUserPassword(user);
    await assert.rejects(start(user.Username), isA(sdk.PasswordResetRequiredException));
    await client.adminDeleteUser(user);
    await assert.rejects(client.adminGetUser(user), isA(sdk.UserNotFoundException));
  });

  test('The sessions of a user are listed', async () => {
    const Username = await newUser();
    const { AccessToken } = await signIn(Username);
    assert.equal((await client.listUserSessions({ AccessToken })).Sessions.length, 1);
  });

  test('Users are listed page by page, each once, and are found by a filter', async () => {
    const names = await Promise.all(Array.from({ length: 7 }, () => newUser([{ Name: 'family_name', Value: 'Pagination' }])));
    const found = [];
    let pages = 0;
    for await (const page of sdk.paginateListUsers({ client, pageSize: 3 }, { UserPoolId: pool.userPoolId, Filter: 'family_name = "Pagination"' })) {
      found.push(...page.Users.map(user => user.Username));
      pages++;
    }

    assert.equal(pages, 3);
    assert.deepEqual(found.sort(), names.sort());
    const { Users } = await client.listUsers({ UserPoolId: pool.userPoolId, Filter: `username ^= "${names[0]}"`, AttributesToGet: ['email'] });
    assert.deepEqual(Users[0].Attributes, [{ Name: 'email', Value: `${names[0]}@example.com` }]);
  });

  test('Calls with a wrong signature or without one are refused', async () => {
    const call = async options => {
      const other = new sdk.CognitoIdentityProvider({ endpoint: pool.endpoint, region: pool.region, maxAttempts: 1, ...options });
      try {
        await other.adminGetUser({ UserPoolId: pool.userPoolId, Username: 'jane' });
      } finally {
        other.destroy();
      }
    };
    await assert.rejects(call({ credentials: { ...credentials(), secretAccessKey: 'wrong' } }), { name: 'InvalidSignatureException' });
    await assert.rejects(call({ credentials: { ...credentials(), accessKeyId: 'AKIDNOBODY' } }), { name: 'UnrecognizedClientException' });
    await assert.rejects(call({ credentials: credentials(), region: 'eu-west-1' }), { name: 'InvalidSignatureException' });
    await assert.rejects(call({ credentials: credentials() }), isA(sdk.UserNotFoundException));
  });
});
