using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>The flow in which the user chooses the first factor, or continues a confirmed sign-up.</summary>
internal sealed class UserAuth : IAuthFlow
{
    public const string FlowName = "USER_AUTH";

    public string Name => FlowName;

    public AuthenticationResponse Start(AuthFlowStart start)
    {
        var attempt = start.Identify(start.Require("USERNAME"));
        if (start.Session is not null) return AutoSignIn.Finish(start.Session, attempt);
        var preferred = start.Find("PREFERRED_CHALLENGE");
        var parameters = start.Parameters!;
        if (attempt.User.IsSimulated) return Simulated(attempt with { User = SimulatedUser.WithTypedName(attempt.User, start.Pool) }, preferred, parameters);

        PasswordProof.RequireUsableState(attempt.User);
        var available = FirstFactors.Available(attempt);
        var answer = available.Find(factor => factor.Name == preferred) is { } chosen
            ? chosen.OpenAsFirst(attempt, parameters)
            : SelectChallenge.Open(attempt, available);
        return answer.ChallengeName is null ? answer : answer with { AvailableChallenges = [.. available.Select(factor => factor.Name)] };
    }

    // A user that does not exist is offered one of the pool's factors, always the same for the same name (docs/cognito.md#user-existence).
    private static AuthenticationResponse Simulated(SignInAttempt attempt, string? preferred, IReadOnlyDictionary<string, string> parameters)
    {
        var allowed = FirstFactors.Allowed(attempt.Pool);
        var digest = HMACSHA256.HashData(attempt.Pool.SimulationKey, Encoding.UTF8.GetBytes($"factor:{attempt.User.Sub}"));
        var factor = allowed.Find(factor => factor.Name == preferred) ?? allowed[digest[0] % allowed.Count];
        return factor.OpenAsFirst(attempt, parameters) with { AvailableChallenges = [factor.Name] };
    }
}
