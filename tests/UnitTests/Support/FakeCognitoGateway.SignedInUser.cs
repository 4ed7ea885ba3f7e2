using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The operations of a user who is signed in.</summary>
internal sealed partial class FakeCognitoGateway
{
    public Func<TotpOwner, Result<TotpSecret>>? AssociateSoftwareToken { get; set; }

    public Func<Secret?, Secret, Result<Success>>? ChangePassword { get; set; }

    public Func<Secret, Result<DateTimeOffset>>? DeleteUser { get; set; }

    public Func<IReadOnlyCollection<string>, Result<Success>>? DeleteUserAttributes { get; set; }

    public Func<string, Result<CodeDelivery>>? GetUserAttributeVerificationCode { get; set; }

    public Func<Secret, Result<UserFactors>>? GetUserAuthFactors { get; set; }

    public Func<MfaPreferences, Result<Success>>? SetUserMFAPreference { get; set; }

    public Func<IReadOnlyDictionary<string, string>, Result<IReadOnlyList<CodeDelivery>>>? UpdateUserAttributes { get; set; }

    public Func<TotpOwner, Secret, string?, Result<Secret?>>? VerifySoftwareToken { get; set; }

    public Func<string, Secret, Result<Success>>? VerifyUserAttribute { get; set; }

    Task<Result<TotpSecret>> ICognitoGateway.AssociateSoftwareToken(TotpOwner owner, CancellationToken cancellationToken)
    {
        calls.Add($"AssociateSoftwareToken {Text(owner)}");
        return Task.FromResult(Expected(AssociateSoftwareToken)(owner));
    }

    Task<Result<Success>> ICognitoGateway.ChangePassword(Secret accessToken, Secret? currentPassword, Secret newPassword, CancellationToken cancellationToken)
    {
        calls.Add($"ChangePassword {accessToken.Reveal()}");
        return Task.FromResult(Expected(ChangePassword)(currentPassword, newPassword));
    }

    Task<Result<DateTimeOffset>> ICognitoGateway.DeleteUser(Secret accessToken, CancellationToken cancellationToken)
    {
        calls.Add($"DeleteUser {accessToken.Reveal()}");
        return Task.FromResult(Expected(DeleteUser)(accessToken));
    }

    Task<Result<Success>> ICognitoGateway.DeleteUserAttributes(Secret accessToken, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        calls.Add($"DeleteUserAttributes {accessToken.Reveal()}");
        return Task.FromResult(Expected(DeleteUserAttributes)(names));
    }

    Task<Result<CodeDelivery>> ICognitoGateway.GetUserAttributeVerificationCode(Secret accessToken, string attribute, CancellationToken cancellationToken)
    {
        calls.Add($"GetUserAttributeVerificationCode {accessToken.Reveal()}");
        return Task.FromResult(Expected(GetUserAttributeVerificationCode)(attribute));
    }

    Task<Result<UserFactors>> ICognitoGateway.GetUserAuthFactors(Secret accessToken, CancellationToken cancellationToken)
    {
        calls.Add($"GetUserAuthFactors {accessToken.Reveal()}");
        return Task.FromResult(Expected(GetUserAuthFactors)(accessToken));
    }

    Task<Result<Success>> ICognitoGateway.SetUserMFAPreference(Secret accessToken, MfaPreferences preferences, CancellationToken cancellationToken)
    {
        calls.Add($"SetUserMFAPreference {accessToken.Reveal()}");
        return Task.FromResult(Expected(SetUserMFAPreference)(preferences));
    }

    Task<Result<IReadOnlyList<CodeDelivery>>> ICognitoGateway.UpdateUserAttributes(
        Secret accessToken, IReadOnlyDictionary<string, string> attributes, CancellationToken cancellationToken)
    {
        calls.Add($"UpdateUserAttributes {accessToken.Reveal()}");
        return Task.FromResult(Expected(UpdateUserAttributes)(attributes));
    }

    Task<Result<Secret?>> ICognitoGateway.VerifySoftwareToken(TotpOwner owner, Secret code, string? deviceName, CancellationToken cancellationToken)
    {
        calls.Add($"VerifySoftwareToken {Text(owner)}");
        return Task.FromResult(Expected(VerifySoftwareToken)(owner, code, deviceName));
    }

    Task<Result<Success>> ICognitoGateway.VerifyUserAttribute(Secret accessToken, string attribute, Secret code, CancellationToken cancellationToken)
    {
        calls.Add($"VerifyUserAttribute {accessToken.Reveal()}");
        return Task.FromResult(Expected(VerifyUserAttribute)(attribute, code));
    }

    private static string Text(TotpOwner owner) => owner switch
    {
        TotpOwner.SignedIn user => user.AccessToken.Reveal(),
        TotpOwner.SigningIn user => user.Session.Reveal(),
        _ => throw new NotSupportedException(),
    };
}
