using System.Text.Json;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Admin;

public sealed class AdminOperationsTests
{
    [Fact]
    public void Invites_a_user_with_a_temporary_password_that_conforms()
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
    public void Sends_no_invitation_when_told_not_to_and_another_when_asked()
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
    public void Confirms_without_a_code_once()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Send("AdminConfirmSignUp", Jane(pool));

        pool.SignIn();
        pool.Refusal("AdminConfirmSignUp", Jane(pool)).ShouldBe("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    [Fact]
    public void Shows_a_user_in_its_state()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        var user = pool.Send("AdminGetUser", Jane(pool));

        user.GetProperty("UserStatus").GetString().ShouldBe("UNCONFIRMED");
        user.GetProperty("UserAttributes").EnumerateArray().Select(attribute => attribute.GetProperty("Name").GetString()!).ShouldBe(["sub", "email"]);
        user.GetProperty("UserLastModifiedDate").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public void Disables_and_enables()
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
    public void Signs_a_user_out_everywhere()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var tokens = pool.SignIn();

        pool.Send("AdminUserGlobalSignOut", Jane(pool));

        pool.RefreshRefusal(tokens.Refresh!).ShouldBe("NotAuthorizedException: Refresh Token has been revoked");
    }

    [Fact]
    public void Puts_users_into_groups_that_exist()
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
    public void Sets_a_password_for_good_or_for_the_next_sign_in(bool permanent)
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Send("AdminSetUserPassword", new { UserPoolId = pool.PoolId, Username = "jane", Password = "N3wPassword!", Permanent = permanent });

        pool.Send("InitiateAuth", pool.PasswordSignIn(password: "N3wPassword!")).TryGetProperty("ChallengeName", out _).ShouldBe(!permanent);
        pool.Refusal("AdminSetUserPassword", new { UserPoolId = pool.PoolId, Username = "jane", Password = "weak" }).ShouldStartWith("InvalidPasswordException");
    }

    [Fact]
    public void Resets_a_password_so_that_only_the_code_helps()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        pool.Send("AdminResetUserPassword", Jane(pool));

        pool.SignInRefusal().ShouldBe("PasswordResetRequiredException: Password reset required for the user");
        pool.Send("ConfirmForgotPassword", new { pool.ClientId, Username = "jane", ConfirmationCode = pool.Inbox.LatestCode("jane"), PoolUnderTest.Password });
        pool.SignIn();
    }

    [Fact]
    public void A_changed_address_is_unverified_unless_vouched_for()
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
    public void Moves_the_name_with_the_address_that_serves_as_one()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);
        var sub = pool.Pool.AddUser("old@example.com", PoolUnderTest.Password);

        pool.Send("AdminUpdateUserAttributes", new { UserPoolId = pool.PoolId, Username = sub, UserAttributes = (object[])[new { Name = "email", Value = "new@example.com" }] });

        pool.SignIn("new@example.com");
        pool.SignInRefusal("old@example.com").ShouldBe("NotAuthorizedException: Incorrect username or password.");
    }

    [Fact]
    public void Signs_in_for_administrators()
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
    public void Tells_of_missing_users_and_pools(string operation)
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
