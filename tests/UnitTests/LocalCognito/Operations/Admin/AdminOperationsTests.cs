using System.Text.Json;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Admin;

public sealed class AdminOperationsTests
{
    [Fact]
    public void An_invited_user_gets_a_temporary_password_that_conforms_to_the_policy()
    {
        using var pool = new PoolUnderTest(options => options.Pool.PasswordPolicy.MinimumLength = 20);

        var user = pool.Send("AdminCreateUser", Create(pool)).GetProperty("User");

        user.GetProperty("UserStatus").GetString().ShouldBe("FORCE_CHANGE_PASSWORD");
        user.GetProperty("Enabled").GetBoolean().ShouldBeTrue();
        user.GetProperty("UserCreateDate").GetDouble().ShouldBe(pool.Clock.GetUtcNow().ToUnixTimeSeconds());
        var message = pool.Inbox.Of("jane").ShouldHaveSingleItem();
        message.Kind.ShouldBe("admin_create_user");
        pool.Send("InitiateAuth", pool.PasswordSignIn(password: message.Code)).GetProperty("ChallengeName").GetString().ShouldBe("NEW_PASSWORD_REQUIRED");
    }

    [Fact]
    public void An_invitation_can_be_suppressed_and_sent_again()
    {
        using var pool = new PoolUnderTest();
        pool.Send("AdminCreateUser", Create(pool, "SUPPRESS"));
        pool.Inbox.Of("jane").ShouldBeEmpty();

        pool.Refusal("AdminCreateUser", Create(pool)).ShouldBe("UsernameExistsException: User already exists");
        pool.Send("AdminCreateUser", Create(pool, "RESEND"));
        pool.Inbox.Of("jane").ShouldHaveSingleItem();
        pool.AddJane("active");
        pool.Refusal("AdminCreateUser", new { UserPoolId = pool.PoolId, Username = "active", MessageAction = "RESEND" }).ShouldStartWith("UnsupportedUserStateException");
    }

    [Fact]
    public void An_administrator_confirms_a_user_once_without_a_code()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Send("AdminConfirmSignUp", Jane(pool));

        pool.SignIn();
        pool.Refusal("AdminConfirmSignUp", Jane(pool)).ShouldBe("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    [Fact]
    public void An_administrator_sees_the_state_of_a_user()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        var user = pool.Send("AdminGetUser", Jane(pool));

        user.GetProperty("UserStatus").GetString().ShouldBe("UNCONFIRMED");
        user.GetProperty("UserAttributes").EnumerateArray().Select(attribute => attribute.GetProperty("Name").GetString()!).ShouldBe(["sub", "email"]);
        user.GetProperty("UserLastModifiedDate").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public void A_disabled_user_is_refused_until_enabled_again()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var tokens = pool.SignIn();

        pool.Send("AdminDisableUser", Jane(pool));
        pool.SignInRefusal().ShouldBe("NotAuthorizedException: User is disabled.");
        pool.Refusal("GetUser", new { AccessToken = tokens.Access }).ShouldBe("NotAuthorizedException: Access Token has been revoked");
        pool.Send("AdminEnableUser", Jane(pool));
        pool.SignIn();
    }

    [Fact]
    public void An_administrator_signs_a_user_out_of_all_sessions()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var tokens = pool.SignIn();

        pool.Send("AdminUserGlobalSignOut", Jane(pool));

        pool.RefreshRefusal(tokens.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has been revoked");
    }

    [Fact]
    public void Users_are_added_to_existing_groups_only()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        object Membership(string group) => new { UserPoolId = pool.PoolId, Username = "jane", GroupName = group };

        pool.Refusal("AdminAddUserToGroup", Membership("admins")).ShouldStartWith("ResourceNotFoundException");
        pool.Send("CreateGroup", new { UserPoolId = pool.PoolId, GroupName = "admins", Precedence = 1 }).GetProperty("Group").GetProperty("Precedence").GetInt32().ShouldBe(1);
        pool.Refusal("CreateGroup", new { UserPoolId = pool.PoolId, GroupName = "admins" }).ShouldStartWith("GroupExistsException");
        pool.Send("AdminAddUserToGroup", Membership("admins"));
        pool.Send("AdminAddUserToGroup", Membership("admins"));

        var tokens = pool.SignIn();
        PoolUnderTest.Claims(tokens.Access).GetProperty("cognito:groups").GetRawText().ShouldBe("""["admins"]""");
        PoolUnderTest.Claims(tokens.Id).GetProperty("cognito:groups").GetRawText().ShouldBe("""["admins"]""");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_administrator_sets_a_permanent_or_temporary_password(bool permanent)
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Send("AdminSetUserPassword", new { UserPoolId = pool.PoolId, Username = "jane", Password = "N3wPassword!", Permanent = permanent });

