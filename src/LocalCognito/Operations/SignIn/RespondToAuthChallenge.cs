namespace CognitoAuth.LocalCognito.Operations.SignIn;

internal sealed record RespondToAuthChallengeRequest(
    string ClientId,
    string ChallengeName,
    string? Session,
    IReadOnlyDictionary<string, string>? ChallengeResponses,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed class RespondToAuthChallenge : PublicOperation<RespondToAuthChallengeRequest>
{
    protected override object Execute(LocalUserPool pool, RespondToAuthChallengeRequest request) =>
        ChallengeTable.Answer(
            pool,
            pool.Client(request.ClientId),
            new ChallengeCall(request.ChallengeName, request.Session, request.ChallengeResponses, request.ClientMetadata, IsAdministrative: false));
}
