using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Registration;

internal sealed record ResendConfirmationCodeRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record CodeDeliveryResponse(CodeDeliveryDetailsType CodeDeliveryDetails);

internal sealed class ResendConfirmationCode : PublicOperation<ResendConfirmationCodeRequest>
{
    protected override object Execute(LocalUserPool pool, ResendConfirmationCodeRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        var user = pool.Users.Find(request.Username);
        if (client.HidesUnknownUsers && user is not { IsEnabled: true }) return new CodeDeliveryResponse(CodeDelivery.Simulated(request.Username, pool.SimulationKey));
        if (user is null) throw CognitoException.UserNotFound("Username/client id combination not found.");
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (user.Status != UserStatus.Unconfirmed) throw CognitoException.InvalidParameter("User is already confirmed.");
        var delivery = CodeDelivery.To(user, pool.VerifiesAutomatically)
            ?? throw CognitoException.InvalidParameter("Cannot resend codes. Auto verification not turned on.");
        user.Attempts.Count(Name, pool.Now);
        return new CodeDeliveryResponse(pool.SendCode(user, CodePurpose.SignUp, "resend", delivery));
    }
}
