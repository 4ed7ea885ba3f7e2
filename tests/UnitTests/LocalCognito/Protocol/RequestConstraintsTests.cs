using System.Text.Json.Nodes;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Protocol;

public sealed class RequestConstraintsTests
{
    /// <summary>Each operation and its required members, as the service model has them; <c>!</c> marks those that need AWS credentials.</summary>
    public static TheoryData<string, string> Model => new()
    {
        { "SignUp", "ClientId Username" },
        { "ConfirmSignUp", "ClientId Username ConfirmationCode" },
        { "ResendConfirmationCode", "ClientId Username" },
        { "ForgotPassword", "ClientId Username" },
        { "ConfirmForgotPassword", "ClientId Username ConfirmationCode Password" },
        { "InitiateAuth", "AuthFlow ClientId" },
        { "RespondToAuthChallenge", "ClientId ChallengeName" },
        { "GetTokensFromRefreshToken", "RefreshToken ClientId" },
        { "RevokeToken", "Token ClientId" },
        { "GlobalSignOut", "AccessToken" },
        { "GetUser", "AccessToken" },
        { "!AdminCreateUser", "UserPoolId Username" },
        { "!AdminConfirmSignUp", "UserPoolId Username" },
        { "!AdminGetUser", "UserPoolId Username" },
        { "!AdminDisableUser", "UserPoolId Username" },
        { "!AdminEnableUser", "UserPoolId Username" },
        { "!AdminUserGlobalSignOut", "UserPoolId Username" },
        { "!AdminDeleteUser", "UserPoolId Username" },
        { "!AdminSetUserPassword", "UserPoolId Username Password" },
        { "!AdminResetUserPassword", "UserPoolId Username" },
        { "!AdminUpdateUserAttributes", "UserPoolId Username UserAttributes" },
        { "!AdminAddUserToGroup", "UserPoolId Username GroupName" },
        { "!AdminInitiateAuth", "UserPoolId ClientId AuthFlow" },
        { "!AdminRespondToAuthChallenge", "UserPoolId ClientId ChallengeName" },
        { "!CreateGroup", "GroupName UserPoolId" },
        { "!AdminListGroupsForUser", "Username UserPoolId" },
        { "!AdminRemoveUserFromGroup", "UserPoolId Username GroupName" },
        { "!AdminSetUserMFAPreference", "Username UserPoolId" },
        { "!GetUserPoolMfaConfig", "UserPoolId" },
        { "!SetUserPoolMfaConfig", "UserPoolId" },
        { "!ListUsers", "UserPoolId" },
        { "VerifySoftwareToken", "UserCode" },
        { "SetUserMFAPreference", "AccessToken" },
        { "GetUserAuthFactors", "AccessToken" },
        { "ChangePassword", "ProposedPassword AccessToken" },
        { "UpdateUserAttributes", "UserAttributes AccessToken" },
        { "DeleteUserAttributes", "UserAttributeNames AccessToken" },
        { "GetUserAttributeVerificationCode", "AccessToken AttributeName" },
        { "VerifyUserAttribute", "AccessToken AttributeName Code" },
        { "DeleteUser", "AccessToken" },
        { "StartWebAuthnRegistration", "AccessToken" },
        { "CompleteWebAuthnRegistration", "AccessToken Credential" },
        { "ListWebAuthnCredentials", "AccessToken" },
        { "DeleteWebAuthnCredential", "AccessToken CredentialId" },
    };

    [Theory]
    [MemberData(nameof(Model))]
    public void Names_every_required_member_that_is_missing(string operation, string required)
    {
        using var pool = new PoolUnderTest();
        var members = required.Split(' ');

        var refusal = pool.Refusal(operation.TrimStart('!'), new JsonObject());

        refusal.ShouldStartWith($"InvalidParameterException: {members.Length} validation error{(members.Length == 1 ? "" : "s")} detected: ");
        foreach (var member in members)
            refusal.ShouldContain($"at '{char.ToLowerInvariant(member[0])}{member[1..]}' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public void The_model_above_is_complete()
    {
        OperationTable.All.Select(operation => (operation.IsSigned ? "!" : "") + operation.Name).Order(StringComparer.Ordinal)
            // It has no required member: one of two is asked for.
            .ShouldBe(Model.Select(row => (string)row[0]).Append("AssociateSoftwareToken").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SignUp", """{"ClientId":"c","Username":"","Password":"Passw0rd!"}""", """2 validation errors detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+; Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1""")]
    [InlineData("SignUp", """{"ClientId":"c","Username":"a b","Password":"Passw0rd!"}""", """1 validation error detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+""")]
    [InlineData("SignUp", """{"ClientId":"c","Username":"a","Password":"   "}""", """1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$""")]
    [InlineData("SignUp", """{"ClientId":"c","Username":"a","Password":"Passw0rd!","UserAttributes":[{"Value":"x"}]}""", "1 validation error detected: Value null at 'userAttributes.1.member.name' failed to satisfy constraint: Member must not be null")]
    [InlineData("ConfirmSignUp", """{"ClientId":"c","Username":"a","ConfirmationCode":"1 2"}""", """1 validation error detected: Value '1 2' at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\S]+""")]
    [InlineData("RespondToAuthChallenge", """{"ClientId":"c","ChallengeName":"PASSWORD","Session":"short"}""", "1 validation error detected: Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20")]
    [InlineData("AdminGetUser", """{"UserPoolId":"nopool","Username":"a"}""", """1 validation error detected: Value 'nopool' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w-]+_[0-9a-zA-Z]+""")]
    public void Words_violations_as_Cognito_does(string operation, string request, string message)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal(operation, JsonNode.Parse(request)!).ShouldBe($"InvalidParameterException: {message}");
    }

    [Fact]
    public void Lists_the_values_of_an_enumeration()
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "MAGIC" })
            .ShouldStartWith("InvalidParameterException: 1 validation error detected: Value 'MAGIC' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: [USER_SRP_AUTH, ");
    }

    [Fact]
    public void Measures_the_longest_name()
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("ForgotPassword", new { pool.ClientId, Username = new string('a', 129) })
            .ShouldBe("InvalidParameterException: 1 validation error detected: Value at 'username' failed to satisfy constraint: Member must have length less than or equal to 128");
        pool.Send("ForgotPassword", new { pool.ClientId, Username = new string('a', 128) });
    }
}
