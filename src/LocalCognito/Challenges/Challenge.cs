using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A step of a sign-in that the user must answer. One file per challenge; the table finds it.</summary>
internal interface IChallenge
{
    /// <summary>The <c>ChallengeName</c> on the wire.</summary>
    string Name { get; }

    /// <summary>Judges the answer. Its session is valid; it is spent only when this returns.</summary>
    AuthenticationResponse Answer(ChallengeAnswer answer);
}

/// <summary>An answer whose session, user and secret hash are proven.</summary>
internal sealed record ChallengeAnswer(LocalUserPool Pool, AppClient Client, LocalUser User, IReadOnlyDictionary<string, string> Responses)
{
    /// <exception cref="CognitoException"><c>InvalidParameterException: Missing required parameter …</c>.</exception>
    public string Require(string name) =>
        Responses.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? value : throw CognitoException.MissingParameter(name);
}

/// <summary>Every challenge of this assembly by name, and what holds for all of them.</summary>
internal static class ChallengeTable
{
    private static readonly Dictionary<string, IChallenge> ByName = typeof(ChallengeTable).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IChallenge)))
        .Select(type => (IChallenge)Activator.CreateInstance(type)!)
        .ToDictionary(challenge => challenge.Name, StringComparer.Ordinal);

    public static AuthenticationResponse Answer(
        LocalUserPool pool, AppClient client, string challenge, string? sessionToken, IReadOnlyDictionary<string, string>? responses)
    {
        responses ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var username = responses.GetValueOrDefault("USERNAME") ?? throw CognitoException.MissingParameter("USERNAME");
        var session = pool.Sessions.Require(sessionToken, client, challenge, pool.Now);
        // A challenge that no flow of this pool opens has no sessions either.
        var found = ByName.GetValueOrDefault(challenge) ?? throw CognitoException.NotAuthorized("Invalid session for the user.");
        if (pool.Users.Find(username) != session.User)
            throw CognitoException.NotAuthorized("Invalid session for the user.");
        // From the second step on, the hash is made over the real user name and not over the alias that was typed (facts 1.4).
        client.RequireSecretHash(responses.GetValueOrDefault("SECRET_HASH"), session.User.Username);
        if (!session.User.IsEnabled)
            throw CognitoException.UserDisabled();

        var answer = found.Answer(new ChallengeAnswer(pool, client, session.User, responses));
        session.IsUsed = true;
        return answer;
    }
}
