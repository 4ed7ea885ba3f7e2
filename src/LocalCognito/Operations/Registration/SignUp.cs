using CognitoAuth.LocalCognito.AuthFlows;
using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Registration;

internal sealed record SignUpRequest(
    string ClientId,
    string? SecretHash,
    string Username,
    string? Password,
    IReadOnlyList<AttributeType>? UserAttributes,
    IReadOnlyList<AttributeType>? ValidationData,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record SignUpResponse(bool UserConfirmed, CodeDeliveryDetailsType? CodeDeliveryDetails, string UserSub, string? Session);

internal sealed class SignUp : PublicOperation<SignUpRequest>
{
    protected override object Execute(LocalUserPool pool, SignUpRequest request)
    {
        var client = pool.Client(request.ClientId);
        client.RequireSecretHash(request.SecretHash, request.Username);
        // A user without a password needs another first factor.
        if (request.Password is null && !(client.Allows(UserAuth.FlowName) && FirstFactors.Allowed(pool).Exists(factor => factor.AuthFactor != PasswordChallenge.ChallengeName)))
        {
            throw CognitoException.InvalidParameter("Password is required for this user pool.");
        }
        // Name, password and attributes are validated before the pool checks whether the name is taken.
        NewUser.CheckName(pool, request.Username);
        if (request.Password is not null) pool.Options.PasswordPolicy.Check(request.Password);
        var attributes = UserAttributes.FromClient(pool.Options, request.UserAttributes);
        if (pool.Options.UsernameAttributes.Count > 0) attributes.TryAdd(UserAttributes.IsEmail(request.Username) ? UserAttributes.Email : UserAttributes.PhoneNumber, request.Username);
        UserAttributes.RequireMandatory(pool.Options, attributes);

        // The trigger runs before the pool checks whether the name is taken, so that a rejection does not reveal it.
        var sub = Guid.NewGuid().ToString();
        var response = PreSignUpTrigger.Run(pool, new PreSignUpCall(
            "PreSignUp_SignUp", client, pool.Options.UsernameAttributes.Count > 0 ? sub : request.Username, attributes, request.ValidationData, request.ClientMetadata));
        var isConfirmed = pool.Options.AutoConfirm || response.AutoConfirmUser;

        var user = NewUser.Create(pool, request.Username, attributes, sub);
        if (request.Password is not null) user.SetPassword(request.Password);
        user.Status = isConfirmed ? UserStatus.Confirmed : UserStatus.Unconfirmed;
        var delivery = CodeDelivery.To(user, pool.VerifiesAutomatically);
        if (pool.Options.AutoConfirm && delivery is not null) user.MarkVerified(delivery.AttributeName);
        pool.Users.Add(user);
        PreSignUpTrigger.VerifyContacts(pool, user, response);
        var sent = !isConfirmed && delivery is not null ? pool.SendCode(user, CodePurpose.SignUp, "sign_up", delivery) : null;
        if (isConfirmed)
        {
            TriggerCall.Run(
                "PostConfirmation",
                pool.Triggers.PostConfirmation,
                new PostConfirmationRequest(TriggerContext.Of("PostConfirmation_ConfirmSignUp", pool, client, user, request.ClientMetadata)));
        }

        return new SignUpResponse(isConfirmed, sent, user.Sub, AutoSignIn.Start(pool, client, user));
    }
}
