using System.Reflection;
using System.Text.Json.Nodes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>
/// Every member of the gateway, found by reflection and called with values of its parameters' types: it must handle faults as its operation's retry class requires. A new operation needs a row in
/// <see cref="Operations"/>; a parameter of a new type, one in <see cref="ValueOf"/>.
/// </summary>
public sealed class EveryOperationTests
{
    // From docs/cognito.md#repeating-a-call and #quotas, not from the code; also operations that the gateway does not call yet.
    private const string Table = """
        AdminGetUser                     Read          UserRead
        AdminListUserSessions            Read          UserResourceRead
        AdminRevokeUserSession           Idempotent    UserResourceUpdate
        AdminUserGlobalSignOut           Idempotent    UserToken
        AssociateSoftwareToken           Replace       UserResourceUpdate
        ChangePassword                   NotRepeatable UserAccountRecovery
        CompleteWebAuthnRegistration     NotRepeatable UserResourceUpdate
        ConfirmDevice                    NotRepeatable UserResourceUpdate
        ConfirmForgotPassword            NotRepeatable UserAccountRecovery
        ConfirmSignUp                    NotRepeatable UserCreation
        DeleteUser                       Delete        UserUpdate
        DeleteUserAttributes             Idempotent    UserUpdate
        DeleteWebAuthnCredential         Delete        UserResourceUpdate
        ForgetDevice                     Delete        UserResourceUpdate
        ForgotPassword                   SendMessage   UserAccountRecovery
        GetClientToken                   Read          ClientAuthentication
        GetDevice                        Read          UserResourceRead
        GetTokensFromRefreshToken        RotateToken   UserToken
        GetUser                          Read          UserRead
        GetUserAttributeVerificationCode SendMessage   UserResourceRead
        GetUserAuthFactors               Read          UserRead
        GlobalSignOut                    Idempotent    UserToken
        InitiateAuth                     SignIn        UserAuthentication
        AdminInitiateAuth                SignIn        UserAuthentication
        ListDevices                      Read          UserResourceRead
        ListUserSessions                 Read          UserResourceRead
        ListWebAuthnCredentials          Read          UserResourceRead
        ResendConfirmationCode           SendMessage   UserResourceRead
        RespondToAuthChallenge           NotRepeatable UserAuthentication
        AdminRespondToAuthChallenge      NotRepeatable UserAuthentication
        RevokeToken                      Idempotent    UserToken
        RevokeUserSession                Idempotent    UserResourceUpdate
        SetUserMFAPreference             Idempotent    UserResourceUpdate
        SignUp                           NotRepeatable UserCreation
        StartWebAuthnRegistration        Replace       UserResourceUpdate
        UpdateDeviceStatus               Idempotent    UserResourceUpdate
        UpdateUserAttributes             SendMessage   UserUpdate
        VerifySoftwareToken              NotRepeatable UserResourceUpdate
        VerifyUserAttribute              NotRepeatable UserUpdate
        """;

    // Only a failing test waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly MethodInfo[] Members = typeof(ICognitoGateway).GetMethods();

    private static readonly Dictionary<string, Row> Operations = Table.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(cells => cells[0], cells => new Row(cells[0], Enum.Parse<RetryClass>(cells[1]), Enum.Parse<QuotaCategory>(cells[2])), StringComparer.Ordinal);

    [Fact]
    public Task Only_harmless_operations_are_repeated_after_a_failure_with_an_unknown_outcome() => ForEveryMember(CognitoResponses.InternalError, (operation, _) => operation.RetryClass switch
    {
        RetryClass.Read or RetryClass.Idempotent or RetryClass.Delete or RetryClass.Replace => "upstream_unavailable after 3",
        RetryClass.SignIn => "upstream_unavailable after 1",
        RetryClass.SendMessage or RetryClass.RotateToken or RetryClass.NotRepeatable => "outcome_unknown after 1",
        _ => "a class that this test does not know",
    });

    [Fact]
    public Task Throttling_is_repeated_in_every_class() => ForEveryMember(CognitoResponses.Throttled, (_, _) => "upstream_throttled after 3");

