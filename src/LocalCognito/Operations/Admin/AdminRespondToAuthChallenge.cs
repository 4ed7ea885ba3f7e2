namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminRespondToAuthChallengeRequest(
    string UserPoolId,
    string ClientId,
    string ChallengeName,
    string? Session,
    IReadOnlyDictionary<string, string>? ChallengeResponses,
    IReadOnlyDictionary<string, string>? ClientMetadata,
    ContextDataType? ContextData);

internal sealed class AdminRespondToAuthChallenge : SignedOperation<AdminRespondToAuthChallengeRequest>
{
    protected override object Execute(LocalUserPool pool, AdminRespondToAuthChallengeRequest request)
    {
        pool.RequireId(request.UserPoolId);
        return ChallengeTable.Answer(
            pool,
            pool.Client(request.ClientId),
            new ChallengeCall(request.ChallengeName, request.Session, request.ChallengeResponses, request.ClientMetadata, IsAdministrative: true));
    }
}
