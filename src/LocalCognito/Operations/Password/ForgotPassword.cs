using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Operations.Registration;

namespace CognitoAuth.LocalCognito.Operations.Password;

internal sealed record ForgotPasswordRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed class ForgotPassword : PublicOperation<ForgotPasswordRequest>
{
    protected override object Execute(LocalUserPool pool, ForgotPasswordRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        var user = pool.Users.Find(request.Username)
            ?? Migration.Run(pool, client, new MigrationCall("UserMigration_ForgotPassword", request.Username, Password: null, request.ClientMetadata));
        if (client.HidesUnknownUsers && user is not { IsEnabled: true }) return new CodeDeliveryResponse(CodeDelivery.Simulated(request.Username, pool.SimulationKey));
        if (user is null) throw CognitoException.UserNotFound("Username/client id combination not found.");
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (user.Status == UserStatus.ForceChangePassword) throw CognitoException.NotAuthorized("User password cannot be reset in the current state.");
        if (PasswordRecovery.Contact(user) is not { } delivery)
        {
            return client.HidesUnknownUsers && pool.Options.SimulateMissingContact
                ? new CodeDeliveryResponse(CodeDelivery.Simulated(request.Username, pool.SimulationKey))
                : throw PasswordRecovery.NoContact();
        }

        user.Attempts.Count(Name, pool.Now);
        return new CodeDeliveryResponse(pool.SendCode(user, CodePurpose.ForgotPassword, "forgot_password", delivery));
    }
}
