namespace CognitoAuth.Domain;

/// <summary>The factors a user can sign in with (Cognito's <c>GetUserAuthFactors</c>), by Cognito's names.</summary>
/// <param name="PreferredMfa">The second factor that Cognito asks for first.</param>
/// <param name="Mfa">The second factors that are on: <c>SMS_MFA</c>, <c>SOFTWARE_TOKEN_MFA</c>, <c>EMAIL_OTP</c>.</param>
/// <param name="Factors">The factors that are set up: <c>PASSWORD</c>, <c>EMAIL_OTP</c>, <c>SMS_OTP</c>, <c>WEB_AUTHN</c>, <c>SOFTWARE_TOKEN</c>.</param>
public sealed record UserFactors(string? PreferredMfa, IReadOnlyList<string> Mfa, IReadOnlyList<string> Factors);
