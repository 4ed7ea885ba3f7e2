using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminConfirmSignUpRequest(string UserPoolId, string Username, IReadOnlyDictionary<string, string>? ClientMetadata);

/// <summary>Confirms a user without a code, and therefore without verifying a contact.</summary>
internal sealed class AdminConfirmSignUp : SignedOperation<AdminConfirmSignUpRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminConfirmSignUpRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        if (user.Status != UserStatus.Unconfirmed) throw CognitoException.NotAuthorized($"User cannot be confirmed. Current status is {user.Status.WireName()}");
        user.Status = UserStatus.Confirmed;
        user.Codes.Spend(CodePurpose.SignUp);
        user.ModifiedAt = pool.Now;
        TriggerCall.Run(
            "PostConfirmation",
            pool.Triggers.PostConfirmation,
            new PostConfirmationRequest(TriggerContext.Of("PostConfirmation_ConfirmSignUp", pool, client: null, user, request.ClientMetadata)));
        return null;
    }
}
