using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.AuthFlows;

public sealed class CustomAuthTests : IDisposable
{
    private const string Incorrect = "NotAuthorizedException: Incorrect username or password.";
    private const string NotConfigured = "InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.";

    private readonly PoolUnderTest _pool = new();
    private readonly List<string> _log = [];

    public CustomAuthTests()
    {
        // Two correct answers, with at most three attempts.
        _pool.Pool.Triggers.DefineAuthChallenge = request =>
        {
            _log.Add($"{request.TriggerSource} {request.UserName} {request.UserNotFound} {string.Join(", ", request.Session.Select(round => $"{round.ChallengeName}={round.ChallengeResult}/{round.ChallengeMetadata}"))}");
            return new DefineAuthChallengeResponse
            {
                IssueTokens = request.Session.Count(round => round is { ChallengeName: "CUSTOM_CHALLENGE", ChallengeResult: true }) == 2,
                FailAuthentication = request.Session.Count(round => !round.ChallengeResult) == 2,
                ChallengeName = request.Session is [{ ChallengeName: "SRP_A" }] ? "PASSWORD_VERIFIER" : "CUSTOM_CHALLENGE",
            };
        };
        _pool.Pool.Triggers.CreateAuthChallenge = request => new CreateAuthChallengeResponse
        {
            PublicChallengeParameters = new Dictionary<string, string> { ["question"] = $"{request.Session.Count} + 1" },
            PrivateChallengeParameters = new Dictionary<string, string> { ["answer"] = $"{request.Session.Count + 1}" },
            ChallengeMetadata = $"sum{request.Session.Count}",
        };
        _pool.Pool.Triggers.VerifyAuthChallengeResponse = request => new VerifyAuthChallengeResponseResponse
        {
            AnswerCorrect = request.ChallengeAnswer == request.PrivateChallengeParameters["answer"],
        };
    }

    [Fact]
    public void Custom_auth_runs_the_rounds_that_the_triggers_define()
    {
        _pool.AddJane();

        var first = Start();
        first.GetProperty("ChallengeName").GetString().ShouldBe("CUSTOM_CHALLENGE");
        first.GetProperty("ChallengeParameters").GetRawText().ShouldBe("""{"question":"0 + 1","USERNAME":"jane","USER_ID_FOR_SRP":"jane"}""");
        var second = _pool.Respond(first, ("ANSWER", "1"));
        var third = _pool.Respond(second, ("ANSWER", "wrong"));
        third.GetProperty("ChallengeParameters").GetProperty("question").GetString().ShouldBe("2 + 1");
        IssuedTokens.Of(_pool.Respond(third, ("ANSWER", "3")));

        _log.ShouldBe(
        [
            "DefineAuthChallenge_Authentication jane False ",
            "DefineAuthChallenge_Authentication jane False CUSTOM_CHALLENGE=True/sum0",
            "DefineAuthChallenge_Authentication jane False CUSTOM_CHALLENGE=True/sum0, CUSTOM_CHALLENGE=False/sum1",
            "DefineAuthChallenge_Authentication jane False CUSTOM_CHALLENGE=True/sum0, CUSTOM_CHALLENGE=False/sum1, CUSTOM_CHALLENGE=True/sum2",
        ]);
    }

    [Fact]
    public void Every_answer_spends_the_session()
    {
        _pool.AddJane();
        var first = Start();
        var second = _pool.Respond(first, ("ANSWER", "wrong"));

        _pool.RespondRefusal(first, ("ANSWER", "1")).ShouldEndWith("session can only be used once.");
        _pool.RespondRefusal(second, ("ANSWER", "wrong")).ShouldBe(Incorrect);
        _pool.RespondRefusal(second, ("ANSWER", "2")).ShouldEndWith("session can only be used once.", customMessage: "a failed sign-in cannot be retried");
    }

    [Fact]
    public void Custom_auth_can_start_with_SRP()
    {
        _pool.AddJane();
        var client = new SrpClient();

        var verifier = Start(("CHALLENGE_NAME", "SRP_A"), ("SRP_A", client.A));
        verifier.GetProperty("ChallengeName").GetString().ShouldBe("PASSWORD_VERIFIER");
        verifier.GetProperty("Session").GetString().ShouldNotBeNullOrEmpty();
        _pool.RespondRefusal(verifier, client.Prove(verifier, _pool.PoolId, "Wr0ngPassword!", _pool.Clock.GetUtcNow())).ShouldBe(Incorrect);
        var custom = _pool.Respond(verifier, client.Prove(verifier, _pool.PoolId, PoolUnderTest.Password, _pool.Clock.GetUtcNow()));
        custom.GetProperty("ChallengeName").GetString().ShouldBe("CUSTOM_CHALLENGE");
        _log[^1].ShouldEndWith("SRP_A=True/, PASSWORD_VERIFIER=True/");
        IssuedTokens.Of(_pool.Respond(_pool.Respond(custom, ("ANSWER", "3")), ("ANSWER", "4")));
    }

