using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The input of <c>RespondToAuthChallenge</c> and <c>AdminRespondToAuthChallenge</c>.</summary>
internal sealed record ChallengeCall(
    string Challenge, string? Session, IReadOnlyDictionary<string, string>? Responses, IReadOnlyDictionary<string, string>? ClientMetadata, bool IsAdministrative);

/// <summary>Every challenge of this assembly by name, and the checks that all of them share.</summary>
internal static class ChallengeTable
{
    private static readonly SortedDictionary<string, IChallenge> ByName = new(
        typeof(ChallengeTable).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IChallenge)))
            .Select(type => (IChallenge)Activator.CreateInstance(type)!)
            .ToDictionary(challenge => challenge.Name, StringComparer.Ordinal),
        StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static IEnumerable<IFirstFactor> FirstFactors => ByName.Values.OfType<IFirstFactor>();

    public static IEnumerable<ISecondFactor> SecondFactors => ByName.Values.OfType<ISecondFactor>();

    public static AuthenticationResponse Answer(LocalUserPool pool, AppClient client, ChallengeCall call)
    {
        var responses = call.Responses ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var username = responses.GetValueOrDefault("USERNAME") ?? throw CognitoException.MissingParameter("USERNAME");
        // No flow opens an unknown challenge, so it has no sessions.
        var challenge = ByName.GetValueOrDefault(call.Challenge) ?? throw CognitoException.InvalidSession();
        var session = pool.Sessions.Require(call.Session ?? challenge.SessionWithin(responses), client, challenge.Name, call.IsAdministrative, pool.Now);
        var user = session.User;
        if (user.IsSimulated ? !user.IsNamed(username) : pool.Users.Find(username) != user) throw CognitoException.InvalidSession();
        // From the second step on, the hash is computed from the stored user name and not from the typed alias (docs/cognito.md#secret-hash).
        client.RequireSecretHash(responses.GetValueOrDefault("SECRET_HASH"), user.Username);
        if (!user.IsEnabled) throw CognitoException.UserDisabled();

        var attempt = new SignInAttempt(pool, client, user, call.IsAdministrative, call.ClientMetadata ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Device = session.Device,
        };
        var answer = challenge.Answer(new ChallengeAnswer(attempt, session, responses));
        session.IsUsed = true;
        return answer;
    }
}
