using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary>The HTTP status of an error type (<c>docs/cognito.md#wire-protocol</c>).</summary>
internal static class ErrorStatus
{
    public static int Of(string errorType, ErrorStatusMode mode) => errorType switch
    {
        "InternalErrorException" or "InternalServerException" => 500,
        _ when mode == ErrorStatusMode.AlwaysBadRequest => 400,
        "UnauthorizedException" => 401,
        "NotAuthorizedException" or "ForbiddenException" or "FeatureUnavailableInTierException" or "AccessDeniedException" => 403,
        "ResourceNotFoundException" or "UserNotFoundException" => 404,
        "TooManyRequestsException" => 429,
        _ => 400,
    };
}
