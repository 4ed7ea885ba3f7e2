namespace CognitoAuth.Application.Flows.Password;

/// <summary>What is answered when a password was changed and the sessions were to end.</summary>
internal static class SessionsAfterChange
{
    /// <summary>Success, or what is done and what is not: repeating cannot help, since the code or the current password is used up.</summary>
    public static Result<Success> Answer(Result<Success> ended) => ended.IsFailure(out var error)
        ? (AuthErrors.OutcomeUnknown with { Detail = "The password was changed, but earlier sessions may not have ended. Sign in, and sign out everywhere." }).Because(error.Code)
        : ended;
}
