using CognitoAuth.LocalCognito.Operations.Registration;

namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record GetUserAttributeVerificationCodeRequest(string AccessToken, string AttributeName, IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed class GetUserAttributeVerificationCode : PublicOperation<GetUserAttributeVerificationCodeRequest>
{
    protected override object Execute(LocalUserPool pool, GetUserAttributeVerificationCodeRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        user.Attempts.Count(Name, pool.Now);
        return new CodeDeliveryResponse(AttributeVerification.Send(pool, user, request.AttributeName));
    }
}
