namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GetUserAuthFactorsOperation = new(RetryClass.Read, QuotaCategory.UserRead, AuthErrors.InvalidToken);

    public Task<Result<UserFactors>> GetUserAuthFactors(Secret accessToken, CancellationToken cancellationToken) => Call(
        GetUserAuthFactorsOperation,
        token => client.GetUserAuthFactorsAsync(new GetUserAuthFactorsRequest { AccessToken = accessToken.Reveal() }, token),
        response => Result<UserFactors>.Of(new UserFactors(response.PreferredMfaSetting, response.UserMFASettingList ?? [], [.. response.ConfiguredUserAuthFactors?.Select(factor => factor.Value) ?? []])),
        cancellationToken);
}
