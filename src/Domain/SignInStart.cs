namespace CognitoAuth.Domain;

/// <summary>How a sign-in starts. Each case is one of Cognito's authentication flows.</summary>
public abstract record SignInStart
{
    private SignInStart()
    {
    }

    /// <summary>The key of the remembered device, if the user is on one.</summary>
    public string? DeviceKey { get; init; }

    /// <summary>With a password, by the configured flow (<c>Cognito:PasswordFlow</c>): plain, with IAM credentials, or by SRP.</summary>
    /// <param name="Value">As the user typed it.</param>
    public sealed record Password(Secret Value) : SignInStart;

    /// <summary>By SRP, with the client's own proof.</summary>
    /// <param name="PublicValue">The client's public value in hexadecimal.</param>
    public sealed record Srp(string PublicValue) : SignInStart;

    /// <summary>With a method that the user chooses from those that the pool offers.</summary>
    /// <param name="Preferred">Cognito's name of the challenge that the client prefers: <c>EMAIL_OTP</c>.</param>
    public sealed record Choice(string? Preferred = null) : SignInStart;

    /// <summary>With the challenges of the pool's own triggers.</summary>
    public sealed record Custom : SignInStart;

    /// <summary>Right after a confirmed sign-up, without another code.</summary>
    /// <param name="Session">From the confirmation.</param>
    public sealed record ConfirmedSignUp(Secret Session) : SignInStart;
}
