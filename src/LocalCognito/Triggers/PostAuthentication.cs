namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A user has completed every factor (<c>PostAuthentication_Authentication</c>).</summary>
public sealed record PostAuthenticationRequest : TriggerRequest
{
    internal PostAuthenticationRequest(TriggerContext context)
        : base(context)
    {
    }
}
