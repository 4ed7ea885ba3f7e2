using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Triggers;

public sealed class PoolTriggersTests : IDisposable
{
    private readonly PoolUnderTest _pool = new();

    private PoolTriggers Triggers => _pool.Pool.Triggers;

    [Fact]
    public void Pre_sign_up_confirms_and_verifies()
    {
        PreSignUpRequest? seen = null;
        Triggers.PreSignUp = request =>
        {
            seen = request;
            return new PreSignUpResponse { AutoConfirmUser = true, AutoVerifyEmail = true };
        };
        var answer = _pool.Send("SignUp", new
        {
            _pool.ClientId,
            Username = "jane",
            PoolUnderTest.Password,
            UserAttributes = (object[])[new { Name = "email", Value = "jane@example.com" }],
            ValidationData = (object[])[new { Name = "invitation", Value = "1" }, new { Name = "invitation", Value = "2" }],
            ClientMetadata = new { page = "checkout" },
        });

        answer.GetProperty("UserConfirmed").GetBoolean().ShouldBeTrue();
        answer.TryGetProperty("CodeDeliveryDetails", out _).ShouldBeFalse();
        (seen!.TriggerSource, seen.UserName, seen.ClientId, seen.UserPoolId).ShouldBe(("PreSignUp_SignUp", "jane", _pool.ClientId, _pool.PoolId));
        (seen.UserAttributes["email"], seen.ValidationData["invitation"], seen.ClientMetadata["page"]).ShouldBe(("jane@example.com", "2", "checkout"));
        PoolUnderTest.Claims(_pool.SignIn().Id).GetProperty("email_verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Pre_sign_up_rejects_free_and_taken_names_with_the_same_error()
    {
        _pool.AddJane();
        Triggers.PreSignUp = _ => throw new TriggerRejectionException("Only invited people may join");

        foreach (var username in (string[])["jane", "other"])
        {
            _pool.Refusal("SignUp", new { _pool.ClientId, Username = username, PoolUnderTest.Password })
                .ShouldBe("UserLambdaValidationException: PreSignUp failed with error Only invited people may join.");
        }
    }

    [Fact]
    public void Pre_sign_up_runs_for_users_that_administrators_create()
    {
        var source = "";
        Triggers.PreSignUp = request =>
        {
            source = $"{request.TriggerSource} {request.ClientId} {request.ValidationData["ticket"]}";
            return new PreSignUpResponse { AutoConfirmUser = true };
        };

        var user = _pool.Send("AdminCreateUser", new { UserPoolId = _pool.PoolId, Username = "jane", ValidationData = (object[])[new { Name = "ticket", Value = "7" }] });

        source.ShouldBe("PreSignUp_AdminCreateUser CLIENT_ID_NOT_APPLICABLE 7");
        user.GetProperty("User").GetProperty("UserStatus").GetString().ShouldBe("FORCE_CHANGE_PASSWORD");
    }

    [Fact]
    public void A_failing_trigger_a_missing_response_and_a_rejection_have_different_errors()
    {
        Triggers.PreSignUp = _ => throw new TimeoutException("secret detail");
        Refusal().ShouldBe("UnexpectedLambdaException: PreSignUp invocation failed due to error TimeoutException.");

        Triggers.PreSignUp = _ => null!;
        Refusal().ShouldBe("InvalidLambdaResponseException: Unrecognizable lambda output");

        string Refusal() => _pool.Refusal("SignUp", new { _pool.ClientId, Username = "jane", PoolUnderTest.Password });
    }

    [Fact]
    public void Post_confirmation_runs_after_a_sign_up_and_after_a_password_reset()
    {
        List<string> seen = [];
        Triggers.PostConfirmation = request => seen.Add($"{request.TriggerSource} {request.UserAttributes["cognito:user_status"]} {request.ClientMetadata.GetValueOrDefault("page")}");
        _pool.SignUp();
        _pool.Send("ConfirmSignUp", new { _pool.ClientId, Username = "jane", ConfirmationCode = _pool.Inbox.LatestCode("jane"), ClientMetadata = new { page = "welcome" } });
        _pool.Send("ForgotPassword", new { _pool.ClientId, Username = "jane" });
        _pool.Send("ConfirmForgotPassword", new { _pool.ClientId, Username = "jane", ConfirmationCode = _pool.Inbox.LatestCode("jane"), PoolUnderTest.Password });

        seen.ShouldBe(["PostConfirmation_ConfirmSignUp CONFIRMED welcome", "PostConfirmation_ConfirmForgotPassword CONFIRMED "]);
    }

    [Fact]
    public void Pre_authentication_runs_before_and_post_authentication_after_a_sign_in()
    {
        List<string> seen = [];
        Triggers.PreAuthentication = request => seen.Add($"{request.TriggerSource} {request.UserName} {request.UserNotFound} {request.ValidationData.GetValueOrDefault("page")}");
        Triggers.PostAuthentication = request => seen.Add($"{request.TriggerSource} {request.UserName}");
        _pool.AddJane();
        _pool.Send("InitiateAuth", new { _pool.ClientId, AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password }, ClientMetadata = new { page = "home" } });
        _pool.SignInRefusal("nobody");

        seen.ShouldBe(["PreAuthentication_Authentication jane False home", "PostAuthentication_Authentication jane", "PreAuthentication_Authentication nobody True "]);
        Triggers.PreAuthentication = _ => throw new TriggerRejectionException("Closed on Sundays");
        _pool.SignInRefusal().ShouldBe("UserLambdaValidationException: PreAuthentication failed with error Closed on Sundays.");
    }

    [Fact]
    public void Pre_token_generation_changes_claims_groups_and_scopes()
    {
        _pool.Pool.AddUser("jane", PoolUnderTest.Password, attributes: new Dictionary<string, string> { ["email"] = "jane@example.com" }, groups: ["staff"]);
        Triggers.PreTokenGeneration = request => new PreTokenGenerationResponse
        {
            IdTokenGeneration = new TokenGeneration
            {
                ClaimsToAddOrOverride = new Dictionary<string, object> { ["tenant"] = "t1", ["sub"] = "forged", ["iss"] = "forged" },
                ClaimsToSuppress = ["email", "exp"],
            },
            AccessTokenGeneration = new TokenGeneration
            {
                ClaimsToAddOrOverride = new Dictionary<string, object> { ["limits"] = new Dictionary<string, int> { ["seats"] = 3 }, ["client_id"] = "forged", ["scope"] = "forged" },
                ScopesToAdd = ["orders/read"],
            },
            GroupOverrideDetails = new GroupOverrideDetails { GroupsToOverride = [.. request.Groups, "beta"], IamRolesToOverride = ["role"], PreferredRole = "role" },
        };

        var tokens = _pool.SignIn();

        var id = PoolUnderTest.Claims(tokens.Id);
        var access = PoolUnderTest.Claims(tokens.Access);
        id.GetProperty("tenant").GetString().ShouldBe("t1");
        id.TryGetProperty("email", out _).ShouldBeFalse();
        id.TryGetProperty("exp", out _).ShouldBeTrue();
        (id.GetProperty("sub").GetString(), id.GetProperty("iss").GetString()).ShouldBe((access.GetProperty("sub").GetString(), _pool.Pool.Issuer));
        (id.GetProperty("cognito:groups").GetRawText(), access.GetProperty("cognito:groups").GetRawText()).ShouldBe(("""["staff","beta"]""", """["staff","beta"]"""));
        (id.GetProperty("cognito:roles").GetRawText(), id.GetProperty("cognito:preferred_role").GetString()).ShouldBe(("""["role"]""", "role"));
        access.GetProperty("limits").GetProperty("seats").GetInt32().ShouldBe(3);
        access.GetProperty("client_id").GetString().ShouldBe(_pool.ClientId);
        access.GetProperty("scope").GetString().ShouldBe("aws.cognito.signin.user.admin orders/read");
    }

    [Fact]
    public void Pre_token_generation_can_suppress_the_user_scope()
    {
        _pool.AddJane();
        Triggers.PreTokenGeneration = _ => new PreTokenGenerationResponse { AccessTokenGeneration = new TokenGeneration { ScopesToSuppress = ["aws.cognito.signin.user.admin"] } };

        _pool.Refusal("GetUser", new { AccessToken = _pool.SignIn().Access }).ShouldBe("NotAuthorizedException: Access Token does not have required scopes");
    }

    [Fact]
    public void Pre_token_generation_receives_its_source_and_its_failure_does_not_spend_the_refresh_token()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.RefreshTokenRotation = true);
        pool.Pool.AddUser("jane", PoolUnderTest.Password, UserStatus.ForceChangePassword);
        List<string> seen = [];
        pool.Pool.Triggers.PreTokenGeneration = request =>
        {
            seen.Add(request.TriggerSource);
            return new PreTokenGenerationResponse();
        };
        var tokens = IssuedTokens.Of(pool.Respond(pool.Send("InitiateAuth", pool.PasswordSignIn()), ("NEW_PASSWORD", "N3wPassword!")));
        pool.SignIn(password: "N3wPassword!");
        var works = pool.Pool.Triggers.PreTokenGeneration;
        pool.Pool.Triggers.PreTokenGeneration = _ => throw new TriggerRejectionException("no");
        pool.RefreshRefusal(tokens.Refresh!).ShouldStartWith("UserLambdaValidationException");
        pool.Pool.Triggers.PreTokenGeneration = works;
        pool.Refresh(tokens.Refresh!);

