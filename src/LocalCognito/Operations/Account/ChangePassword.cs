namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record ChangePasswordRequest(string? PreviousPassword, string ProposedPassword, string AccessToken);

/// <summary>Changes the password. As in Cognito, no session ends.</summary>
internal sealed class ChangePassword : PublicOperation<ChangePasswordRequest>
{
    protected override object? Execute(LocalUserPool pool, ChangePasswordRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        user.Attempts.Count(Name, pool.Now);
        if (user.Password is { } password)
        {
            // Only a user without a password can omit the previous one.
            if (!password.Matches(request.PreviousPassword ?? throw CognitoException.MissingParameter("PreviousPassword"))) throw CognitoException.IncorrectCredentials();
        }

        pool.Options.PasswordPolicy.Check(request.ProposedPassword);
        user.SetPassword(request.ProposedPassword);
        user.ModifiedAt = pool.Now;
        return null;
    }
}