    [Fact]
    public void Triggers_learn_that_a_user_is_unknown_and_cannot_sign_that_user_in()
    {
        var first = Start("nobody");
        var userId = first.GetProperty("ChallengeParameters").GetProperty("USERNAME").GetString()!;
        var second = _pool.Send("RespondToAuthChallenge", _pool.Answer(first, userId, ("ANSWER", "1")));

        _log[0].ShouldBe("DefineAuthChallenge_Authentication nobody True ");
        _pool.Refusal("RespondToAuthChallenge", _pool.Answer(second, "nobody", ("ANSWER", "2"))).ShouldBe(Incorrect);
    }

    [Fact]
    public void An_unknown_user_is_reported_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "CUSTOM_AUTH", AuthParameters = new { USERNAME = "nobody" } }).ShouldBe("UserNotFoundException: User does not exist.");
    }

    [Fact]
    public void Triggers_receive_the_metadata_of_answers_and_not_that_of_the_start()
    {
        _pool.AddJane();
        List<string> seen = [];
        _pool.Pool.Triggers.CreateAuthChallenge = request =>
        {
            seen.Add(request.ClientMetadata.GetValueOrDefault("page", "none"));
            return new CreateAuthChallengeResponse { PrivateChallengeParameters = new Dictionary<string, string> { ["answer"] = "1" } };
        };
        var metadata = new { page = "checkout" };
        var challenge = _pool.Send("InitiateAuth", new { _pool.ClientId, AuthFlow = "CUSTOM_AUTH", AuthParameters = new { USERNAME = "jane" }, ClientMetadata = metadata });
        _pool.Send("RespondToAuthChallenge", new
        {
            _pool.ClientId,
            ChallengeName = "CUSTOM_CHALLENGE",
            Session = challenge.GetProperty("Session").GetString(),
            ChallengeResponses = new { USERNAME = "jane", ANSWER = "1" },
            ClientMetadata = metadata,
        });

        seen.ShouldBe(["none", "checkout"]);
    }

    [Fact]
    public void Custom_auth_needs_all_three_triggers()
    {
        _pool.AddJane();
        var challenge = Start();
        _pool.Pool.Triggers.VerifyAuthChallengeResponse = null;
        _pool.RespondRefusal(challenge, ("ANSWER", "1")).ShouldBe(NotConfigured);
        _pool.Pool.Triggers.CreateAuthChallenge = null;
        StartRefusal().ShouldBe(NotConfigured);
        _pool.Pool.Triggers.DefineAuthChallenge = null;
        StartRefusal().ShouldBe(NotConfigured);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SMS_MFA")]
    [InlineData("PASSWORD_VERIFIER")]
    public void An_unknown_challenge_of_the_trigger_is_an_invalid_response(string? name)
    {
        _pool.AddJane();
        _pool.Pool.Triggers.DefineAuthChallenge = _ => new DefineAuthChallengeResponse { ChallengeName = name };

        StartRefusal().ShouldBe("InvalidLambdaResponseException: Unrecognizable lambda output");
    }

    [Fact]
    public void An_unconfirmed_user_is_reported()
    {
        _pool.Pool.AddUser("jane", PoolUnderTest.Password, UserStatus.Unconfirmed);

        StartRefusal().ShouldBe("UserNotConfirmedException: User is not confirmed.");
    }

    public void Dispose() => _pool.Dispose();

    private JsonElement Start(params (string Name, string Value)[] parameters) => Start("jane", parameters);

    private JsonElement Start(string username, params (string Name, string Value)[] parameters) => _pool.Send("InitiateAuth", new
    {
        _pool.ClientId,
        AuthFlow = "CUSTOM_AUTH",
        AuthParameters = parameters.Append((Name: "USERNAME", Value: username)).ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
    });

    private string StartRefusal() => _pool.Refusal("InitiateAuth", new { _pool.ClientId, AuthFlow = "CUSTOM_AUTH", AuthParameters = new { USERNAME = "jane" } });
}