        pool.Send("InitiateAuth", pool.PasswordSignIn(password: "N3wPassword!")).TryGetProperty("ChallengeName", out _).ShouldBe(!permanent);
        pool.Refusal("AdminSetUserPassword", new { UserPoolId = pool.PoolId, Username = "jane", Password = "weak" }).ShouldStartWith("InvalidPasswordException");
    }

    [Fact]
    public void After_a_reset_only_the_code_sets_a_new_password()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Send("AdminResetUserPassword", Jane(pool));

        pool.SignInRefusal().ShouldBe("PasswordResetRequiredException: Password reset required for the user");
        pool.Send("ConfirmForgotPassword", new { pool.ClientId, Username = "jane", ConfirmationCode = pool.Inbox.LatestCode("jane"), PoolUnderTest.Password });
        pool.SignIn();
    }

    [Fact]
    public void A_changed_address_is_unverified_unless_the_administrator_verifies_it()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        object Change(params object[] attributes) => new { UserPoolId = pool.PoolId, Username = "jane", UserAttributes = attributes };

        pool.Send("AdminUpdateUserAttributes", Change(new { Name = "email", Value = "new@example.com" }));
        PoolUnderTest.Claims(pool.SignIn().Id).GetProperty("email_verified").GetBoolean().ShouldBeFalse();
        pool.Send("AdminUpdateUserAttributes", Change(new { Name = "email", Value = "newer@example.com" }, new { Name = "email_verified", Value = "true" }));
        PoolUnderTest.Claims(pool.SignIn().Id).GetProperty("email_verified").GetBoolean().ShouldBeTrue();
        pool.Send("AdminUpdateUserAttributes", Change(new { Name = "email", Value = "" }));
        PoolUnderTest.Claims(pool.SignIn().Id).TryGetProperty("email", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_changed_address_that_serves_as_user_name_changes_the_name()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("old@example.com", PoolUnderTest.Password);

        pool.Send("AdminUpdateUserAttributes", new { UserPoolId = pool.PoolId, Username = sub, UserAttributes = (object[])[new { Name = "email", Value = "new@example.com" }] });

        pool.SignIn("new@example.com");
        pool.SignInRefusal("old@example.com").ShouldBe("NotAuthorizedException: Incorrect username or password.");
    }

    [Fact]
    public void The_administrative_flow_signs_users_in()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        pool.Pool.AddUser("invited", PoolUnderTest.Password, UserStatus.ForceChangePassword);
        JsonElement Start(string flow, string username) => pool.Send("AdminInitiateAuth", new
        {
            UserPoolId = pool.PoolId,
            pool.ClientId,
            AuthFlow = flow,
            AuthParameters = new { USERNAME = username, PASSWORD = PoolUnderTest.Password },
        });

        IssuedTokens.Of(Start("ADMIN_USER_PASSWORD_AUTH", "jane"));
        IssuedTokens.Of(Start("ADMIN_NO_SRP_AUTH", "jane"));
        var challenge = Start("ADMIN_USER_PASSWORD_AUTH", "invited");
        IssuedTokens.Of(pool.Send("AdminRespondToAuthChallenge", new
        {
            UserPoolId = pool.PoolId,
            pool.ClientId,
            ChallengeName = "NEW_PASSWORD_REQUIRED",
            Session = challenge.GetProperty("Session").GetString(),
            ChallengeResponses = new { USERNAME = "invited", NEW_PASSWORD = "N3wPassword!" },
        }));
    }

    [Theory]
    [InlineData("AdminGetUser")]
    [InlineData("AdminConfirmSignUp")]
    [InlineData("AdminDeleteUser")]
    public void A_missing_user_and_a_missing_pool_are_reported(string operation)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal(operation, Jane(pool)).ShouldBe("UserNotFoundException: User does not exist.");
        pool.Refusal(operation, new { UserPoolId = "us-east-1_Other", Username = "jane" }).ShouldBe("ResourceNotFoundException: User pool us-east-1_Other does not exist.");
    }

    private static object Jane(PoolUnderTest pool) => new { UserPoolId = pool.PoolId, Username = "jane" };

    private static object Create(PoolUnderTest pool, string? messageAction = null) => new
    {
        UserPoolId = pool.PoolId,
        Username = "jane",
        MessageAction = messageAction,
        UserAttributes = (object[])[new { Name = "email", Value = "jane@example.com" }],
    };
}
