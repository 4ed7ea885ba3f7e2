"""boto3 against LocalCognito. Debian's boto3 is of 2022; the AWS SDK for JavaScript covers the newer operations."""

import base64
import hashlib
import hmac
import json
import pathlib
import struct
import subprocess
import time
import unittest
import urllib.parse
import urllib.request
import uuid

import boto3
import botocore.config
import botocore.exceptions

HOST = pathlib.Path(__file__).parent / "Host/bin/Debug/net10.0/CognitoAuth.OfficialClients.Host.dll"
PASSWORD = "Correct-Horse-7"
NEW_PASSWORD = "Correct-Horse-8"


def totp(secret, steps=0):
    """The code of an authenticator app (RFC 6238), some 30-second steps from now. The pool accepts a code once, and no code that is older than the last."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), counter, hashlib.sha1).digest()
    return f"{(struct.unpack_from('>I', digest, digest[19] & 15)[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Boto3Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.host = subprocess.Popen(["dotnet", "exec", str(HOST)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.pool = json.loads(cls.host.stdout.readline())
        cls.client = cls.new_client()
        cls.exceptions = cls.client.exceptions

    @classmethod
    def tearDownClass(cls):
        cls.client.close()
        cls.host.stdin.close()
        cls.host.wait()
        cls.host.stdout.close()

    @classmethod
    def new_client(cls, **changes):
        settings = {
            "endpoint_url": cls.pool["endpoint"],
            "region_name": cls.pool["region"],
            "aws_access_key_id": cls.pool["accessKeyId"],
            "aws_secret_access_key": cls.pool["secretAccessKey"],
            "config": botocore.config.Config(retries={"max_attempts": 0}),
        }
        return boto3.client("cognito-idp", **{**settings, **changes})

    def code_of(self, username):
        with urllib.request.urlopen(f"{self.pool['endpoint']}/inbox?username={urllib.parse.quote(username)}") as response:
            return response.read().decode()

    def new_user(self, *attributes):
        username = f"jane-{uuid.uuid4()}"
        self.client.admin_create_user(
            UserPoolId=self.pool["userPoolId"],
            Username=username,
            MessageAction="SUPPRESS",
            UserAttributes=[{"Name": "email", "Value": f"{username}@example.com"}, {"Name": "email_verified", "Value": "true"}, *attributes],
        )
        self.client.admin_set_user_password(UserPoolId=self.pool["userPoolId"], Username=username, Password=PASSWORD, Permanent=True)
        return username

    def start(self, username, password=PASSWORD, client_id=None):
        return self.client.initiate_auth(
            ClientId=client_id or self.pool["publicClientId"],
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": username, "PASSWORD": password},
        )

    def sign_in(self, username, password=PASSWORD):
        return self.start(username, password)["AuthenticationResult"]

    def test_a_user_signs_up_confirms_and_signs_in_with_a_client_secret(self):
        username = f"jane-{uuid.uuid4()}"
        digest = hmac.new(self.pool["clientSecret"].encode(), (username + self.pool["clientId"]).encode(), hashlib.sha256).digest()
        secret_hash = base64.b64encode(digest).decode()
        caller = {"ClientId": self.pool["clientId"], "SecretHash": secret_hash, "Username": username}
        signed_up = self.client.sign_up(**caller, Password=PASSWORD, UserAttributes=[{"Name": "email", "Value": f"{username}@example.com"}])
        self.assertFalse(signed_up["UserConfirmed"])
        self.assertEqual(signed_up["CodeDeliveryDetails"]["DeliveryMedium"], "EMAIL")
        self.client.resend_confirmation_code(**caller)
        with self.assertRaises(self.exceptions.CodeMismatchException):
            self.client.confirm_sign_up(**caller, ConfirmationCode="000000")
        self.client.confirm_sign_up(**caller, ConfirmationCode=self.code_of(username))
        tokens = self.client.initiate_auth(
            ClientId=self.pool["clientId"],
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": username, "PASSWORD": PASSWORD, "SECRET_HASH": secret_hash},
        )["AuthenticationResult"]
        self.assertEqual(self.client.get_user(AccessToken=tokens["AccessToken"])["Username"], username)

    def test_errors_become_the_exceptions_of_the_client(self):
        username = self.new_user()
        with self.assertRaises(self.exceptions.NotAuthorizedException) as wrong:
            self.start(username, "wrong")
        self.assertEqual(wrong.exception.response["Error"], {"Code": "NotAuthorizedException", "Message": "Incorrect username or password."})
        self.assertEqual(wrong.exception.response["ResponseMetadata"]["HTTPStatusCode"], 400)
        self.assertTrue(wrong.exception.response["ResponseMetadata"]["RequestId"])
        with self.assertRaises(self.exceptions.UserNotFoundException):
            self.start("nobody", client_id="legacy")
        with self.assertRaises(self.exceptions.UsernameExistsException):
            self.client.sign_up(ClientId=self.pool["publicClientId"], Username=username, Password=PASSWORD)
        with self.assertRaises(self.exceptions.InvalidPasswordException):
            self.client.sign_up(ClientId=self.pool["publicClientId"], Username=f"jane-{uuid.uuid4()}", Password="shorts")
        with self.assertRaises(self.exceptions.ResourceNotFoundException):
            self.start(username, client_id="nobody")

    def test_a_user_signs_in_with_an_authenticator_app(self):
        username = self.new_user()
        token = self.sign_in(username)["AccessToken"]
        secret = self.client.associate_software_token(AccessToken=token)["SecretCode"]
        self.assertEqual(self.client.verify_software_token(AccessToken=token, UserCode=totp(secret, -1))["Status"], "SUCCESS")
        self.client.set_user_mfa_preference(AccessToken=token, SoftwareTokenMfaSettings={"Enabled": True, "PreferredMfa": True})
        challenge = self.start(username)
        self.assertEqual(challenge["ChallengeName"], "SOFTWARE_TOKEN_MFA")
        answer = {"ClientId": self.pool["publicClientId"], "ChallengeName": "SOFTWARE_TOKEN_MFA", "Session": challenge["Session"]}
        with self.assertRaises(self.exceptions.CodeMismatchException):
            self.client.respond_to_auth_challenge(**answer, ChallengeResponses={"USERNAME": username, "SOFTWARE_TOKEN_MFA_CODE": "000000"})
        signed_in = self.client.respond_to_auth_challenge(**answer, ChallengeResponses={"USERNAME": username, "SOFTWARE_TOKEN_MFA_CODE": totp(secret)})
        self.assertIn("AccessToken", signed_in["AuthenticationResult"])

    def test_a_session_on_a_confirmed_device_is_refreshed_and_revoked(self):
        tokens = self.sign_in(self.new_user())
        device = tokens["NewDeviceMetadata"]["DeviceKey"]
        verifier = {"PasswordVerifier": base64.b64encode(bytes([7] * 384)).decode(), "Salt": base64.b64encode(bytes([7] * 16)).decode()}
        self.client.confirm_device(AccessToken=tokens["AccessToken"], DeviceKey=device, DeviceName="laptop", DeviceSecretVerifierConfig=verifier)
        listed = self.client.list_devices(AccessToken=tokens["AccessToken"])["Devices"]
        self.assertEqual([entry["DeviceKey"] for entry in listed], [device])
        refresh = {
            "ClientId": self.pool["publicClientId"],
            "AuthFlow": "REFRESH_TOKEN_AUTH",
            "AuthParameters": {"REFRESH_TOKEN": tokens["RefreshToken"], "DEVICE_KEY": device},
        }
        self.assertIn("AccessToken", self.client.initiate_auth(**refresh)["AuthenticationResult"])
        self.client.revoke_token(ClientId=self.pool["publicClientId"], Token=tokens["RefreshToken"])
        with self.assertRaises(self.exceptions.NotAuthorizedException):
            self.client.initiate_auth(**refresh)
        with self.assertRaises(self.exceptions.NotAuthorizedException):
            self.client.get_user(AccessToken=tokens["AccessToken"])

    def test_a_device_is_forgotten(self):
        tokens = self.sign_in(self.new_user())
        device = tokens["NewDeviceMetadata"]["DeviceKey"]
        verifier = {"PasswordVerifier": base64.b64encode(bytes([7] * 384)).decode(), "Salt": base64.b64encode(bytes([7] * 16)).decode()}
        self.client.confirm_device(AccessToken=tokens["AccessToken"], DeviceKey=device, DeviceSecretVerifierConfig=verifier)
        self.client.update_device_status(AccessToken=tokens["AccessToken"], DeviceKey=device, DeviceRememberedStatus="not_remembered")
        self.assertEqual(self.client.get_device(AccessToken=tokens["AccessToken"], DeviceKey=device)["Device"]["DeviceKey"], device)
        self.client.forget_device(AccessToken=tokens["AccessToken"], DeviceKey=device)
        with self.assertRaises(self.exceptions.ResourceNotFoundException):
            self.client.get_device(AccessToken=tokens["AccessToken"], DeviceKey=device)

    def test_a_global_sign_out_ends_all_sessions(self):
        username = self.new_user()
        one, other = self.sign_in(username)["AccessToken"], self.sign_in(username)["AccessToken"]
        self.client.global_sign_out(AccessToken=one)
        for token in (one, other):
            with self.assertRaises(self.exceptions.NotAuthorizedException):
                self.client.get_user(AccessToken=token)

    def test_a_password_is_changed_and_a_forgotten_password_is_reset(self):
        username = self.new_user()
        token = self.sign_in(username)["AccessToken"]
        with self.assertRaises(self.exceptions.NotAuthorizedException):
            self.client.change_password(AccessToken=token, PreviousPassword="wrong", ProposedPassword=NEW_PASSWORD)
        self.client.change_password(AccessToken=token, PreviousPassword=PASSWORD, ProposedPassword=NEW_PASSWORD)
        caller = {"ClientId": self.pool["publicClientId"], "Username": username}
        self.assertEqual(self.client.forgot_password(**caller)["CodeDeliveryDetails"]["AttributeName"], "email")
        with self.assertRaises(self.exceptions.CodeMismatchException):
            self.client.confirm_forgot_password(**caller, ConfirmationCode="000000", Password=PASSWORD)
        self.client.confirm_forgot_password(**caller, ConfirmationCode=self.code_of(username), Password=PASSWORD)
        self.assertIn("AccessToken", self.sign_in(username))

    def test_attributes_are_changed_verified_and_deleted(self):
        username = self.new_user({"Name": "name", "Value": "Jane Döe"})
        token = self.sign_in(username)["AccessToken"]
        self.client.update_user_attributes(AccessToken=token, UserAttributes=[{"Name": "email", "Value": f"new-{username}@example.com"}])
        self.client.get_user_attribute_verification_code(AccessToken=token, AttributeName="email")
        self.client.verify_user_attribute(AccessToken=token, AttributeName="email", Code=self.code_of(username))
        self.client.delete_user_attributes(AccessToken=token, UserAttributeNames=["name"])
        attributes = {entry["Name"]: entry["Value"] for entry in self.client.get_user(AccessToken=token)["UserAttributes"]}
        self.assertEqual(attributes["email_verified"], "true")
        self.assertNotIn("name", attributes)
        self.client.delete_user(AccessToken=token)
        with self.assertRaises(self.exceptions.UserNotFoundException):
            self.client.admin_get_user(UserPoolId=self.pool["userPoolId"], Username=username)

    def test_an_administrator_manages_a_user(self):
        user = {"UserPoolId": self.pool["userPoolId"], "Username": self.new_user()}
        created = self.client.admin_get_user(**user)["UserCreateDate"]
        self.assertLess(abs(created.timestamp() - time.time()), 60)
        self.client.admin_update_user_attributes(**user, UserAttributes=[{"Name": "custom:plan", "Value": "gold"}])
        self.client.create_group(UserPoolId=user["UserPoolId"], GroupName=user["Username"])
        self.client.admin_add_user_to_group(**user, GroupName=user["Username"])
        self.assertEqual([group["GroupName"] for group in self.client.admin_list_groups_for_user(**user)["Groups"]], [user["Username"]])
        self.client.admin_disable_user(**user)
        with self.assertRaises(self.exceptions.NotAuthorizedException):
            self.start(user["Username"])
        self.client.admin_enable_user(**user)
        token = self.sign_in(user["Username"])["AccessToken"]
        self.client.admin_user_global_sign_out(**user)
        with self.assertRaises(self.exceptions.NotAuthorizedException):
            self.client.get_user(AccessToken=token)
        self.client.admin_delete_user(**user)
        with self.assertRaises(self.exceptions.UserNotFoundException):
            self.client.admin_get_user(**user)

    def test_an_invited_user_sets_a_password(self):
        username = f"jane-{uuid.uuid4()}"
        pool = {"UserPoolId": self.pool["userPoolId"], "ClientId": self.pool["publicClientId"]}
        self.client.admin_create_user(UserPoolId=pool["UserPoolId"], Username=username, UserAttributes=[{"Name": "email", "Value": f"{username}@example.com"}])
        challenge = self.client.admin_initiate_auth(**pool, AuthFlow="ADMIN_USER_PASSWORD_AUTH", AuthParameters={"USERNAME": username, "PASSWORD": self.code_of(username)})
        self.assertEqual(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED")
        self.client.admin_respond_to_auth_challenge(
            **pool, ChallengeName="NEW_PASSWORD_REQUIRED", Session=challenge["Session"], ChallengeResponses={"USERNAME": username, "NEW_PASSWORD": PASSWORD}
        )
        self.assertIn("AccessToken", self.sign_in(username))

    def test_users_are_listed_page_by_page(self):
        names = sorted(self.new_user({"Name": "family_name", "Value": "Pagination"}) for _ in range(5))
        pages = self.client.get_paginator("list_users").paginate(
            UserPoolId=self.pool["userPoolId"], Filter='family_name = "Pagination"', PaginationConfig={"PageSize": 2}
        )
        found = [[user["Username"] for user in page["Users"]] for page in pages]
        self.assertEqual([len(page) for page in found], [2, 2, 1])
        self.assertEqual(sorted(sum(found, [])), names)

    def test_signatures_are_verified(self):
        for changes, code in (
            ({"aws_secret_access_key": "wrong"}, "InvalidSignatureException"),
            ({"aws_access_key_id": "AKIDNOBODY"}, "UnrecognizedClientException"),
            ({"region_name": "eu-west-1"}, "InvalidSignatureException"),
            ({}, "UserNotFoundException"),
        ):
            other = self.new_client(**changes)
            with self.assertRaises(botocore.exceptions.ClientError) as refused:
                other.admin_get_user(UserPoolId=self.pool["userPoolId"], Username="nobody")
            self.assertEqual(refused.exception.response["Error"]["Code"], code)
            other.close()


if __name__ == "__main__":
    unittest.main()
