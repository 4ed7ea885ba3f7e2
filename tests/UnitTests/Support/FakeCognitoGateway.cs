using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>A user pool whose responses the test sets, one delegate per operation. An operation that the test did not set must not be called.</summary>
internal sealed partial class FakeCognitoGateway(CallLog calls) : ICognitoGateway
{
    public Func<string, Result<UserProfile>>? AdminGetUser { get; set; }

    public Func<string, Result<DateTimeOffset>>? AdminUserGlobalSignOut { get; set; }

    public Func<string, Secret, Secret, Result<Success>>? ConfirmForgotPassword { get; set; }

    public Func<string, Secret, Secret?, Result<Secret?>>? ConfirmSignUp { get; set; }

    public Func<string, Result<CodeDelivery>>? ForgotPassword { get; set; }

    public Func<Secret, string?, Task<Result<TokenSet>>>? GetTokensFromRefreshToken { get; set; }

    public Func<Secret, Result<UserProfile>>? GetUser { get; set; }

    public Func<Secret, Result<DateTimeOffset>>? GlobalSignOut { get; set; }

    public Func<string, Result<CodeDelivery>>? ResendConfirmationCode { get; set; }

    public Func<AnsweredChallenge, Result<SignInOutcome>>? RespondToAuthChallenge { get; set; }

    public Func<Secret, Result<Success>>? RevokeToken { get; set; }

    public Func<SignUpCall, Result<SignUpOutcome>>? SignUp { get; set; }

    public Func<StartCall, Result<SignInOutcome>>? StartSignIn { get; set; }

    Task<Result<UserProfile>> ICognitoGateway.AdminGetUser(string username, CancellationToken cancellationToken)
    {
        calls.Add($"AdminGetUser {username}");
        return Task.FromResult(Expected(AdminGetUser)(username));
    }

    Task<Result<DateTimeOffset>> ICognitoGateway.AdminUserGlobalSignOut(string username, CancellationToken cancellationToken)
    {
        calls.Add($"AdminUserGlobalSignOut {username}");
        return Task.FromResult(Expected(AdminUserGlobalSignOut)(username));
    }

    Task<Result<Success>> ICognitoGateway.ConfirmForgotPassword(
        string username, Secret code, Secret newPassword, CancellationToken cancellationToken)
    {
        calls.Add($"ConfirmForgotPassword {username}");
        return Task.FromResult(Expected(ConfirmForgotPassword)(username, code, newPassword));
    }

    Task<Result<Secret?>> ICognitoGateway.ConfirmSignUp(string username, Secret code, Secret? session, CancellationToken cancellationToken)
    {
        calls.Add($"ConfirmSignUp {username}");
        return Task.FromResult(Expected(ConfirmSignUp)(username, code, session));
    }

    Task<Result<CodeDelivery>> ICognitoGateway.ForgotPassword(string username, CancellationToken cancellationToken)
    {
        calls.Add($"ForgotPassword {username}");
        return Task.FromResult(Expected(ForgotPassword)(username));
    }

    Task<Result<TokenSet>> ICognitoGateway.GetTokensFromRefreshToken(
        Secret refreshToken, string? deviceKey, CancellationToken cancellationToken)
    {
        calls.Add($"GetTokensFromRefreshToken {refreshToken.Reveal()}");
        return Expected(GetTokensFromRefreshToken)(refreshToken, deviceKey);
    }

    Task<Result<UserProfile>> ICognitoGateway.GetUser(Secret accessToken, CancellationToken cancellationToken)
    {
        calls.Add($"GetUser {accessToken.Reveal()}");
        return Task.FromResult(Expected(GetUser)(accessToken));
    }

    Task<Result<DateTimeOffset>> ICognitoGateway.GlobalSignOut(Secret accessToken, CancellationToken cancellationToken)
    {
        calls.Add($"GlobalSignOut {accessToken.Reveal()}");
        return Task.FromResult(Expected(GlobalSignOut)(accessToken));
    }

    Task<Result<SignInOutcome>> ICognitoGateway.StartSignIn(string username, SignInStart start, CancellationToken cancellationToken)
    {
        calls.Add($"StartSignIn {username}");
        return Task.FromResult(Expected(StartSignIn)(new StartCall(username, start)));
    }

    Task<Result<SignInOutcome>> ICognitoGateway.RespondToAuthChallenge(AnsweredChallenge answered, CancellationToken cancellationToken)
    {
        calls.Add($"RespondToAuthChallenge {answered.Name} {answered.Username}");
        return Task.FromResult(Expected(RespondToAuthChallenge)(answered));
    }

    Task<Result<CodeDelivery>> ICognitoGateway.ResendConfirmationCode(string username, CancellationToken cancellationToken)
    {
        calls.Add($"ResendConfirmationCode {username}");
        return Task.FromResult(Expected(ResendConfirmationCode)(username));
    }

    Task<Result<Success>> ICognitoGateway.RevokeToken(Secret refreshToken, CancellationToken cancellationToken)
    {
        calls.Add($"RevokeToken {refreshToken.Reveal()}");
        return Task.FromResult(Expected(RevokeToken)(refreshToken));
    }

    Task<Result<SignUpOutcome>> ICognitoGateway.SignUp(
        string username,
        Secret password,
        IReadOnlyDictionary<string, string>? attributes,
        IReadOnlyDictionary<string, string>? validationData,
        CancellationToken cancellationToken)
    {
        calls.Add($"SignUp {username}");
        return Task.FromResult(Expected(SignUp)(new SignUpCall(username, password, attributes, validationData)));
    }

    private static TDelegate Expected<TDelegate>(TDelegate? answer, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(answer))] string? operation = null)
        where TDelegate : Delegate =>
        answer ?? throw new InvalidOperationException($"The test did not expect a call of {operation}.");
}

internal sealed record StartCall(string Username, SignInStart Start);

internal sealed record SignUpCall(string Username, Secret Password, IReadOnlyDictionary<string, string>? Attributes, IReadOnlyDictionary<string, string>? ValidationData);
