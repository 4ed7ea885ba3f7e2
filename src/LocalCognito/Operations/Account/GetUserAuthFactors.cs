namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record GetUserAuthFactorsRequest(string AccessToken);

internal sealed record GetUserAuthFactorsResponse(
    string Username,
    string? PreferredMfaSetting,
    IReadOnlyList<string>? UserMFASettingList,
    IReadOnlyList<string> ConfiguredUserAuthFactors);

/// <summary>The first and second factors of the user.</summary>
internal sealed class GetUserAuthFactors : PublicOperation<GetUserAuthFactorsRequest>
{
    protected override object Execute(LocalUserPool pool, GetUserAuthFactorsRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        var factors = FirstFactors.Allowed(pool)
            .Where(factor => factor.IsAvailable(user))
            .Select(factor => factor.AuthFactor)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (user.Mfa.SoftwareToken is not null) factors.Add("SOFTWARE_TOKEN");
        return new GetUserAuthFactorsResponse(user.Username, user.Mfa.Preferred, user.Mfa.WireList, factors);
    }
}
