namespace CognitoAuth.Domain;

/// <summary>How a sign-in starts. Each case is one of Cognito's authentication flows, which the gateway knows by name.</summary>
public abstract record SignInStart
{
    private SignInStart()
    {
    }

    /// <summary>The remembered device that the user is on, where there is one.</summary>
    public string? DeviceKey { get; init; }

    /// <summary>With a password, by the flow that the pool is set up for (<c>Cognito:PasswordFlow</c>): plain, with IAM credentials, or by SRP.</summary>
    /// <param name="Value">As the user typed it.</param>
    public sealed record Password(Secret Value) : SignInStart;

    /// <summary>By SRP, with the client's own proof.</summary>
    /// <param name="PublicValue">The client's public value in hexadecimal.</param>
    public sealed record Srp(string PublicValue) : SignInStart;

    /// <summary>By whatever the pool offers the user.</summary>
    /// <param name="Preferred">Cognito's name of the challenge that the client would like: <c>EMAIL_OTP</c>.</param>
    public sealed record Choice(string? Preferred = null) : SignInStart;

    /// <summary>By the challenges of the pool's own triggers.</summary>
    public sealed record Custom : SignInStart;

    /// <summary>Right after a confirmed sign-up, without another code.</summary>
    /// <param name="Session">From the confirmation.</param>
    public sealed record ConfirmedSignUp(Secret Session) : SignInStart;
}
