using System.Runtime.CompilerServices;
using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoAuth.UnitTests.Application.Pipeline;

/// <summary>The requests of this assembly stand for those of a team.</summary>
public sealed class DisclosureBehaviorTests
{
    private static readonly AuthError SeatsTaken = new("seats_taken", ErrorKind.Conflict, "All seats are taken.");

    [Fact]
    public async Task Error_of_a_team_is_hidden_by_default()
    {
        var error = await ErrorOf(new PublicRequest(), SeatsTaken.Because("row 7"));

        error.Is(AuthErrors.InvalidCredentials).ShouldBeTrue();
        error.Reason.ShouldBe("seats_taken: row 7");
    }

    [Fact]
    public async Task Error_of_a_team_that_reveals_nothing_is_returned() =>
        (await ErrorOf(new PublicRequest(), SeatsTaken with { Disclosure = Disclosure.Anyone })).Code.ShouldBe("seats_taken");

    [Fact]
    public async Task Error_of_the_catalogue_that_a_team_returns_is_hidden() => (await ErrorOf(new PublicRequest(), AuthErrors.UserDisabled)).Is(AuthErrors.InvalidCredentials).ShouldBeTrue();

    [Fact]
    public async Task Outage_is_returned() => (await ErrorOf(new PublicRequest(), AuthErrors.UpstreamThrottled)).ShouldBe(AuthErrors.UpstreamThrottled);

    [Fact]
    public async Task Every_error_is_returned_if_existence_is_revealed() => (await ErrorOf(new PublicRequest(), SeatsTaken, ExistenceErrors.Revealed)).ShouldBe(SeatsTaken);

    [Fact]
    public async Task Flow_that_reveals_the_account_returns_errors_about_it_and_hides_its_state()
    {
        (await ErrorOf(new OpenRequest(), SeatsTaken)).ShouldBe(SeatsTaken);
        (await ErrorOf(new OpenRequest(), AuthErrors.CodeMismatch)).ShouldBe(AuthErrors.CodeMismatch);
        (await ErrorOf(new OpenRequest(), AuthErrors.UserDisabled)).Is(AuthErrors.NotFound).ShouldBeTrue("the flow says what hidden errors become");
    }

    [Fact]
    public async Task Flow_that_reveals_faults_of_the_request_hides_the_account()
    {
        (await ErrorOf(new FaultRequest(), AuthErrors.InvalidPassword)).ShouldBe(AuthErrors.InvalidPassword);
        (await ErrorOf(new FaultRequest(), SeatsTaken)).Is(AuthErrors.InvalidCredentials).ShouldBeTrue();
    }

    [Fact]
    public async Task Protected_flow_reveals_the_account_to_its_owner_and_hides_its_state()
    {
        (await ErrorOf(new OwnersRequest(Secret.Empty), SeatsTaken)).ShouldBe(SeatsTaken);
        (await ErrorOf(new OwnersRequest(Secret.Empty), AuthErrors.UserDisabled)).Is(AuthErrors.InvalidToken).ShouldBeTrue();
    }

    [Fact]
    public async Task Success_is_returned_unchanged()
    {
        var response = await Behavior<PublicRequest>(ExistenceErrors.Hidden).Handle(new PublicRequest(), CancellationToken.None, () => Task.FromResult<Result<Success>>(default(Success)));

        response.Error.ShouldBeNull();
    }

    /// <summary>What every flow of this product reveals, and its error for the rest: a flow that reveals more than before fails here.</summary>
    [Fact]
    public void Flows_of_this_product_reveal_what_this_table_lists()
    {
        string[] table =
        [
            "SignUpCommand RequestFault invalid_credentials", "ConfirmSignUpCommand Anyone code_mismatch", "ResendCodeCommand Anyone invalid_credentials",
            "ForgotPasswordCommand Anyone invalid_credentials", "ResetPasswordCommand RequestFault code_mismatch", "SignInCommand Anyone invalid_credentials",
            "AnswerChallengeCommand RequestFault invalid_credentials", "SetUpTotpInSignInCommand Account invalid_session", "VerifyTotpInSignInCommand Account invalid_session",
            "RefreshTokensCommand Account invalid_refresh_token", "SignOutCommand Account invalid_token", "GetClientTokenCommand Account invalid_credentials",
        ];
        var flows = typeof(IFlow).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IFlow))).Select(Bare).ToLookup(flow => flow is IPublicFlow);

        flows[true].Select(flow => $"{flow.GetType().Name} {flow.Reveals} {flow.HiddenAs.Code}").ShouldBe(table, ignoreOrder: true);
        flows[false].ShouldAllBe(flow => flow.Reveals == Disclosure.Account && flow.HiddenAs.Is(AuthErrors.InvalidToken));
        flows[false].Count().ShouldBeGreaterThan(15);
    }

    [Fact]
    public void Sign_in_reveals_more_with_a_session_and_less_for_a_passkey()
    {
        (ValidRequests.SignIn(password: null) with { Session = new Secret("a session") }).Reveals.ShouldBe(Disclosure.RequestFault);
        new AnswerChallengeCommand("A_CHALLENGE_OF_NEXT_YEAR", null, ValidRequests.Username).Reveals.ShouldBe(Disclosure.RequestFault);
        new AnswerChallengeCommand("WEB_AUTHN", null, ValidRequests.Username).Reveals.ShouldBe(Disclosure.Anyone);
    }

    // Without its members: only the name of a challenge and a session matter.
    private static IFlow Bare(Type flow) => flow == typeof(AnswerChallengeCommand)
        ? new AnswerChallengeCommand("SMS_MFA", null, ValidRequests.Username)
        : (IFlow)RuntimeHelpers.GetUninitializedObject(flow);

    private static async Task<AuthError> ErrorOf<TRequest>(TRequest request, AuthError error, ExistenceErrors existenceErrors = ExistenceErrors.Hidden)
        where TRequest : IFlow<Success> =>
        (await Behavior<TRequest>(existenceErrors).Handle(request, CancellationToken.None, () => Task.FromResult<Result<Success>>(error))).Error.ShouldNotBeNull();

    private static DisclosureBehavior<TRequest, Result<Success>> Behavior<TRequest>(ExistenceErrors existenceErrors)
        where TRequest : IFlow<Success> =>
        new(new AccountPrivacy(new SecurityOptions { ExistenceErrors = existenceErrors }, NullLogger<AccountPrivacy>.Instance, new FlowContext(new FakeClientContext())));

    private sealed record PublicRequest : IPublicFlow<Success>;

    private sealed record FaultRequest : IPublicFlow<Success>
    {
        public Disclosure Reveals => Disclosure.RequestFault;
    }

    private sealed record OpenRequest : IPublicFlow<Success>
    {
        public Disclosure Reveals => Disclosure.Account;

        public AuthError HiddenAs => AuthErrors.NotFound;
    }

    private sealed record OwnersRequest(Secret AccessToken) : IProtectedFlow<Success>;
}
