using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Operations.Registration;

internal sealed record ConfirmSignUpRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    string ConfirmationCode,
    bool? ForceAliasCreation,
    IReadOnlyDictionary<string, string>? ClientMetadata,
    string? Session);

internal sealed class ConfirmSignUp : PublicOperation<ConfirmSignUpRequest>
{
    protected override object? Execute(LocalUserPool pool, ConfirmSignUpRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        var user = pool.Users.Find(request.Username)
            ?? throw (client.HidesUnknownUsers ? CognitoException.ExpiredCode() : CognitoException.UserNotFound("Username/client id combination not found."));
        if (!user.IsEnabled)
            throw CognitoException.UserDisabled();
        if (user.Status != UserStatus.Unconfirmed)
            throw CognitoException.NotAuthorized($"User cannot be confirmed. Current status is {user.Status.WireName()}");
        user.Attempts.Count(Name, pool.Now);
        var code = user.Codes.Check(CodePurpose.SignUp, request.ConfirmationCode, pool.Now);

        TakeAlias(pool, user, code.AttributeName, request.ForceAliasCreation ?? false);
        user.Codes.Spend(CodePurpose.SignUp);
        user.Status = UserStatus.Confirmed;
        user.MarkVerified(code.AttributeName);
        user.ModifiedAt = pool.Now;
        pool.Users.Index(user);
        return null;
    }

    // A verified alias belongs to one user. With force, the other one keeps the attribute, but no longer as a name.
    private static void TakeAlias(LocalUserPool pool, LocalUser user, string attribute, bool force)
    {
        if (pool.Users.FindByAttribute(attribute, user.Attributes[attribute]) is not { } other || other == user)
            return;
        if (!force)
            throw CognitoException.AliasExists(attribute);
        other.Attributes[UserAttributes.VerifiedFlag(attribute)] = "false";
        pool.Users.Index(other);
    }
}
