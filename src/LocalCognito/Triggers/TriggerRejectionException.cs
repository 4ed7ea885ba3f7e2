namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A trigger throws it to refuse the call. The caller receives <c>UserLambdaValidationException</c> with <c>{Trigger} failed with error {message}.</c></summary>
/// <param name="message">The text for the caller, without a full stop.</param>
public sealed class TriggerRejectionException(string message) : Exception(message);
