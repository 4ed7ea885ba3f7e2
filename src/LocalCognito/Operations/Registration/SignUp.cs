using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Operations.Registration;

internal sealed record SignUpRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    string? Password,
    IReadOnlyList<AttributeType>? UserAttributes,
    IReadOnlyList<AttributeType>? ValidationData,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record SignUpResponse(bool UserConfirmed, CodeDeliveryDetailsType? CodeDeliveryDetails, string UserSub);

internal sealed class SignUp : PublicOperation<SignUpRequest>
{
    protected override object Execute(LocalUserPool pool, SignUpRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        // Optional in the model, for pools without passwords; this pool signs in with one.
        var password = request.Password ?? throw CognitoException.InvalidParameter("Password is required for this user pool.");
        // Name, password and attributes are judged before anybody looks whether the name is taken.
        NewUser.CheckName(pool, request.Username);
        pool.Options.PasswordPolicy.Check(password);
        var attributes = UserAttributes.FromClient(pool.Options, request.UserAttributes);
        if (pool.Options.UsernameAttributes.Count > 0)
            attributes.TryAdd(UserAttributes.IsEmail(request.Username) ? UserAttributes.Email : UserAttributes.PhoneNumber, request.Username);
        UserAttributes.RequireMandatory(pool.Options, attributes);

        var user = NewUser.Create(pool, request.Username, attributes);
        user.SetPassword(password);
        user.Status = pool.Options.AutoConfirm ? UserStatus.Confirmed : UserStatus.Unconfirmed;
        var delivery = CodeDelivery.To(user, pool.VerifiesAutomatically);
        if (pool.Options.AutoConfirm && delivery is not null)
            user.MarkVerified(delivery.AttributeName);
        pool.Users.Add(user);
        var sent = user.Status == UserStatus.Unconfirmed && delivery is not null
            ? pool.SendCode(user, CodePurpose.SignUp, "sign_up", delivery)
            : null;
        return new SignUpResponse(pool.Options.AutoConfirm, sent, user.Sub);
    }
}