    [Fact]
    public Task An_attempt_limit_of_the_user_is_never_repeated() =>
        ForEveryMember(CognitoResponses.Error("LimitExceededException", "Attempt limit exceeded, please try after some time."), (_, _) => "attempts_exceeded after 1");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"")]
    [InlineData("<html>")]
    public Task A_response_that_is_not_from_Cognito_is_never_a_success(string body) => ForEveryMember(CognitoResponses.Ok(body), (operation, _) => AfterAnUnusableResponse(operation));

    [Fact]
    public Task A_response_with_members_of_wrong_types_is_never_a_success() => ForEveryMember(
        operation => CognitoResponses.Ok(Wrong(CognitoModel.Operations[operation].Response).ToJsonString()),
        (operation, shape) => shape.Count == 0 ? "success after 1" : AfterAnUnusableResponse(operation));

    [Fact]
    public Task A_response_without_a_required_member_is_never_a_success() => ForEveryMember(
        CognitoResponses.Ok("{}"),
        (operation, shape) => MustHaveMembers(operation.Name, shape) ? AfterAnUnusableResponse(operation) : "success after 1");

    // The operations whose endpoints accept it. Cognito accepts it for GetUserAttributeVerificationCode too.
    [Fact]
    public async Task Client_metadata_is_sent_with_the_operations_that_accept_it_and_no_others()
    {
        string[] accepting =
        [
            "ConfirmForgotPassword", "ConfirmSignUp", "ForgotPassword", "GetClientToken", "GetTokensFromRefreshToken", "InitiateAuth", "ResendConfirmationCode", "RespondToAuthChallenge", "SignUp",
            "UpdateUserAttributes",
        ];

        await ForEveryMember(async (member, operation) =>
        {
            await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("{}"));
            pool.Context.ClientMetadata = TestData.Map(("locale", "de"));
            await Call(pool.Gateway, member, CancellationToken.None);
            return (accepting.Contains(operation.Name, StringComparer.Ordinal) ? """{"locale":"de"}""" : "none", JsonNode.Parse(pool.Requests.First().Body)!["ClientMetadata"]?.ToJsonString() ?? "none");
        });
    }

    [Fact]
    public async Task A_caller_that_disconnects_cancels_reads_and_nothing_more()
    {
        await ForEveryMember(async (member, operation) =>
        {
            var (arrived, mayRespond) = (new TaskCompletionSource(), new TaskCompletionSource());
            await using var pool = await GatewayUnderTest.Start(async context =>
            {
                arrived.TrySetResult();
                await Task.WhenAny(mayRespond.Task, CognitoResponses.Silence(context));
                if (!context.RequestAborted.IsCancellationRequested) await CognitoResponses.Error("ForbiddenException", "…")(context);
            });
            using var caller = new CancellationTokenSource();
            var call = Call(pool.Gateway, member, caller.Token);
            await arrived.Task.WaitAsync(Patience);
            await caller.CancelAsync();
            if (operation.RetryClass is not RetryClass.Read) mayRespond.SetResult();

            return (operation.RetryClass is RetryClass.Read ? "given up" : "blocked", await Outcome(call));
        });
    }

    [Fact]
    public void Every_operation_has_the_class_and_category_of_the_table()
    {
        var declared = typeof(CognitoGateway).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.FieldType == typeof(CognitoOperation)).ToList();

        declared.Count.ShouldBeGreaterThan(20);
        foreach (var field in declared)
        {
            // The longest matching name: AssociateSoftwareTokenInSignInOperation is AssociateSoftwareToken.
            var expected = Operations.Values.Where(row => field.Name.StartsWith(row.Name, StringComparison.Ordinal)).MaxBy(row => row.Name.Length).ShouldNotBeNull($"no row for {field.Name}");
            var operation = (CognitoOperation)field.GetValue(null)!;
            new Row(expected.Name, operation.RetryClass, operation.Category).ShouldBe(expected, field.Name);
        }
    }

    private static string AfterAnUnusableResponse(Row operation) => operation.RetryClass switch
    {
        RetryClass.SignIn => "upstream_invalid after 1",
        RetryClass.SendMessage or RetryClass.RotateToken or RetryClass.NotRepeatable => "outcome_unknown after 1",
        _ => "upstream_invalid after 3",
    };

    /// <summary>By the model, and for responses that must have one of two members: tokens or a challenge, a status.</summary>
    private static bool MustHaveMembers(string operation, JsonObject shape) =>
        operation is "InitiateAuth" or "RespondToAuthChallenge" or "GetTokensFromRefreshToken" or "AssociateSoftwareToken" or "VerifySoftwareToken" or "GetDevice" or "GetClientToken"
        // The required member of the first is the user's name, which is not passed on; that of the second is a list, which may be missing when empty.
        || (operation is not ("GetUserAuthFactors" or "ListWebAuthnCredentials") && shape.Any(member => member.Key.EndsWith('*')));

    private static Task ForEveryMember(RequestDelegate response, Func<Row, JsonObject, string> expected) => ForEveryMember(_ => response, expected);

    private static Task ForEveryMember(Func<string, RequestDelegate> response, Func<Row, JsonObject, string> expected) => ForEveryMember(async (member, operation) =>
    {
        await using var pool = await GatewayUnderTest.Start(context => response(OperationOf(context))(context));
        var error = await Call(pool.Gateway, member, CancellationToken.None);
        var sent = pool.Requests.Select(request => Target(request.Headers["X-Amz-Target"])).ToList();
        sent.ShouldAllBe(name => name == operation.Name);
        return (expected(operation, CognitoModel.Operations[operation.Name].Response), $"{error?.Code ?? "success"} after {sent.Count}");
    });

    /// <summary>Calls all members at once, since most of the time is spent waiting, and reports all faults in one message.</summary>
    private static async Task ForEveryMember(Func<MethodInfo, Row, Task<(string Expected, string Observed)>> check)
    {
        Members.Length.ShouldBeGreaterThan(20);
        var lines = await Task.WhenAll(Members.Select(async member =>
        {
            var (expected, observed) = await check(member, RowOf(member));
            return (Expected: $"{member.Name}: {expected}", Observed: $"{member.Name}: {observed}");
        }));
        lines.Select(line => line.Observed).ShouldBe(lines.Select(line => line.Expected));
    }

    private static Row RowOf(MethodInfo member)
    {
        // By default a password goes to Cognito in InitiateAuth.
        var name = member.Name == nameof(ICognitoGateway.StartSignIn) ? "InitiateAuth" : member.Name;
        return Operations.GetValueOrDefault(name).ShouldNotBeNull($"{name} has no row: say in the table of this test which retry class and quota category it is of.");
    }

    private static async Task<AuthError?> Call(ICognitoGateway gateway, MethodInfo member, CancellationToken cancellationToken)
    {
        var arguments = member.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : ValueOf(parameter)).ToArray();
        var task = (Task)member.Invoke(gateway, arguments)!;
        await task;
        var result = task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)!;
        return (AuthError?)result.GetType().GetProperty(nameof(Result<>.Error))!.GetValue(result);
    }

    private static async Task<string> Outcome(Task<AuthError?> call)
    {
        try
        {
            return (await call.WaitAsync(Patience))?.Code ?? "success";
        }
        catch (OperationCanceledException)
        {
            return "given up";
        }
    }

    private static object? ValueOf(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "text",
        var type when type == typeof(bool) => true,
        var type when type == typeof(int?) || type == typeof(bool?) => null,
        var type when type == typeof(JsonText) => new JsonText("{}"),
        var type when type == typeof(DeviceSecretVerifier) => new DeviceSecretVerifier(new Secret("c2FsdA=="), new Secret("dmVyaWZpZXI=")),
        var type when type == typeof(IReadOnlyList<string>) => new[] { "text" },
        var type when type == typeof(Secret) => new Secret("secret"),
        var type when type == typeof(SignInStart) => new SignInStart.Password(new Secret("secret")),
        var type when type == typeof(AnsweredChallenge) => new AnsweredChallenge("text", new Secret("secret"), "text", new ChallengeAnswer.Code(new Secret("secret"))),
        var type when type == typeof(TotpOwner) => new TotpOwner.SignedIn(new Secret("token")),
        var type when type == typeof(MfaPreferences) => new MfaPreferences(),
        var type when type == typeof(IReadOnlyCollection<string>) => new[] { "text" },
        var type when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "text" },
        var type when type == typeof(IReadOnlyDictionary<string, Secret>) => new Dictionary<string, Secret>(StringComparer.Ordinal) { ["NAME"] = new("secret") },
        var type => throw new NotSupportedException($"This test does not know how to make the {type.Name} that {parameter.Member.Name} takes as {parameter.Name}: say so here."),
    };

    private static string OperationOf(HttpContext context) => Target(context.Request.Headers["X-Amz-Target"].ToString());

    private static string Target(string header) => header[(header.LastIndexOf('.') + 1)..];

    /// <summary>Every member with another JSON type than in the model.</summary>
    private static JsonObject Wrong(JsonObject shape) => new(CognitoModel.Members(shape).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)(member.Value is JsonArray ? "text" : new JsonArray(7)))));

    private sealed record Row(string Name, RetryClass RetryClass, QuotaCategory Category);
}
