using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Registration;

internal sealed record ConfirmSignUpRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    string ConfirmationCode,
    bool? ForceAliasCreation,
    IReadOnlyDictionary<string, string>? ClientMetadata,
    string? Session);

internal sealed record ConfirmSignUpResponse(string? Session);

internal sealed class ConfirmSignUp : PublicOperation<ConfirmSignUpRequest>
{
    protected override object Execute(LocalUserPool pool, ConfirmSignUpRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        var user = pool.Users.Find(request.Username)
            ?? throw (client.HidesUnknownUsers ? CognitoException.ExpiredCode() : CognitoException.UserNotFound("Username/client id combination not found."));
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (user.Status != UserStatus.Unconfirmed) throw CognitoException.NotAuthorized($"User cannot be confirmed. Current status is {user.Status.WireName()}");
        var session = AutoSignIn.Require(pool, client, user, request.Session);
        user.Attempts.Count(Name, pool.Now);
        var code = user.Codes.Check(CodePurpose.SignUp, request.ConfirmationCode, pool.Now);

        Aliases.Assign(pool, user, code.AttributeName, request.ForceAliasCreation ?? false);
        user.Codes.Spend(CodePurpose.SignUp);
        user.Status = UserStatus.Confirmed;
        user.MarkVerified(code.AttributeName);
        user.ModifiedAt = pool.Now;
        pool.Users.Index(user);
        TriggerCall.Run(
            "PostConfirmation",
            pool.Triggers.PostConfirmation,
            new PostConfirmationRequest(TriggerContext.Of("PostConfirmation_ConfirmSignUp", pool, client, user, request.ClientMetadata)));
        return new ConfirmSignUpResponse(AutoSignIn.Confirm(pool, session));
    }
}
