using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>Lets a session in that began in the very second in which the user's earlier sign-ins were ended. See <see cref="IRevocations.Admit"/>.</summary>
internal sealed class SessionAdmission(IAccessTokenVerifier verifier, IRevocations revocations)
{
    /// <summary>Taken before the sign-in, or its next step, is sent to Cognito.</summary>
    public RevocationMark Mark() => revocations.Mark();

    /// <summary>Admits the session, if the step ended with one.</summary>
    public async ValueTask Admit(SignInOutcome outcome, RevocationMark mark, CancellationToken cancellationToken)
    {
        if (outcome is SignInOutcome.Tokens tokens && !verifier.ReadIssued(tokens.Set.AccessToken).IsFailure(out _, out var token)) await revocations.Admit(token, mark, cancellationToken);
    }
}
