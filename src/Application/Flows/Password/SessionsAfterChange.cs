namespace CognitoAuth.Application.Flows.Password;

/// <summary>The result of a password change that also ends the sessions.</summary>
internal static class SessionsAfterChange
{
    /// <summary>Success, or an error that reports the partial success. A repeat would fail, since the code or the current password was used.</summary>
    public static Result<Success> Of(Result<Success> ended) => ended.IsFailure(out var error)
        ? (AuthErrors.OutcomeUnknown with { Detail = "The password was changed, but earlier sessions may not have ended. Sign in, and sign out everywhere." }).Because(error.Code)
        : ended;
}