        seen.ShouldBe(["TokenGeneration_NewPasswordChallenge", "TokenGeneration_Authentication", "TokenGeneration_RefreshTokens"]);
    }

    [Fact]
    public void User_migration_adds_a_user_who_signs_in_with_the_password_of_the_old_system()
    {
        Triggers.UserMigration = request => request is { UserName: "jane", Password: PoolUnderTest.Password, TriggerSource: "UserMigration_Authentication" }
            ? new UserMigrationResponse
            {
                UserAttributes = new Dictionary<string, string> { ["email"] = "jane@example.com", ["email_verified"] = "true" },
                FinalUserStatus = UserStatus.Confirmed,
            }
            : null;

        _pool.SignInRefusal(password: "wrong").ShouldBe("NotAuthorizedException: Incorrect username or password.");
        PoolUnderTest.Claims(_pool.SignIn().Id).GetProperty("email").GetString().ShouldBe("jane@example.com");
        Triggers.UserMigration = null;
        _pool.SignIn();
    }

    [Fact]
    public void User_migration_adds_a_user_who_forgot_the_password()
    {
        Triggers.UserMigration = request => request is { Password: null, TriggerSource: "UserMigration_ForgotPassword" }
            ? new UserMigrationResponse { UserAttributes = new Dictionary<string, string> { ["email"] = "jane@example.com", ["email_verified"] = "true" } }
            : null;
        _pool.Send("ForgotPassword", new { _pool.ClientId, Username = "jane" });
        _pool.Send("ConfirmForgotPassword", new { _pool.ClientId, Username = "jane", ConfirmationCode = _pool.Inbox.LatestCode("jane"), PoolUnderTest.Password });

        _pool.SignIn();
    }

    [Fact]
    public void A_trigger_can_call_the_pool()
    {
        Triggers.PostConfirmation = request => _pool.Send("AdminAddUserToGroup", new { request.UserPoolId, Username = request.UserName, GroupName = "members" });
        _pool.Send("CreateGroup", new { UserPoolId = _pool.PoolId, GroupName = "members" });
        _pool.SignUp();
        _pool.Send("ConfirmSignUp", new { _pool.ClientId, Username = "jane", ConfirmationCode = _pool.Inbox.LatestCode("jane") });

        _pool.Send("AdminListGroupsForUser", new { UserPoolId = _pool.PoolId, Username = "jane" }).GetProperty("Groups")[0].GetProperty("GroupName").GetString().ShouldBe("members");
    }

    public void Dispose() => _pool.Dispose();
}
