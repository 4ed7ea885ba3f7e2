using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Password;

internal sealed record ConfirmForgotPasswordRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    string ConfirmationCode,
    string Password,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed class ConfirmForgotPassword : PublicOperation<ConfirmForgotPasswordRequest>
{
    protected override object? Execute(LocalUserPool pool, ConfirmForgotPasswordRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        // Validated from the request alone, before the pool checks whether the user exists.
        pool.Options.PasswordPolicy.Check(request.Password);
        var user = pool.Users.Find(request.Username);
        if (client.HidesUnknownUsers && user is not { IsEnabled: true }) throw CognitoException.CodeMismatch();
        if (user is null) throw CognitoException.UserNotFound("Username/client id combination not found.");
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (user.Status == UserStatus.Unconfirmed) throw CognitoException.UserNotConfirmed();
        user.Attempts.Count(Name, pool.Now);
        user.Codes.Check(CodePurpose.ForgotPassword, request.ConfirmationCode, pool.Now);

        user.Codes.Spend(CodePurpose.ForgotPassword);
        user.SetPassword(request.Password);
        user.Status = UserStatus.Confirmed;
        user.Lockout.Reset();
        user.ModifiedAt = pool.Now;
        TriggerCall.Run(
            "PostConfirmation",
            pool.Triggers.PostConfirmation,
            new PostConfirmationRequest(TriggerContext.Of("PostConfirmation_ConfirmForgotPassword", pool, client, user, request.ClientMetadata)));
        return null;
    }
}
