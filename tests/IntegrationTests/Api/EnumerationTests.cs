using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>No response to a public call reveals whether an account exists, or its state: each is the response for a missing account.</summary>
public abstract class EnumerationTests(EnumerationTests.Fixture fixture)
{
    // More than any limit of Cognito per user and hour.
    private const int BeyondEveryLimit = 16;
    private const int BeyondLockout = 6;

    /// <summary>The states of an account that a response could reveal.</summary>
    public enum State
    {
        Unconfirmed,
        Confirmed,
        Disabled,
        DisabledUnconfirmed,
        ForceChangePassword,
        ResetRequired,
        LockedOut,
        LimitExceeded,
        Unreachable,
    }

    /// <summary>The calls that anyone can make about a name.</summary>
    public enum Call
    {
        SignInWithWrongPassword,
        SignInWithRightPassword,
        SignUp,
        ConfirmSignUp,
        ResendCode,
        ForgotPassword,
        ResetPassword,
    }

    public static TheoryData<Call, State> Cases()
    {
        var cases = new TheoryData<Call, State>();
        foreach (var call in Enum.GetValues<Call>())
        {
            foreach (var state in Enum.GetValues<State>())
            {
                // In these states, the right password signs in.
                if (call is not Call.SignInWithRightPassword || state is not (State.Confirmed or State.ForceChangePassword or State.Unreachable)) cases.Add(call, state);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_response_is_that_of_a_missing_account(Call call, State state)
    {
        var expected = await Send(call, Users.NewName());
        var actual = await Send(call, await Account(state, call));
        actual.Fingerprint().ShouldBe(expected.Fingerprint());
        actual.Status.ShouldBe(call switch
        {
            Call.SignUp or Call.ResendCode or Call.ForgotPassword => 202,
            Call.ConfirmSignUp or Call.ResetPassword => 400,
            _ => 401,
        });
    }

    private async Task<string> Account(State state, Call call)
    {
        var pool = fixture.Api.Cognito.Pool;
        switch (state)
        {
            case State.LockedOut:
                var locked = pool.Add();
                for (var attempt = 0; attempt < BeyondLockout; attempt++) await Send(Call.SignInWithWrongPassword, locked);
                return locked;
            case State.LimitExceeded:
                var limited = pool.Add(call is Call.ConfirmSignUp or Call.ResendCode ? UserStatus.Unconfirmed : UserStatus.Confirmed);
                for (var attempt = 0; attempt < BeyondEveryLimit; attempt++) await Send(call is Call.SignInWithRightPassword ? Call.SignInWithWrongPassword : call, limited);
                return limited;
            // The account has no address for a code.
            case State.Unreachable:
                var unreachable = Users.NewName();
                pool.AddUser(unreachable, Users.Password);
                return unreachable;
            default:
                return state switch
                {
                    State.Unconfirmed => pool.Add(UserStatus.Unconfirmed),
                    State.Confirmed => pool.Add(),
                    State.Disabled => pool.Add(enabled: false),
                    State.DisabledUnconfirmed => pool.Add(UserStatus.Unconfirmed, enabled: false),
                    State.ForceChangePassword => pool.Add(UserStatus.ForceChangePassword),
                    State.ResetRequired => pool.Add(UserStatus.ResetRequired),
                    _ => throw new ArgumentOutOfRangeException(nameof(state)),
                };
        }
    }

    private Task<ApiResponse> Send(Call call, string username) => call switch
    {
        Call.SignInWithWrongPassword => Post("sign-in", new { username, password = "Wrong-horse-1" }),
        Call.SignInWithRightPassword => Post("sign-in", new { username, password = Users.Password }),
        Call.SignUp => Post("sign-up", new { username, password = Users.Password, attributes = new { email = "someone@example.com" } }),
        Call.ConfirmSignUp => Post("sign-up/confirm", new { username, code = "wrong-code" }),
        Call.ResendCode => Post("sign-up/resend-code", new { username }),
        Call.ForgotPassword => Post("password/forgot", new { username }),
        Call.ResetPassword => Post("password/reset", new { username, code = "wrong-code", newPassword = "Other-horse-1" }),
        _ => throw new ArgumentOutOfRangeException(nameof(call)),
    };

    private Task<ApiResponse> Post(string path, object body) => fixture.Api.Post($"/v1/auth/{path}", body);

    /// <summary>An API in <c>Hidden</c> mode, over a pool whose clock stands still, so that no lockout ends.</summary>
    public abstract class Fixture(ExistenceErrors atCognito, params string[] usernameAttributes) : IAsyncLifetime
    {
        /// <summary>The API.</summary>
        public TestApi Api { get; private set; } = null!;

        /// <inheritdoc/>
        public async Task InitializeAsync()
        {
            Api = TestApi.Start(
                pool => (pool.Client.PreventUserExistenceErrors, pool.Pool.UsernameAttributes) = (atCognito, usernameAttributes),
                poolTime: new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
            await Api.WarmUp();
        }

        /// <inheritdoc/>
        public Task DisposeAsync() => Api.DisposeAsync().AsTask();
    }
}

public sealed class EnumerationWhereCognitoHidesTests(EnumerationWhereCognitoHidesTests.Pool pool)
    : EnumerationTests(pool), IClassFixture<EnumerationWhereCognitoHidesTests.Pool>
{
    public sealed class Pool() : Fixture(ExistenceErrors.Enabled);
}

public sealed class EnumerationWhereCognitoRevealsTests(EnumerationWhereCognitoRevealsTests.Pool pool)
    : EnumerationTests(pool), IClassFixture<EnumerationWhereCognitoRevealsTests.Pool>
{
    public sealed class Pool() : Fixture(ExistenceErrors.Legacy);
}

/// <summary>The username is the e-mail address, and Cognito reveals that an address is taken.</summary>
public sealed class EnumerationWhereNamesAreAddressesTests(EnumerationWhereNamesAreAddressesTests.Pool pool)
    : EnumerationTests(pool), IClassFixture<EnumerationWhereNamesAreAddressesTests.Pool>
{
    public sealed class Pool() : Fixture(ExistenceErrors.Enabled, "email");
}
